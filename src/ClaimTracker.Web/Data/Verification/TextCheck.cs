using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>Articles and snapshots are what their hashes say, and each appearance is what stands at its characters.</summary>
internal static class TextCheck
{
    private const int AtOnce = 100;

    /// <summary>What differs, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        for (long last = 0; ; )
        {
            var after = last;
            var articles = await db
                .Articles.AsNoTracking()
                .Include(a => a.Appearances)
                .Where(a => a.Id > after)
                .OrderBy(a => a.Id)
                .Take(AtOnce)
                .ToListAsync();
            if (articles.Count == 0)
                break;
            last = articles[^1].Id;
            foreach (var finding in articles.SelectMany(Check))
                yield return finding;
        }

        await foreach (var snapshot in db.Snapshots.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable())
        {
            if (snapshot.Hash != Snapshot.HashOf(snapshot.Content))
                yield return $"snapshot {snapshot.Id} of {snapshot.Url ?? "an upload"}: its bytes are not those that its hash was made of.";
        }
    }

    private static IEnumerable<string> Check(Article article)
    {
        if (article.TextHash != ArticleText.Hash(article.Text))
            yield return $"article {article.Id}: its text is not the one that its hash was made of.";
        foreach (var appearance in article.Appearances)
        {
            if (
                appearance.End > article.Text.Length
                || !article.Text.AsSpan(appearance.Start, appearance.End - appearance.Start).SequenceEqual(appearance.Text)
            )
            {
                yield return $"claim {appearance.ClaimId}: its words do not stand at {appearance.Start}..{appearance.End} of article {article.Id}.";
            }
        }
    }
}
