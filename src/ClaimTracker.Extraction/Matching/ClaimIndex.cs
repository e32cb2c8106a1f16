namespace ClaimTracker.Extraction.Matching;

/// <summary>A claim that was found for a statement.</summary>
/// <param name="Claim">Its place in the list that the index was built from.</param>
/// <param name="Score">0 to 1: a mixture of TF-IDF over words and over characters with BM25.</param>
/// <param name="Relation">What a person should look at first.</param>
public readonly record struct Found(int Claim, double Score, MatchRelation Relation);

/// <summary>
/// Claims in memory, searched by how rare the words are that they share with a statement. Words alone miss spellings,
/// characters alone miss meaning, and BM25 forgives length: together they rank better than each.
/// </summary>
public sealed class ClaimIndex
{
    private const double ByWords = 0.26;
    private const double ByCharacters = 0.32;
    private const double ByRarity = 0.22;
    private const double ByField = 0.1;

    private readonly IReadOnlyList<MatchText> _claims;
    private readonly CosineIndex _words;
    private readonly CosineIndex _characters;
    private readonly Bm25Index _stems;
    private readonly CosineIndex _titles;
    private readonly CosineIndex _texts;

    /// <summary>Indexes the claims.</summary>
    public ClaimIndex(IReadOnlyList<MatchText> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        _claims = claims;
        var titles = new List<MatchWord>[claims.Count];
        var texts = new List<MatchWord>[claims.Count];
        var both = new List<MatchWord>[claims.Count];
        for (var i = 0; i < claims.Count; i++)
        {
            texts[i] = Read(claims[i].Text);
            titles[i] = claims[i].Title is { Length: > 0 } title ? Read(title) : texts[i];
            both[i] = ReferenceEquals(titles[i], texts[i]) ? texts[i] : [.. titles[i], .. texts[i]];
        }

        _words = new CosineIndex(Array.ConvertAll(both, Features.Words));
        _characters = new CosineIndex(Array.ConvertAll(both, Features.Characters));
        _stems = new Bm25Index(Array.ConvertAll(both, Features.Stems));
        _titles = new CosineIndex(Array.ConvertAll(titles, Features.Words));
        _texts = new CosineIndex(Array.ConvertAll(texts, Features.Words));
    }

    /// <summary>The claims that fit a statement best, best first; at equal score in the order of the list.</summary>
    /// <param name="query">The statement.</param>
    /// <param name="top">How many at most; claims that share nothing with it are left out.</param>
    public IReadOnlyList<Found> Search(MatchText query, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        var scores = Scores(Read(query.Title is null ? query.Text : query.Title + "\n" + query.Text));
        var best = Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(top);
        var statement = new Statement(query);
        return [.. best.Select(i => new Found(i, Math.Min(1, scores[i]), ClaimMatcher.Compare(statement, new Statement(_claims[i])).Relation))];
    }

    private double[] Scores(List<MatchWord> query)
    {
        var scores = new double[_claims.Count];
        var words = Features.Words(query);
        _words.Score(words, ByWords, scores);
        _characters.Score(Features.Characters(query), ByCharacters, scores);
        _stems.Score(Features.Stems(query), ByRarity, scores);
        _titles.Score(words, ByField, scores);
        _texts.Score(words, ByField, scores);
        return scores;
    }

    private static List<MatchWord> Read(string text)
    {
        var words = new List<MatchWord>();
        WordReader.Read(text, words);
        return words;
    }
}
