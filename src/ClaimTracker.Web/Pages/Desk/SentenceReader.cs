using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>A claim's sentence as it stands in an article.</summary>
public sealed record SentenceInContext(
    long ArticleId, string Title, string Outlet, DateOnly? PublishedOn, string Before, string Text, string After);

/// <summary>Reads the words around a claim, and not the whole article.</summary>
public sealed class SentenceReader(DeskDb db)
{
    private const int Shown = 280;

    // The database counts characters where we count UTF-16 code units: emoji before the sentence move it to the left.
    private const int Slack = 1_000;

    /// <summary>The claim's appearances, first ones first.</summary>
    public async Task<List<SentenceInContext>> ReadAsync(long claimId, int atMost, CancellationToken cancel)
    {
        var found = await db.Appearances.AsNoTracking().Where(a => a.ClaimId == claimId).OrderBy(a => a.Id).Take(atMost)
            .Select(a => new
            {
                a.Start,
                a.Text,
                a.ArticleId,
                a.Article.Title,
                a.Article.Outlet,
                a.Article.PublishedOn,
                Window = a.Article.Text.Substring(a.Start > Slack ? a.Start - Slack : 0, a.End - a.Start + Slack + Shown),
            })
            .ToListAsync(cancel);
        return [.. found.Select(a =>
        {
            var (before, after) = Around(a.Window, a.Text, Math.Min(a.Start, Slack));
            return new SentenceInContext(a.ArticleId, a.Title, a.Outlet, a.PublishedOn, before, a.Text, after);
        })];
    }

    /// <summary>The words before and after <paramref name="sentence"/> in <paramref name="window"/>; it is expected at <paramref name="expected"/> or to the left.</summary>
    internal static (string Before, string After) Around(string window, string sentence, int expected)
    {
        var last = Math.Min(expected + sentence.Length, window.Length) - 1;
        var at = last < 0 ? -1 : window.LastIndexOf(sentence, last, StringComparison.Ordinal);
        if (at < 0)
            return ("", "");
        var from = Math.Max(0, at - Shown);
        var before = window[from..at];
        if (from > 0 && before.IndexOfAny([' ', '\n']) is >= 0 and var cut)
            before = "…" + before[(cut + 1)..];
        var end = Math.Min(window.Length, at + sentence.Length + Shown);
        var after = window[(at + sentence.Length)..end];
        if (end - at - sentence.Length == Shown && after.LastIndexOfAny([' ', '\n']) is > 0 and var stop)
            after = after[..stop] + "…";
        return (before, after);
    }
}
