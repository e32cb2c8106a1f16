using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Bulk;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Learning;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;
using ArticleText = ClaimTracker.Domain.ArticleText;

namespace ClaimTracker.Web.Intake;

/// <summary>Takes articles in: the article, its snapshot and its claims in one transaction, or nothing of them.</summary>
public sealed class ArticleIntake(DeskDb db, Acting acting, ModelInForce models, ILogger<ArticleIntake> log)
{
    /// <summary>
    /// Takes an article in. The same text is the same article, and so is the same address unless <paramref name="newVersion"/> is
    /// said; then what is there already is handed back.
    /// </summary>
    /// <param name="source">With title and outlet.</param>
    /// <param name="newVersion">True where another text at a known address is wanted.</param>
    /// <param name="by">User name, or a verb's name.</param>
    /// <param name="cancel">Gives up before anything is stored.</param>
    public async Task<Result<IntakeReceipt>> AddAsync(ArticleSource source, bool newVersion, string by, CancellationToken cancel)
    {
        // Nothing is read that is there already; reading a long text takes a while.
        if (await FindAsync(Key.Of(source, newVersion), cancel) is { } known)
            return known;
        var model = await models.ReadAsync(cancel);
        var read = Unreadable.Try<ReadArticle>(log, $"The text of “{source.Title}”", () => ReadArticle.Of(source, model));
        if (read is not { Value: { } article })
            return read.Refusal!;
        var added = await AddManyAsync([article], newVersion, by, cancel);
        return added.Refusal is { } refusal ? refusal : added.Value![0];
    }

    /// <summary>
    /// Takes articles in, all in one transaction. Reading them came before it: other writers do not wait for that.
    /// </summary>
    public Task<Result<IReadOnlyList<IntakeReceipt>>> AddManyAsync(
        IReadOnlyList<ReadArticle> articles,
        bool newVersion,
        string by,
        CancellationToken cancel
    ) =>
        db.CommitAsync<IReadOnlyList<IntakeReceipt>>(
            articles.Count == 1 ? "add article" : "import",
            Right.Work,
            async _ =>
            {
                var now = acting.Now;
                var known = new Dictionary<Key, IntakeReceipt?>();
                var added = new List<(Article? Article, int Claims, Key Key)>();
                var found = new List<Claim>();
                foreach (var (source, reading) in articles)
                {
                    var key = Key.Of(source, newVersion);
                    // The same article twice in one batch meets the one before it, which has no id yet.
                    var twin = added.FindIndex(earlier =>
                        earlier.Article is not null
                        && (earlier.Key.Hash == key.Hash || (key.Url is not null && earlier.Key.Url == key.Url))
                    );
                    if (twin >= 0 || (known[key] = await FindAsync(key, cancel)) is not null)
                    {
                        added.Add((twin >= 0 ? added[twin].Article : null, -1, key));
                        continue;
                    }

                    var article = ArticleOf(source, key.Url ?? CanonicalUrl(source), by, now);
                    var claims = FoundClaims.Of(article, reading, now);
                    found.AddRange(claims);
                    added.Add((article, claims.Count, key));
                }

                await db.AddOutletsAsync(added.Where(one => one.Claims >= 0).Select(one => one.Article!.Outlet), cancel);
                var rows = await WriteAsync([.. added.Where(one => one.Claims >= 0).Select(one => one.Article!)], found, cancel);
                return new Result<IReadOnlyList<IntakeReceipt>>(
                    [
                        .. added.Select(one =>
                            one switch
                            {
                                (null, _, var key) => known[key]!,
                                ({ } article, < 0, var key) => new IntakeReceipt(
                                    rows.IdOf(article),
                                    0,
                                    article.TextHash == key.Hash ? KnownBy.Text : KnownBy.Url
                                ),
                                var (article, claims, _) => new IntakeReceipt(rows.IdOf(article), claims, Known: null),
                            }
                        ),
                    ],
                    null
                );
            },
            cancel
        );

    // In bulk, since change tracking would take longer than reading the article did. The audit is the same.
    private async Task<BulkRows> WriteAsync(List<Article> articles, List<Claim> claims, CancellationToken cancel)
    {
        var rows = new BulkRows(db);
        await rows.WriteAsync(articles, claims, cancel);
        var audit = articles
            .Select(a =>
                AuditTrail.First(db, acting, $"article/{rows.IdOf(a)}", "add article", [(a, rows.IdOf(a), rows.LinksOf(a))])
            )
            .Concat(
                claims.Select(c =>
                    AuditTrail.First(
                        db,
                        acting,
                        $"claim/{rows.IdOf(c)}",
                        "add article",
                        [
                            (c, rows.IdOf(c), rows.LinksOf(c)),
                            .. c.Appearances.Select(a => ((object)a, rows.IdOf(a), rows.LinksOf(a))),
                        ]
                    )
                )
            );
        await rows.WriteAsync([.. audit], cancel);
        return rows;
    }

    private async Task<IntakeReceipt?> FindAsync(Key key, CancellationToken cancel)
    {
        var same = await db.Articles.Where(a => a.TextHash == key.Hash).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancel);
        if (same is { } id)
            return new IntakeReceipt(id, 0, KnownBy.Text);
        if (key.Url is not { } url)
            return null;
        var there = await db
            .Articles.Where(a => a.Url == url)
            .OrderByDescending(a => a.Id)
            .Select(a => (long?)a.Id)
            .FirstOrDefaultAsync(cancel);
        return there is { } known ? new IntakeReceipt(known, 0, KnownBy.Url) : null;
    }

    private static string? CanonicalUrl(ArticleSource source) => source.Url is { } url ? SourceAddress.Canonical(url) : null;

    private static Article ArticleOf(ArticleSource source, string? url, string by, DateTime now) =>
        new(source.Title!, source.Outlet!, source.Text, now, by)
        {
            Url = url,
            Byline = source.Byline is { } byline ? PlainText.Of(byline) : null,
            Language = source.Language,
            PublishedOn = source.PublishedOn,
            Snapshot =
                source.Answer?.ToSnapshot(url, now)
                ?? (source.Content is { } content ? new Snapshot(content, source.ContentType, url, now) : null),
        };

    /// <summary>What makes an article the same as another; no address where a new version of a page is wanted.</summary>
    private readonly record struct Key(string Hash, string? Url)
    {
        public static Key Of(ArticleSource source, bool newVersion) =>
            new(ArticleText.Hash(source.Text), newVersion ? null : CanonicalUrl(source));
    }
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
