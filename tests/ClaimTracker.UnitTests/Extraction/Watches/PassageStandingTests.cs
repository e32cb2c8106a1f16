using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Whether a finding is about the passage itself, or about what stands around it.</summary>
public sealed class PassageStandingTests
{
    private const string Said = "The strike killed 1,000 people, the ministry said.";

    [Theory]
    [InlineData("1,000 people", "The strike killed 1,000 people, the ministry said. It counts on.", true)]
    [InlineData("1,000 people", "The strike killed 987 people, the ministry said.", false)]
    [InlineData("1,000 people", "The strike killed 11,000 people, the ministry said.", false)]
    [InlineData("1,000 people", "The weather will be fine tomorrow in the whole country.", false)]
    [InlineData("1,000 people", "The strike has by now killed 1,000 people, the ministry of health said.", true)]
    [InlineData("1,000 people", "The strike never killed 1,000 people, the ministry said.", false)]
    public void Only_where_the_quote_stands_as_it_was_quoted(string quote, string now, bool stands)
    {
        var look = PageComparison.Look(
            quote,
            Page("Figures of the day.", Said),
            Page("Figures of the day.", now, "Correction: the figure of people killed was wrong.")
        );

        Assert.NotEqual(LookOutcome.Unchanged, look.Outcome);
        Assert.Equal(stands, PassageStanding.IsIn(look, quote));
    }

    [Fact]
    public void A_row_whose_figure_differs_does_not_stand_and_one_with_a_column_more_does()
    {
        var kept = Table(["Town", "Killed in May"], ["Izium", "1,000"]);
        var differs = PageComparison.Look("1,000", kept, Table(["Town", "Killed in May"], ["Izium", "987"]));
        var more = PageComparison.Look(
            "Izium 1,000",
            kept,
            Table(["Town", "Killed in May", "Killed in June"], ["Izium", "1,000", "12"])
        );

        Assert.False(PassageStanding.IsIn(differs, "1,000"));
        Assert.NotEqual(LookOutcome.Unchanged, more.Outcome);
        Assert.True(PassageStanding.IsIn(more, "Izium 1,000"));
    }

    private static WatchedPage Page(params string[] paragraphs) =>
        new([.. paragraphs.Select(text => new PageBlock(text, BlockKind.Paragraph, PageZone.Body))]);

    private static WatchedPage Table(string[] headers, string[] cells) =>
        new([
            new PageBlock(string.Join(" ", cells), BlockKind.Row, PageZone.Body)
            {
                Cells = [.. headers.Zip(cells, (header, cell) => new PageCell(header, cell))],
            },
        ]);
}
