using System.Text;
using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Bulk;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Bench;

/// <summary>Fills a database with made-up claims that have a past, for load tests. The same numbers make the same claims.</summary>
internal sealed class DeskSeed(DeskDb db, WorkflowLibrary library, IServiceProvider services)
{
    private const int ArticlesAtOnce = 1_000;
    private const int ClaimsAnArticle = 10;

    /// <summary>Adds <paramref name="claims"/> claims; <paramref name="progress"/> hears how many are there.</summary>
    public async Task AddAsync(int claims, DateTime now, Action<int> progress, CancellationToken cancel)
    {
        await library.LoadAsync(cancel);
        var random = new Random(claims);
        var history = new SeedHistory(library, services.GetRequiredService<WorkflowSettings>(), services.GetRequiredService<RecheckSettings>(), random);
        for (var done = 0; done < claims;)
        {
            var batch = Math.Min(ArticlesAtOnce * ClaimsAnArticle, claims - done);
            var first = done;
            await db.CommitAsync("seed", Right.Jobs, async _ =>
            {
                await WriteAsync(random, history, first, batch, now, cancel);
                return Result.Ok;
            }, cancel);
            done += batch;
            progress(done);
        }
    }

    private async Task WriteAsync(Random random, SeedHistory history, int first, int count, DateTime now, CancellationToken cancel)
    {
        List<Article> articles = [];
        List<Claim> claims = [];
        List<string> actions = [];
        for (var made = 0; made < count; made += ClaimsAnArticle)
        {
            // Claims come in over two years, the latest today.
            var addedAt = now.AddDays(-730 * random.NextDouble());
            var (article, found) = Article(random, first + made, Math.Min(ClaimsAnArticle, count - made), addedAt);
            articles.Add(article);
            claims.AddRange(found);
            actions.AddRange(found.Select(claim => history.Live(claim, now)));
        }

        var rows = new BulkRows(db);
        await rows.WriteAsync(articles, claims, cancel);
        var audit = articles.Select(a => Entry($"article/{rows.IdOf(a)}", 1, a.AddedAt, "add article", new { Title = new[] { null, a.Title } }, "")).ToList();
        for (var i = 0; i < claims.Count; i++)
        {
            var subject = $"claim/{rows.IdOf(claims[i])}";
            var added = Entry(subject, 1, claims[i].CreatedAt, "add article", new { Wording = new[] { null, claims[i].Wording }, Kind = new[] { null, claims[i].Kind } }, "");
            audit.Add(added);
            if (actions[i] != "add article")
                audit.Add(Entry(subject, 2, claims[i].StageSince, actions[i], new { Stage = new[] { "Triage", claims[i].Stage.ToString() }, claims[i].Rating }, added.Hash));
        }

        await rows.WriteAsync(audit, cancel);
    }

    private static (Article Article, List<Claim> Claims) Article(Random random, int number, int count, DateTime addedAt)
    {
        var outlet = SeedWords.Outlets[random.Next(SeedWords.Outlets.Count)];
        var text = new StringBuilder();
        var found = Enumerable.Range(number, count).Select(n =>
        {
            var claim = SeedWords.Claim(random, n);
            var start = text.Length;
            text.Append(claim.Wording).Append(", according to ").Append(claim.Source).Append(". ");
            return (claim, Start: start, End: start + claim.Wording.Length);
        }).ToList();
        var article = new Article($"Made-up news no. {number / ClaimsAnArticle + 1:N0} from {found[0].claim.Place}", outlet, $"{text}Seeded as no. {number} at {addedAt:O}.", addedAt, "system:bench")
        {
            PublishedOn = DateOnly.FromDateTime(addedAt),
        };
        return (article, [.. found.Select(one => new Claim(
            one.claim.Wording, one.claim.Kind, 0.5 + random.NextDouble() / 2,
            new ClaimDetails
            {
                Place = one.claim.Place,
                AttributedTo = one.claim.Source,
                Figures = [new ClaimFigure($"{one.claim.Figure:N0}", one.claim.Figure, null, null, "eq", null, null)],
            },
            new Appearance(article, one.Start, one.End), addedAt))]);
    }

    private static AuditEntry Entry<T>(string subject, int sequence, DateTime at, string action, T fields, string previous) =>
        new(subject, sequence, Micro(at), "system:bench", action, JsonSerializer.Serialize(new[] { new { what = "Claim", fields } }), previous);

    // To the microsecond, as the database keeps it: the hash is made over it.
    private static DateTime Micro(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
