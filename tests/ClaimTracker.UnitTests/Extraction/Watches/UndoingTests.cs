using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>What is said elsewhere in a page's text, and undoes what the passage says.</summary>
public sealed class UndoingTests
{
    private const string Between = "A plane circled overhead.";

    [Theory]
    [InlineData("Police have arrested a man of 40.", "The man was let go at noon.")]
    [InlineData("All five divers are alive.", "One of the divers died in the ambulance.")]
    [InlineData("Orr took the gold medal in the slalom.", "On Friday the federation had Orr stripped of it.")]
    [InlineData("The swing bridge has reopened to cars.", "The swing bridge shut again at dusk, its motor burnt out.")]
    [InlineData("Nobody was in the barn.", "Firemen found two bodies under the hay.")]
    [InlineData("The blaze at the mill is out.", "It flared up once more at midnight.")]
    [InlineData("She is credited with the first map of the delta.", "Scholars now credit her pupil.")]
    [InlineData("The union backed the deal by 310 to 288.", "A second count gave 295 to 303.")]
    [InlineData("She was convicted of fraud under section 18.", "The conviction was quashed under section 2 of the Appeal Act.")]
    [InlineData("She was convicted of fraud in 2019.", "Her lawyer won the appeal and the conviction was quashed.")]
    public void What_undoes_the_passage_is_heard_of_wherever_it_stands(string quote, string line) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(quote, [quote, Between, Between, line]));

    [Theory]
    [InlineData("Police have arrested a man of 40.", "Officers were given tea.")]
    [InlineData("All five divers are alive.", "The quay has a plaque to whalers.")]
    [InlineData("The swing bridge has reopened to cars.", "Swans nest below it.")]
    [InlineData("The union backed the deal by 310 to 288.", "The hall seats 700.")]
    [InlineData("The blaze at the mill is out.", "In Orland another fire broke out in a forest.")]
    public void What_else_is_told_changes_nothing(string quote, string line) =>
        Assert.Equal(LookOutcome.Unchanged, Look(quote, [quote, Between, Between, line]));

    [Theory]
    [InlineData("High, from three trials.", "Very low. The largest trial was withdrawn, and two show no effect.", false)]
    [InlineData("Leave early if you can.", "Those who can should leave early.", true)]
    public void A_part_that_denies_now_what_it_did_not_is_heard_of(string was, string now, bool same)
    {
        const string Quote = "Deaths from fever fell by a fifth.";
        string[] Page(string part) => ["# Fever drops", Quote, Between, "## What we know", part, "## Next", "A report is due."];

        Assert.Equal(
            same,
            PageComparison.Look(Quote, Pages.Written("Drops", Page(was)), Pages.Written("Drops", Page(now))).Outcome
                == LookOutcome.Unchanged
        );
    }

    [Theory]
    [InlineData("Orley grew fastest of all.", "| Orley | +4.2%", "| Orley | -4.2%", false)]
    [InlineData("Orley grew fastest of all.", "| Orley | 4.2%", "| Orley | 4.20 per cent", true)]
    [InlineData("Orley grew fastest of all.", "| Wexham | 1.1%", "| Wexham | 1.3%", true)]
    public void A_row_of_what_the_passage_names_carries_it(string quote, string was, string now, bool same)
    {
        string[] Page(string row) => ["# Growth by town", "| Town | Change", row, "| Ashby | 2.0%", quote, Between];

        Assert.Equal(
            same,
            PageComparison.Look(quote, Pages.Written("Growth", Page(was)), Pages.Written("Growth", Page(now))).Outcome
                == LookOutcome.Unchanged
        );
    }

    [Theory]
    [InlineData("Quashed by the Court of Session, 3 May", false)]
    [InlineData("Printed by Hay and Sons, 3 May", true)]
    public void A_short_line_above_that_takes_it_back_is_heard_of(string line, bool same)
    {
        const string Quote = "Trams will be run by the city from 2027.";

        Assert.Equal(
            same,
            PageComparison
                .Look(
                    Quote,
                    Pages.Of("Decision of the council", Quote, Between),
                    Pages.Of("Decision of the council", line, Quote, Between)
                )
                .Outcome == LookOutcome.Unchanged
        );
    }

    [Fact]
    public void A_running_report_calls_every_entry_an_update()
    {
        const string Quote = "The prize of 900 pounds goes to Orr.";
        WatchedPage Page(params string[] entries) =>
            new([
                new PageBlock("Prizes", BlockKind.Heading, PageZone.Body) { Level = 1 },
                .. entries.Select(text => new PageBlock(text, BlockKind.Paragraph, PageZone.Body)
                {
                    Heading = "Prizes",
                    Level = 1,
                    IsNotice = true,
                }),
            ])
            {
                Title = "Prizes",
            };

        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, Page(Quote, Between), Page(Quote, Between, "The prize for pupils goes to Lee.")).Outcome
        );
    }

    [Fact]
    public void A_row_of_buttons_that_is_gone_changes_nothing()
    {
        const string Quote = "Vets found foot rot in one flock in five.";

        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison
                .Look(Quote, Pages.Of("Foot rot", "Share · Print · Email", Quote, Between), Pages.Of("Foot rot", Quote, Between))
                .Outcome
        );
    }

    private static LookOutcome Look(string quote, string[] now) =>
        PageComparison.Look(quote, Pages.Of("Report", now[..^1]), Pages.Of("Report", now)).Outcome;
}
