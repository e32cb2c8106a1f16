using System.Text;
using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Bulk;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>
/// Fills a database with made-up claims that have a past, for load tests. The same numbers make the same claims.
/// </summary>
internal sealed class DeskSeed(DeskDb db, WorkflowLibrary library, WorkflowSettings workflows, RecheckSettings rechecks)
{
    private const int ArticlesAtOnce = 500;
    private const int ClaimsAnArticle = 10;
    private const int FirstClaims = 100;

    /// <summary>With the services of a scope.</summary>
    public static DeskSeed Of(IServiceProvider services) => ActivatorUtilities.CreateInstance<DeskSeed>(services);

    /// <summary>Adds <paramref name="claims"/> claims; <paramref name="progress"/> hears how many are there.</summary>
    public async Task AddAsync(int claims, DateTime now, Action<int> progress, CancellationToken cancel)
    {
        await library.LoadAsync(cancel);
        var random = new Random(claims);
        var effects = new EffectWriter(db, rechecks);
        for (var done = 0; done < claims; )
        {
            // The first batch is small: what is linked is linked to a claim of an earlier one.
            var batch = Math.Min(done == 0 ? FirstClaims : ArticlesAtOnce * ClaimsAnArticle, claims - done);
            var first = done;
            var published = await db
                .Claims.AsNoTracking()
                .Where(c => c.Publication == Publication.Published)
                .OrderByDescending(c => c.Id)
                .FirstOrDefaultAsync(cancel);
            var history = new SeedHistory(library, workflows, rechecks, effects, random, published);
            await db.CommitAsync(
                "seed",
                Right.Jobs,
                async _ =>
                {
                    if (first == 0)
                        await Accounts.AddAsync(db, SeedReview.People, cancel);
                    await WriteAsync(random, history, first, batch, now, cancel);
                    return Result.Ok;
                },
                cancel
            );
            db.ChangeTracker.Clear();
            done += batch;
            progress(done);
        }
    }

    private async Task WriteAsync(
        Random random,
        SeedHistory history,
        int first,
        int count,
        DateTime now,
        CancellationToken cancel
    )
    {
        List<Article> articles = [];
        List<SeedTrail> trails = [];
        for (var made = 0; made < count; made += ClaimsAnArticle)
        {
            // Claims come in over two years, the latest today.
            var addedAt = now.AddDays(-730 * random.NextDouble());
            var (article, found) = Article(random, first + made, Math.Min(ClaimsAnArticle, count - made), addedAt);
            articles.Add(article);
            foreach (var claim in found)
            {
                trails.Add(new SeedTrail(db, claim));
                await history.LiveAsync(trails[^1], now);
            }
        }

        var rows = new BulkRows(db);
        await rows.WriteAsync(articles, trails.ConvertAll(trail => trail.Claim), cancel);
        await rows.WriteAsync(
            [.. articles.Select(article => SeedTrail.Of(db, article, rows)), .. trails.SelectMany(trail => trail.Entries(rows))],
            cancel
        );
    }

    private static (Article Article, List<Claim> Claims) Article(Random random, int number, int count, DateTime addedAt)
    {
        var outlet = SeedWords.Outlets[random.Next(SeedWords.Outlets.Count)];
        var text = new StringBuilder();
        var found = Enumerable
            .Range(number, count)
            .Select(n =>
            {
                var claim = SeedWords.Claim(random, n);
                var start = text.Length;
                text.Append(claim.Wording).Append(", according to ").Append(claim.Source).Append(". ");
                return (claim, Start: start, End: start + claim.Wording.Length);
            })
            .ToList();
        var article = new Article(
            $"Made-up news no. {number / ClaimsAnArticle + 1:N0} from {found[0].claim.Place}",
            outlet,
            $"{text}Seeded as no. {number} at {addedAt:O}.",
            addedAt,
            "system:seed"
        )
        {
            PublishedOn = DateOnly.FromDateTime(addedAt),
        };
        return (
            article,
            [
                .. found.Select(one => new Claim(
                    one.claim.Wording,
                    one.claim.Kind,
                    0.5 + random.NextDouble() / 2,
                    new ClaimDetails
                    {
                        Place = one.claim.Place,
                        AttributedTo = one.claim.Source,
                        Figures = [new ClaimFigure($"{one.claim.Figure:N0}", one.claim.Figure, null, null, "eq", null, null)],
                    },
                    new Appearance(article, one.Start, one.End),
                    addedAt
                )),
            ]
        );
    }
}
