using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>Old looks that found nothing become one row a source and year, and what is told of them stays true.</summary>
public sealed class FoldJobTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    private static readonly RecheckPolicy Weekly = new() { Every = TimeSpan.FromDays(7), PersonEvery = TimeSpan.FromDays(3_650) };

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Of_one_source_and_year_the_latest_stays_for_all_and_what_was_found_stays_with_its_round(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await desk.AddWatchedClaimAsync(Quote, "https://a.example/port", "https://b.example/port");
        var other = await desk.AddWatchedClaimAsync(Quote, "https://a.example/port");
        var begun = desk.Now.Kept();

        // Three years of weeks; in one of them a source read otherwise, and in two the figure differed within its condition.
        var found = begun.AddDays(7 * 80);
        var weeks = Enumerable.Range(1, 156).Select(week => begun.AddDays(7 * week)).ToList();
        await LookAsync(
            desk,
            id,
            weeks,
            (source, at) => at == found && source == 1 ? RecheckOutcome.Changed : RecheckOutcome.Unchanged
        );
        await LookAsync(desk, other, [.. weeks.Take(2)], (_, _) => RecheckOutcome.Unchanged, "now 91, below 100");
        desk.Clock.Advance(weeks[^1] - desk.Now + TimeSpan.FromDays(1));
        var before = await LooksAsync(desk);
        var claim = await desk.ClaimAsync(id);

        var went = await FoldAsync(desk);

        var after = await LooksAsync(desk);
        var old = desk.Now.AddDays(-400);
        Assert.Equal(before.Count - after.Count, went);
        Assert.Equal(before.Count, after.Sum(l => l.Times ?? 1));
        Assert.Equal(before.Count(l => l.MadeAt >= old), after.Count(l => l.MadeAt >= old && l.Times is null));
        Assert.Equal(2, after.Count(l => l.MadeAt == found && l.Times is null or 1));
        Assert.All(
            after.Where(l => l.MadeAt < old && l.MadeAt != found).GroupBy(l => (l.EvidenceId, l.MadeAt!.Value.Year)),
            year =>
            {
                var kept = Assert.Single(year);
                var these = before
                    .Where(l =>
                        l.EvidenceId == kept.EvidenceId
                        && l.MadeAt < old
                        && l.MadeAt != found
                        && l.MadeAt!.Value.Year == year.Key.Year
                    )
                    .ToList();
                Assert.Equal((these.Count, these.Max(l => l.MadeAt), these.Max(l => l.Id)), (kept.Times, kept.MadeAt, kept.Id));
                Assert.Equal(these.Count == 1 ? null : these.Min(l => l.MadeAt), kept.FirstAt);
            }
        );
        Assert.Equal("now 91, below 100", after.Single(l => l.ClaimId == other).Within);
        Assert.Equal((claim.LastVerifiedAt, claim.Findings.Count), ((await desk.ClaimAsync(id)).LastVerifiedAt, 1));

        // Twice is as once, and later years come to the rows that are there.
        Assert.Equal(0, await FoldAsync(desk));
        desk.Clock.Advance(TimeSpan.FromDays(500));
        Assert.True(await FoldAsync(desk) > 0);
        var all = await LooksAsync(desk);
        Assert.Equal(before.Count, all.Sum(l => l.Times ?? 1));
        Assert.Equal(
            all.Where(l => l.MadeAt != found).Select(l => (l.EvidenceId, l.MadeAt!.Value.Year)).Distinct().Count() + 2,
            all.Count
        );

        // Readers see of each year how many looks stand behind what is told.
        using var reader = desk.Browser();
        var page = (await reader.OpenAsync($"/claims/{id}")).Text;
        Assert.Contains("looks since", page, StringComparison.Ordinal);
        var json = await reader.Http.GetStringAsync(
            new Uri($"/api/claims/{id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("\"firstAt\":\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_batch_is_folded_batch_by_batch_into_the_same_rows()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddWatchedClaimAsync(Quote, "https://a.example/port");
        var begun = desk.Now;
        await LookAsync(
            desk,
            id,
            [.. Enumerable.Range(1, 2_300).Select(hours => begun.AddHours(hours))],
            (_, _) => RecheckOutcome.Unchanged
        );
        desk.Clock.Advance(TimeSpan.FromDays(600));

        await FoldAsync(desk);

        var left = await LooksAsync(desk);
        Assert.Equal(2_300, left.Sum(l => l.Times));
        Assert.Equal(left.Select(l => l.MadeAt!.Value.Year).Distinct().Count(), left.Count);
    }

    private static Task<int> FoldAsync(DeskApp desk) =>
        desk.InScopeAsync(services => ActivatorUtilities.CreateInstance<FoldJob>(services).RunAsync(CancellationToken.None));

    private static Task<List<Look>> LooksAsync(DeskApp desk) =>
        desk.QueryAsync(db => db.Looks.AsNoTracking().OrderBy(l => l.Id).ToListAsync());

    // Rounds as looks make them, by the domain's own rules, without the pages.
    private static Task<Result> LookAsync(
        DeskApp desk,
        long id,
        IReadOnlyList<DateTime> at,
        Func<int, DateTime, RecheckOutcome> outcome,
        string? within = null
    ) =>
        desk.QueryAsync(db =>
            db.CommitAsync(
                "test",
                Right.Jobs,
                async _ =>
                {
                    var claim = await db
                        .Claims.Include(c => c.Evidence)
                        .Include(c => c.Findings)
                        .Include(c => c.Verdicts)
                            .ThenInclude(v => v.Evidence)
                        .SingleAsync(c => c.Id == id);
                    foreach (var instant in at)
                    {
                        List<Look> round =
                        [
                            .. claim
                                .Evidence.OrderBy(e => e.Id)
                                .Select(e => new Look(id, e, claim.VerdictVersion!.Value, instant)),
                        ];
                        db.Looks.AddRange(round);
                        for (var source = 0; source < round.Count; source++)
                        {
                            claim.TakeLook(
                                round[source],
                                outcome(source, instant),
                                "as seen",
                                Weekly,
                                instant,
                                SourceNature.Living,
                                within is null ? null : new SeenPassage(Stands: true, Within: within)
                            );
                        }

                        claim.EndRound(round, "system:looks", Weekly, instant);
                    }

                    return Result.Ok;
                },
                CancellationToken.None
            )
        );
}
