using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>A claim's sentence in one article, with the words around it.</summary>
public sealed record AppearanceInContext(
    long Id, long ArticleId, string Title, string Outlet, string? Url, DateOnly? PublishedOn, string Before, string Sentence, string After)
{
    private const int Around = 240;
    private const int MostLinked = 500;

    /// <summary>
    /// Where the claim was made, newest first, in claims linked to it as well. One more than <paramref name="size"/> comes back where there are more.
    /// </summary>
    public static async Task<IReadOnlyList<AppearanceInContext>> OfAsync(DeskDb db, long claimId, long? before, int size, CancellationToken cancel)
    {
        // Linked to it, folded into it, or folded into one that is linked to it.
        var ids = await db.Claims.Where(c => c.LinkedToId == claimId).OrderBy(c => c.Id).Take(MostLinked).Select(c => c.Id).ToListAsync(cancel);
        ids.Add(claimId);
        ids.AddRange(await db.Claims.Where(c => c.FoldedIntoId != null && ids.Contains(c.FoldedIntoId.Value)).OrderBy(c => c.Id).Take(MostLinked).Select(c => c.Id).ToListAsync(cancel));
        var last = before ?? long.MaxValue;
        var rows = await db.Appearances.Where(a => ids.Contains(a.ClaimId) && a.Id < last).OrderByDescending(a => a.Id).Take(size + 1)
            .Select(a => new
            {
                a.Id,
                a.ArticleId,
                a.Article.Title,
                a.Article.Outlet,
                a.Article.Url,
                a.Article.PublishedOn,
                a.Start,
                a.Text,
                Slice = a.Article.Text.Substring(a.Start > Around ? a.Start - Around : 0, a.End - a.Start + (2 * Around)),
            }).ToListAsync(cancel);
        return [.. rows.Select(a =>
        {
            var (left, right) = Split(a.Slice, a.Text, Math.Min(a.Start, Around));
            return new AppearanceInContext(a.Id, a.ArticleId, a.Title, a.Outlet, WebAddress.Link(a.Url)?.OriginalString, a.PublishedOn, left, a.Text, right);
        })];
    }

    /// <summary>
    /// The words before and after the sentence in a slice of its article. Databases count characters beyond the basic plane once and we
    /// twice, so the slice may begin later than asked for: the sentence is looked for from where it should stand.
    /// </summary>
    internal static (string Before, string After) Split(string slice, string sentence, int expected)
    {
        var at = slice.LastIndexOf(sentence, Math.Min(slice.Length - 1, Math.Max(0, expected) + sentence.Length - 1), StringComparison.Ordinal);
        if (at < 0)
            at = slice.IndexOf(sentence, StringComparison.Ordinal);
        if (at < 0)
            return ("", "");
        var before = slice[..at];
        var after = slice[(at + sentence.Length)..];
        var paragraph = before.LastIndexOf('\n');
        var end = after.IndexOf('\n');
        before = paragraph >= 0 ? before[(paragraph + 1)..] : Shorten(before, fromStart: true, whole: at < Around);
        after = end >= 0 ? after[..end] : Shorten(after, fromStart: false, whole: after.Length < Around);
        return (before, after);
    }

    private static string Shorten(string words, bool fromStart, bool whole)
    {
        if (whole)
            return words;
        var blank = fromStart ? words.IndexOf(' ') : words.LastIndexOf(' ');
        if (blank < 0)
            return "…";
        return fromStart ? "…" + words[blank..] : words[..blank] + " …";
    }
}
