using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>
/// A claim that may say the same as another one. Its score is the probability that a person would call it a check of the other,
/// as
/// <c>match</c> prints it; its parts are the words that part the two, and empty where they say the same.
/// </summary>
public sealed record SimilarClaim(
    long Id,
    string Wording,
    Stage Stage,
    string? Rating,
    Publication Publication,
    MatchRelation Relation,
    double Score,
    IReadOnlyList<string> Parts
)
{
    /// <summary><see cref="Score"/> in per cent; never "0 %" or "100 %", which would be certain.</summary>
    public string Likely =>
        Score switch
        {
            < 0.01 => "less than 1 %",
            > 0.99 => "more than 99 %",
            _ => string.Create(CultureInfo.InvariantCulture, $"{100 * Score:F0} %"),
        };

    /// <summary>True where a link may lead to it; another one is folded into.</summary>
    public bool IsPublished => Publication == Publication.Published;
}

/// <summary>
/// Suggests claims to link to. Full text finds candidates by the words that tell claims apart, the matcher weighs them, a person
/// decides.
/// </summary>
public sealed class SimilarClaims(DeskDb db)
{
    private const int Suggested = 5;
    private const int Words = 5;
    private const int PerSearch = 10;
    private const int Enough = 10;
    private const double Worthwhile = 0.025;

    /// <summary>
    /// The claims most like this one, best first; what says the same comes before what only shares the subject.
    /// </summary>
    public async Task<IReadOnlyList<SimilarClaim>> FindAsync(long claimId, string wording, CancellationToken cancel)
    {
        var ids = await CandidatesAsync(claimId, wording, cancel);
        var found = await db
            .Claims.AsNoTracking()
            .Where(c => ids.Contains(c.Id) && c.LinkedToId == null && c.FoldedIntoId == null)
            .OrderBy(c => c.Id)
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        var dates = await db
            .Claims.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, AsOf = c.Appearances.Select(a => a.Article.PublishedOn).FirstOrDefault() })
            .ToDictionaryAsync(c => c.Id, c => c.AsOf, cancel);
        var candidates = found.Rows;
        var asOf = await db
            .Appearances.Where(a => a.ClaimId == claimId)
            .Select(a => a.Article.PublishedOn)
            .FirstOrDefaultAsync(cancel);
        var speaker = await db.Claims.Where(c => c.Id == claimId).Select(c => c.Details).FirstOrDefaultAsync(cancel);
        var index = new ClaimIndex([
            .. candidates.Select(c => new MatchText(c.Wording, AsOf: dates[c.Id], Speaker: c.Details.AttributedTo)),
        ]);
        return
        [
            .. index
                .Search(new MatchText(wording, AsOf: asOf, Speaker: speaker?.AttributedTo), candidates.Count)
                .Where(like => like.Match.Relation != MatchRelation.Related || like.Score >= Worthwhile)
                .OrderByDescending(like => like.Match.Relation)
                .ThenByDescending(like => like.Score)
                .Take(Suggested)
                .Select(like => (Claim: candidates[like.Claim], like.Score, like.Match))
                .Select(like => new SimilarClaim(
                    like.Claim.Id,
                    like.Claim.Wording,
                    like.Claim.Stage,
                    like.Claim.Rating,
                    like.Claim.Publication,
                    like.Match.Relation,
                    like.Score,
                    like.Match.Parts
                )),
        ];
    }

    // Claims that hold all of the telling words, or else three, or else two: pairs are common, and cost most.
    private async Task<HashSet<long>> CandidatesAsync(long claimId, string wording, CancellationToken cancel)
    {
        HashSet<long> ids = [];
        var words = TellingWord.Of(wording, Words);
        foreach (var held in new[] { words.Count, 3, 2 }.Distinct().Where(held => held > 0 && held <= words.Count))
        {
            if (ids.Count >= Enough)
                break;
            ids.UnionWith(await db.SearchClaims([.. Choose(words, held)], PerSearch).ToListAsync(cancel));
            ids.Remove(claimId);
        }

        return ids;
    }

    private static IEnumerable<IReadOnlyList<TellingWord>> Choose(IReadOnlyList<TellingWord> words, int count)
    {
        if (count == 0)
        {
            return
            [
                [],
            ];
        }

        return Enumerable
            .Range(0, words.Count - count + 1)
            .SelectMany(first =>
                Choose([.. words.Skip(first + 1)], count - 1).Select(rest => (IReadOnlyList<TellingWord>)[words[first], .. rest])
            );
    }
}
