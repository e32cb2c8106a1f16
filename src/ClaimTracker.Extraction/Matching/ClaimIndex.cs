namespace ClaimTracker.Extraction.Matching;

/// <summary>A claim that was found for a statement.</summary>
/// <param name="Claim">Its place in the list that the index was built from.</param>
/// <param name="Score">The probability that a person would call it a check of the statement, whatever the relation.</param>
/// <param name="Match">How the two compare, part by part.</param>
public readonly record struct FoundMatch(int Claim, double Score, Match Match);

/// <summary>
/// Claims in memory, searched by how rare the words are that they share with a statement. Words alone miss spellings,
/// characters alone miss meaning, and BM25 forgives length: together they rank better than each.
/// </summary>
public sealed class ClaimIndex
{
    // Fitted on news and on half of the posts that the benchmark keeps; near these, figures hardly move.
    private const double ByWords = 0.4;
    private const double ByCharacters = 0.35;
    private const double ByRarity = 0.25;

    private readonly IReadOnlyList<MatchText> _claims;
    private readonly CosineIndex _words;
    private readonly CosineIndex _characters;
    private readonly Bm25Index _rarity;

    /// <summary>Indexes the claims.</summary>
    public ClaimIndex(IReadOnlyList<MatchText> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        _claims = claims;
        var words = claims.Select(Terms.Of).ToList();
        var stems = words.ConvertAll(Features.Stems);
        _words = new CosineIndex(stems);
        _rarity = new Bm25Index(stems);
        _characters = new CosineIndex(words.ConvertAll(Features.Characters));
    }

    /// <summary>The claims that fit a statement best, best first; at equal score in the order of the list.</summary>
    /// <param name="query">The statement.</param>
    /// <param name="top">How many at most; claims that share nothing with it are left out.</param>
    public IReadOnlyList<FoundMatch> Search(MatchText query, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        var scores = Scores(Terms.Of(query));
        var statement = new Statement(query);
        return
        [
            .. Best(scores, top)
                .Select(i => new FoundMatch(
                    i,
                    Likelihood.Of(scores[i]),
                    ClaimMatcher.Compare(statement, new Statement(_claims[i]))
                )),
        ];
    }

    // Almost every claim shares some characters with a statement, so all are looked at and few are sorted.
    private static IEnumerable<int> Best(double[] scores, int top)
    {
        var best = new PriorityQueue<int, (double Score, int Later)>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0)
                continue;
            if (best.Count < top)
                best.Enqueue(i, (scores[i], -i));
            else if (best.TryPeek(out _, out var worst) && scores[i] > worst.Score)
                best.EnqueueDequeue(i, (scores[i], -i));
        }

        return best.UnorderedItems.OrderByDescending(found => found.Priority).Select(found => found.Element);
    }

    private double[] Scores(List<MatchWord> query)
    {
        var scores = new double[_claims.Count];
        var stems = Features.Stems(query);
        _words.Score(stems, ByWords, scores);
        _rarity.Score(stems, ByRarity, scores);
        _characters.Score(Features.Characters(query), ByCharacters, scores);
        return scores;
    }
}
