using ClaimTracker.Domain;
using ClaimTracker.Extraction;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;
using ArticleText = ClaimTracker.Domain.ArticleText;

namespace ClaimTracker.Web.Intake;

/// <summary>Takes articles in: the article, its snapshot and its claims in one transaction, or nothing of them.</summary>
public sealed class ArticleIntake(DeskDb db, TimeProvider time)
{
    /// <summary>
    /// Takes an article in. The same text is the same article, and so is the same address unless <paramref name="newVersion"/> is said;
    /// then what is there already is handed back.
    /// </summary>
    /// <param name="source">With title and outlet.</param>
    /// <param name="newVersion">True where another text at a known address is wanted.</param>
    /// <param name="by">User name, or a verb's name.</param>
    /// <param name="cancel">Gives up before anything is stored.</param>
    public async Task<Result<IntakeReceipt>> AddAsync(ArticleSource source, bool newVersion, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(source.Title);
        ArgumentException.ThrowIfNullOrEmpty(source.Outlet);
        var hash = ArticleText.Hash(source.Text);
        var url = source.Url is { } given ? SourceAddress.Canonical(given) : null;
        if (await FindAsync(hash, newVersion ? null : url, cancel) is { } known)
            return known;

        // Reading comes before the transaction: other writers do not wait for it.
        var reading = ArticleReader.Read(source.Text, source.PublishedOn);
        return await db.CommitAsync<IntakeReceipt>("add article", async () =>
        {
            if (await FindAsync(hash, newVersion ? null : url, cancel) is { } faster)
                return faster;
            var now = time.GetUtcNow().UtcDateTime;
            var article = ArticleOf(source, url, by, now);
            var claims = FoundClaims.Of(article, reading, now);
            db.Articles.Add(article);
            db.Claims.AddRange(claims);
            await db.SaveChangesAsync(cancel);
            return new IntakeReceipt(article.Id, claims.Count, Known: null);
        }, cancel);
    }

    private async Task<IntakeReceipt?> FindAsync(string hash, string? url, CancellationToken cancel)
    {
        var same = await db.Articles.Where(a => a.TextHash == hash).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancel);
        if (same is { } id)
            return new IntakeReceipt(id, 0, KnownBy.Text);
        if (url is null)
            return null;
        var there = await db.Articles.Where(a => a.Url == url).OrderByDescending(a => a.Id).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancel);
        return there is { } known ? new IntakeReceipt(known, 0, KnownBy.Url) : null;
    }

    private static Article ArticleOf(ArticleSource source, string? url, string by, DateTime now) =>
        new(source.Title!, source.Outlet!, source.Text, now, by)
        {
            Url = url,
            Byline = source.Byline,
            Language = source.Language,
            PublishedOn = source.PublishedOn,
            Snapshot = source.Content is { } content ? new Snapshot(content, source.ContentType, url, now) : null,
        };
}

/// <summary>By what an article was found to be there already.</summary>
public enum KnownBy
{
    /// <summary>Its text.</summary>
    Text,

    /// <summary>Its address; the text differs.</summary>
    Url,
}

/// <summary>What became of an article that came in.</summary>
/// <param name="ArticleId">The article, new or known.</param>
/// <param name="Claims">How many claims went to triage.</param>
/// <param name="Known">Null where it is new.</param>
public sealed record IntakeReceipt(long ArticleId, int Claims, KnownBy? Known);
