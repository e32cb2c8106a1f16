using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>A claim's sentence in one article with what is shown around it, for pages, JSON, feeds and the desk alike.</summary>
public sealed record AppearanceInContext(
    long Id,
    long ArticleId,
    string Title,
    string Outlet,
    string? Url,
    DateOnly? PublishedOn,
    string Before,
    string Sentence,
    string After
)
{
    // Around a place: what an excerpt can hold, twice, since the sentence may begin well before the claim does.
    private const int Window = 2 * ExcerptText.Longest;
    private const int MostLinked = 500;

    private const string Odd = "What is stored of this place is not as this program writes it.";

    /// <summary>
    /// Where the claim was made, newest first, in claims linked to it and folded into it as well, as readers are given it. One
    /// more than <paramref name="size"/> comes back where there are more.
    /// </summary>
    public static async Task<IReadOnlyList<AppearanceInContext>> OfAsync(
        DeskDb db,
        long claimId,
        long? before,
        int size,
        CancellationToken cancel
    )
    {
        var ids = await TogetherAsync(db, claimId, cancel);
        var last = before ?? long.MaxValue;
        var withheld = await WithheldSentences.ReadAsync(db, cancel);
        var found = await ReadAsync(
            db,
            withheld
                .Without(db, db.Appearances.Where(a => ids.Contains(a.ClaimId) && a.Id < last))
                .OrderByDescending(a => a.Id)
                .Take(size + 1),
            cancel
        );
        return [.. found.Select(a => withheld.StandIn(a.ArticleId) ? a with { Before = "", After = "" } : a)];
    }

    /// <summary>Where the claim was made, first places first, as the desk reads it.</summary>
    public static async Task<IReadOnlyList<AppearanceInContext>> FirstOfAsync(
        DeskDb db,
        long claimId,
        int size,
        CancellationToken cancel
    )
    {
        var ids = await TogetherAsync(db, claimId, cancel);
        return await ReadAsync(
            db,
            db.Appearances.Where(a => ids.Contains(a.ClaimId))
                .OrderBy(a => a.ClaimId == claimId ? 0 : 1)
                .ThenBy(a => a.Id)
                .Take(size),
            cancel
        );
    }

    /// <summary>Outlet and time of the appearance that was taken in first; null where there is none.</summary>
    public static async Task<(string Outlet, DateTime At)?> EarliestAsync(DeskDb db, long claimId, CancellationToken cancel)
    {
        var ids = await TogetherAsync(db, claimId, cancel);
        var first = await db
            .Appearances.Where(a => ids.Contains(a.ClaimId))
            .OrderBy(a => a.Id)
            .Select(a => new { a.Article.Outlet, At = a.Article.AddedAt })
            .FirstOrDefaultAsync(cancel);
        return first is null ? null : (first.Outlet, first.At);
    }

    /// <summary>One appearance, whose article is at hand.</summary>
    public static AppearanceInContext Of(Appearance appearance)
    {
        var (article, excerpt) = (
            appearance.Article,
            new ExcerptText(appearance.Article.Text).Around(appearance.Start, appearance.End)
        );
        return new AppearanceInContext(
            appearance.Id,
            article.Id,
            article.Title,
            article.Outlet,
            WebAddress.Link(article.Url)?.OriginalString,
            article.PublishedOn,
            excerpt.Before,
            excerpt.Marked,
            excerpt.After
        );
    }

    // Linked to it, folded into it, or folded into one that is linked to it.
    private static async Task<List<long>> TogetherAsync(DeskDb db, long claimId, CancellationToken cancel)
    {
        var ids = await db
            .Claims.Where(c => c.LinkedToId == claimId)
            .OrderBy(c => c.Id)
            .Take(MostLinked)
            .Select(c => c.Id)
            .ToListAsync(cancel);
        ids.Add(claimId);
        ids.AddRange(
            await db
                .Claims.Where(c => c.FoldedIntoId != null && ids.Contains(c.FoldedIntoId.Value))
                .OrderBy(c => c.Id)
                .Take(MostLinked)
                .Select(c => c.Id)
                .ToListAsync(cancel)
        );
        return ids;
    }

    private static async Task<IReadOnlyList<AppearanceInContext>> ReadAsync(
        DeskDb db,
        IQueryable<Appearance> appearances,
        CancellationToken cancel
    )
    {
        var rows = await appearances
            .Select(a => new SentenceRow(
                a.Id,
                a.ArticleId,
                a.Article.Title,
                a.Article.Outlet,
                a.Article.Url,
                a.Article.PublishedOn,
                a.Start,
                a.End,
                a.Text,
                a.Article.Text.Substring(a.Start > Window ? a.Start - Window : 0, a.Text.Length + (2 * Window))
            ))
            .ToListAsync(cancel);

        // Databases count characters beyond the basic plane once and we twice. Where such stand before the sentence, its place is
        // found in the whole text.
        var moved = rows.Where(row => !row.IsInPlace).Select(row => row.ArticleId).Distinct().ToList();
        var texts =
            moved.Count == 0
                ? []
                : await db.Articles.Where(a => moved.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Text, cancel);
        return [.. rows.Select(row => row.ToAppearance(row.IsInPlace ? null : texts[row.ArticleId]))];
    }

    private sealed record SentenceRow(
        long Id,
        long ArticleId,
        string Title,
        string Outlet,
        string? Url,
        DateOnly? PublishedOn,
        int Start,
        int End,
        string Text,
        string Slice
    )
    {
        private int At => Math.Min(Start, Window);

        public bool IsInPlace => string.CompareOrdinal(Slice, At, Text, 0, Text.Length) == 0;

        public AppearanceInContext ToAppearance(string? whole)
        {
            var excerpt =
                whole is null ? new ExcerptText(Slice).Around(At, At + Text.Length)
                : Start < End && End <= whole.Length ? new ExcerptText(whole).Around(Start, End)
                : new Excerpt("", Odd, "");
            return new AppearanceInContext(
                Id,
                ArticleId,
                Title,
                Outlet,
                WebAddress.Link(Url)?.OriginalString,
                PublishedOn,
                excerpt.Before,
                excerpt.Marked,
                excerpt.After
            );
        }
    }
}
