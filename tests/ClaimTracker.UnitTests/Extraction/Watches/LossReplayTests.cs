using System.Globalization;
using System.Text.Json;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>A real figure that grows from day to day, on a page of our own making.</summary>
public sealed class LossReplayTests
{
    [Fact]
    public void Follows_a_figure_through_its_whole_history()
    {
        var file = SharedData.Require("ua-general-staff-losses", "russia_losses_personnel.json");
        using var days = JsonDocument.Parse(File.ReadAllText(file));
        var figures = days.RootElement.EnumerateArray().Select(day => day.GetProperty("personnel").GetInt64()).ToList();
        Assert.NotEmpty(figures);
        for (var i = 1; i < figures.Count; i++)
        {
            var look = PageComparison.Look(Sentence(figures[i - 1]), Page(figures[i - 1], i - 1), Page(figures[i], i));
            var changed = figures[i] != figures[i - 1];
            Assert.Equal(changed ? LookOutcome.Changed : LookOutcome.Unchanged, look.Outcome);
            if (changed)
                Assert.Contains(Written(figures[i]), Assert.Single(look.Figures).Now, StringComparison.Ordinal);
        }
    }

    private static string Sentence(long figure) =>
        $"Since the invasion began the army has lost about {Written(figure)} personnel, by the general staff's own count.";

    private static WatchedPage Page(long figure, int day) =>
        Pages.OfText(
            $"Day {day}\nThe general staff publishes its figures each morning. None of them can be checked independently.\n{Sentence(figure)}\nAbout us\nArchive of day {day - 1}"
        );

    private static string Written(long figure) => figure.ToString("N0", CultureInfo.InvariantCulture);
}
