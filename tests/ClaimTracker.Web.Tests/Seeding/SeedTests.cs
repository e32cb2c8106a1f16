using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Seeding;

/// <summary>What the seed writes is what a desk would have: pages and verbs read it.</summary>
public sealed class SeedTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Seeds_claims_with_a_sound_past(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        Assert.Equal(0, (await database.SeedAsync(1234)).Code);
        var verified = await database.RunAsync("verify");
        Assert.Equal("", verified.Out);
        Assert.Equal(0, verified.Code);
        var csv = await database.RunAsync("export", "--format", "csv");
        Assert.Equal(1235, csv.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(2, (await database.SeedAsync(0)).Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Every_page_reads_what_was_seeded_and_numbers_no_table(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.Database.SeedAsync(600);
        using var all = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor, Roles.Administrator);
        using var statements = new Statements(desk.ConnectionString);

        // One claim of each sort that can be told apart, with all its pages, and every list.
        var claims = await desk.QueryAsync(db =>
            db.Claims.GroupBy(c => new
                {
                    c.Stage,
                    c.Publication,
                    c.UnderRecheck,
                    Again = c.VerdictVersion > 1,
                    Stale = c.StaleAt < desk.Now,
                })
                .Select(g => new
                {
                    g.Key.Stage,
                    Id = g.Min(c => c.Id),
                    Public = g.Key.Publication == Publication.Published,
                })
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        var articles = await desk.QueryAsync(db =>
            db.Articles.OrderBy(a => a.Id).Take(3).Select(a => a.Id).ToListAsync(TestContext.Current.CancellationToken)
        );
        string[] paths =
        [
            .. claims.SelectMany(c =>
                new[] { $"/desk/claims/{c.Id}", $"/desk/claims/{c.Id}/history", $"/desk/triage?claim={c.Id}" }
            ),
            .. claims.Where(c => c.Public).SelectMany(c => new[] { $"/claims/{c.Id}", $"/api/claims/{c.Id}" }),
            .. articles.SelectMany(id => new[] { $"/articles/{id}", $"/desk/intake/{id}" }),
            "/",
            "/?q=flood",
            "/?q=f",
            "/?kind=count",
            "/?freshness=stale",
            "/?verdict=true&kind=count",
            "/corrections",
            "/feed",
            "/methodology",
            "/api/claims",
            "/api/claims?q=flood",
            "/api/claimreview",
            "/desk",
            "/desk?kind=count&holder=Any",
            "/desk/triage",
            "/desk/triage/set-aside",
            "/desk/triage/set-aside?linked=true",
            "/people",
            "/workflows",
            "/workflows/standard-review/versions",
            "/workflows/steps",
        ];
        foreach (var path in paths)
        {
            using var answer = await all.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        }

        Assert.True(claims.Select(c => c.Stage).Distinct().Count() > 5, string.Join(", ", claims));
        Assert.True(statements.Heard.Count > paths.Length);
        Assert.DoesNotContain(
            statements.Heard,
            statement => statement.Contains("ROW_NUMBER", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_part_is_due_a_part_is_stale_and_what_it_stands_on_is_watched()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.Database.SeedAsync(1000);
        var published = await desk.QueryAsync(db =>
            db.Claims.Where(c => c.Publication == Publication.Published)
                .Include(c => c.Evidence)
                .ToListAsync(TestContext.Current.CancellationToken)
        );

        foreach (var freshness in new[] { Freshness.Fresh, Freshness.Due, Freshness.Stale })
            Assert.True(published.Count(c => c.FreshnessAt(desk.Now) == freshness) >= 10, freshness.ToString());
        Assert.True(published.Count(c => c.FreshnessAt(desk.Now) == Freshness.Fresh) > published.Count / 2);
        Assert.Contains(published, c => c.UnderRecheck);
        Assert.All(published, c => Assert.Contains(c.Evidence, e => e is { Watched: true, SnapshotId: not null }));
        Assert.NotEmpty(await desk.QueryAsync(db => db.Corrections.ToListAsync(TestContext.Current.CancellationToken)));
    }
}
