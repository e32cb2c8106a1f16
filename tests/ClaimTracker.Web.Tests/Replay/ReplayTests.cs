using ClaimTracker.Benchmarks.Replay;
using ClaimTracker.Benchmarks.Support;

namespace ClaimTracker.Web.Tests.Replay;

/// <summary>A few real days through a desk; all of them are a command of the benchmarks.</summary>
public sealed class ReplayTests
{
    private const int Days = 17;
    private const int First = 60;

    [Fact]
    public async Task Looks_say_what_the_sources_say_and_nothing_is_fresh_while_it_is_wrong()
    {
        if (Series() is not { } series)
        {
            Assert.Skip("No public data in ../shared beside the repository, or in CLAIMTRACKER_TEST_DATA.");
            return;
        }

        await using var server = await ReplayServer.StartAsync(series);
        var verdicts = ReplayRun.Verdicts(series, 4, First, days: 1);
        verdicts.ForEach(server.Place);
        await using var desk = await ReplayDesk.StartAsync(series.Days[First].ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var run = new ReplayRun(series, desk, server, verdicts);

        for (var day = First; day < First + Days; day++)
            await run.PassAsync(day);

        Assert.True(run.Tally.Looks.All > 5, "Hardly a look was made.");
        Assert.True(run.Tally.Changes.Found > 0, "Nothing became wrong.");
        Assert.Equal((0, 0, 0), (run.Tally.Missed, run.Tally.Changes.Late, run.Tally.FreshWhileWrong));
    }

    private static ReplaySeries? Series()
    {
        try
        {
            return ReplaySeries.Read();
        }
        catch (DataMissingException)
        {
            return null;
        }
    }
}
