using System.Text.RegularExpressions;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>A claim that may say the same as another one.</summary>
public sealed record SimilarClaim(long Id, string Wording, Stage Stage, string? Rating, Publication Publication, MatchRelation Relation, double Score);

/// <summary>
/// Suggests claims to link to. Full text finds candidates by the words that tell claims apart, the matcher weighs them, a person decides.
/// </summary>
public sealed partial class SimilarClaims(DeskDb db)
{
    private const int Suggested = 5;
    private const int PerSearch = 15;
    private const double Worthwhile = 0.25;

    /// <summary>The claims most like this one, best first; what says the same comes before what only shares the subject.</summary>
    public async Task<IReadOnlyList<SimilarClaim>> FindAsync(long claimId, string wording, CancellationToken cancel)
    {
        HashSet<long> ids = [];
        foreach (var words in Searches(wording))
            ids.UnionWith(await db.SearchClaims(words, PerSearch).ToListAsync(cancel));
        ids.Remove(claimId);
        var candidates = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.Id) && c.LinkedToId == null)
            .Select(c => new { c.Id, c.Wording, c.Stage, c.Rating, c.Publication, AsOf = c.Appearances.Select(a => a.Article.PublishedOn).FirstOrDefault() })
            .ToListAsync(cancel);
        var asOf = await db.Appearances.Where(a => a.ClaimId == claimId).Select(a => a.Article.PublishedOn).FirstOrDefaultAsync(cancel);
        var query = new Statement(new MatchText(wording, AsOf: asOf));
        return [.. candidates
            .Select(c => (Claim: c, Match: ClaimMatcher.Compare(query, new Statement(new MatchText(c.Wording, AsOf: c.AsOf)))))
            .Where(found => found.Match.Relation != MatchRelation.Related || found.Match.Score >= Worthwhile)
            .OrderByDescending(found => found.Match.Relation).ThenByDescending(found => found.Match.Score).Take(Suggested)
            .Select(found => new SimilarClaim(
                found.Claim.Id, found.Claim.Wording, found.Claim.Stage, found.Claim.Rating, found.Claim.Publication, found.Match.Relation, found.Match.Score))];
    }

    /// <summary>Pairs of the wording's telling words: names first, then long words. Figures are left out, since other figures are looked for too.</summary>
    internal static IEnumerable<string> Searches(string wording)
    {
        var words = Word().Matches(wording).Select(m => (m.Value, m.Index))
            .OrderByDescending(w => w.Index > 0 && char.IsUpper(w.Value[0])).ThenByDescending(w => w.Value.Length)
            .Select(w => w.Value.ToLowerInvariant()).Distinct().Take(5).ToList();
        return words.Count == 1 ? words : words.SelectMany((first, i) => words.Skip(i + 1).Select(second => $"{first} {second}"));
    }

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}
