using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>
/// The sentences of articles that readers are not given, since the wording of their claim is withheld: its own, and those of the
/// claims that are linked to it or folded into it. What another claim has in common with such a sentence is not given either.
/// </summary>
internal sealed class WithheldSentences
{
    private const string Mark = "[withheld]";

    private readonly HashSet<long> _articles;

    private WithheldSentences(IReadOnlyList<long> claims, IEnumerable<long> articles)
    {
        Claims = claims;
        _articles = [.. articles];
    }

    /// <summary>Whose sentences they are; mostly nobody's.</summary>
    public IReadOnlyList<long> Claims { get; }

    /// <summary>True where one stands in the article: nothing around other sentences of it is given then.</summary>
    public bool StandIn(long articleId) => _articles.Contains(articleId);

    public static async Task<WithheldSentences> ReadAsync(DeskDb db, CancellationToken cancel)
    {
        var claims = await db.Claims.Where(c => c.WordingWithheld).Select(c => c.Id).ToListAsync(cancel);
        if (claims.Count == 0)
            return new WithheldSentences([], []);
        var own = claims.ToList();
        claims.AddRange(await db.Claims.Where(c => own.Contains(c.LinkedToId!.Value)).Select(c => c.Id).ToListAsync(cancel));
        var linked = claims.ToList();
        claims.AddRange(await db.Claims.Where(c => linked.Contains(c.FoldedIntoId!.Value)).Select(c => c.Id).ToListAsync(cancel));
        var articles = await db
            .Appearances.Where(a => claims.Contains(a.ClaimId))
            .Select(a => a.ArticleId)
            .Distinct()
            .ToListAsync(cancel);
        return new WithheldSentences(claims, articles);
    }

    /// <summary>Those appearances that have nothing in common with a sentence that is withheld.</summary>
    public IQueryable<Appearance> Without(DeskDb db, IQueryable<Appearance> appearances) =>
        Claims.Count == 0
            ? appearances
            : appearances.Where(a =>
                !db.Appearances.Any(w =>
                    Claims.Contains(w.ClaimId) && w.ArticleId == a.ArticleId && w.Start < a.End && w.End > a.Start
                )
            );

    /// <summary>Where they stand in one article.</summary>
    public async Task<IReadOnlyList<(int Start, int End)>> InAsync(DeskDb db, long articleId, CancellationToken cancel) =>
        StandIn(articleId)
            ? (
                await db
                    .Appearances.Where(a => a.ArticleId == articleId && Claims.Contains(a.ClaimId))
                    .OrderBy(a => a.Start)
                    .Select(a => new { a.Start, a.End })
                    .ToListAsync(cancel)
            ).ConvertAll(a => (a.Start, a.End))
            : [];

    /// <summary>The text without what stands at those places, each other character where it was.</summary>
    public static string Blank(string text, IEnumerable<(int Start, int End)> places)
    {
        var blanked = text.ToCharArray();
        foreach (var (start, end) in places)
        {
            var (from, to) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
            if (from >= to)
                continue;
            var place = blanked.AsSpan(from, to - from);
            place.Fill(' ');
            if (place.Length >= Mark.Length)
                Mark.CopyTo(place);
        }

        return new string(blanked);
    }
}
