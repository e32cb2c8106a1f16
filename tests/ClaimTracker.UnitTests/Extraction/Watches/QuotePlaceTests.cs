using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Where a quote stands, and a look that watches the place that a person confirmed.</summary>
public sealed class QuotePlaceTests
{
    private const string Quote = "90 ships a week";

    private static readonly WatchedPage Kept = Pages.Written(
        "Harbour",
        "# Harbour",
        "12 May 2026",
        "The wind was weak. The pilots counted 90 ships a week at the north quay.",
        "## North quay",
        "| Month | Traffic",
        "| June | 70 ships a week",
        "| July | 90 ships a week",
        "## South quay",
        "| Month | Traffic",
        "| June | 60 ships a week",
        "| July | 90 ships a week",
        "## East quay",
        "It took 90 ships a week.",
        "## West quay",
        "It took 90 ships a week.",
        "The café is open.",
        "Parking is free of charge."
    );

    [Fact]
    public void Tells_what_stands_before_behind_and_above_each_place()
    {
        var places = PageComparison.Places(Quote, Kept, 10)!;

        Assert.Equal(5, places.Count);
        var text = places.Single(place => place.Heading == "Harbour");
        Assert.Equal(
            (32, "counted ", " at the north quay.\nNorth quay\nM"),
            (text.Prefix.Length, text.Prefix[^8..], text.Suffix)
        );
        Assert.Equal(
            (Quote, "The pilots counted 90 ships a week at the north quay.", "12 May 2026", BlockKind.Paragraph),
            (text.Text, text.Sentence, text.Date, text.Kind)
        );
        var row = places.Single(place => place.Heading == "South quay");
        Assert.Equal(
            ("July 90 ships a week", BlockKind.Row, "in a row of a table with the columns “Month”, “Traffic” under “South quay”"),
            (row.Sentence, row.Kind, PlaceWords.Of(row))
        );
        Assert.Equal(places.Select(place => place.Position).Order(), places.Select(place => place.Position));
    }

    [Fact]
    public void A_quote_that_is_not_there_has_no_place_and_a_page_that_cannot_be_read_says_nothing_of_it()
    {
        Assert.Empty(PageComparison.Places("500 ships", Kept, 10)!);
        Assert.Null(PageComparison.Places(Quote, WatchedPage.Unreadable("the server answered with status 500"), 10));
        Assert.Equal(2, PageComparison.Places(Quote, Kept, 2)!.Count);
    }

    [Theory]
    [InlineData("Harbour")]
    [InlineData("North quay")]
    [InlineData("South quay")]
    [InlineData("East quay")]
    [InlineData("West quay")]
    public void Each_confirmed_place_stands_while_it_stands_and_is_missed_when_it_alone_goes(string heading)
    {
        var confirmed = At(heading);
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, Kept, Kept, confirmed).Outcome);

        var without = Kept with
        {
            Blocks =
            [
                .. Kept.Blocks.Where(block => block.Heading != heading || !block.Text.Contains(Quote, StringComparison.Ordinal)),
            ],
        };
        var look = PageComparison.Look(Quote, Kept, without, confirmed);

        Assert.Equal(LookOutcome.Moved, look.Outcome);
        Assert.Contains(
            $"no longer stands in the place that was confirmed ({PlaceWords.Of(confirmed)})",
            look.Why,
            StringComparison.Ordinal
        );
        foreach (
            var other in PageComparison
                .Places(Quote, Kept, 10)!
                .Where(place => place.Heading != heading && place.Kind == BlockKind.Row)
        )
        {
            Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, Kept, without, other).Outcome);
        }
    }

    [Theory]
    [InlineData("North quay")]
    [InlineData("South quay")]
    [InlineData("East quay")]
    [InlineData("West quay")]
    public void Another_figure_in_the_confirmed_place_is_changed_though_the_quote_stands_elsewhere(string heading)
    {
        var now = Kept with
        {
            Blocks =
            [
                .. Kept.Blocks.Select(block =>
                    block.Heading == heading && block.Text.Contains(Quote, StringComparison.Ordinal)
                        ? Read(block, "80 ships a week")
                        : block
                ),
            ],
        };

        var look = PageComparison.Look(Quote, Kept, now, At(heading));

        Assert.Equal(
            (LookOutcome.Changed, true),
            (look.Outcome, look.Now?.Contains("80 ships a week", StringComparison.Ordinal))
        );
        foreach (
            var other in PageComparison
                .Places(Quote, Kept, 10)!
                .Where(place => place.Heading != heading && place.Kind == BlockKind.Row)
        )
        {
            Assert.NotEqual(LookOutcome.Missing, PageComparison.Look(Quote, Kept, now, other).Outcome);
        }
    }

    [Fact]
    public void The_confirmed_place_is_found_again_under_what_was_put_in_above_it()
    {
        var now = Kept with
        {
            Blocks = [new PageBlock("Tickets are sold on board.", BlockKind.Paragraph, PageZone.Body), .. Kept.Blocks],
        };
        foreach (var place in PageComparison.Places(Quote, Kept, 10)!)
            Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, Kept, now, place).Outcome);
    }

    [Fact]
    public void A_place_that_is_not_on_the_kept_page_is_as_if_nobody_had_confirmed_it() =>
        Assert.Equal(
            PageComparison.Look(Quote, Kept, Kept).Parts,
            PageComparison.Look(Quote, Kept, Kept, At("West quay") with { Heading = "Canal" }).Parts
        );

    [Fact]
    public void What_stands_everywhere_is_looked_at_in_time()
    {
        var page = Pages.Written("Harbour", [.. Enumerable.Repeat("It took 90 ships a week.", 20_000).Prepend("# Harbour")]);
        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, page, page, PageComparison.Places(Quote, page, 1)![0]).Outcome
        );
    }

    private static QuotePlace At(string heading) =>
        PageComparison.Places(Quote, Kept, 10)!.Single(place => place.Heading == heading);

    private static PageBlock Read(PageBlock block, string figure) =>
        block with
        {
            Text = block.Text.Replace(Quote, figure, StringComparison.Ordinal),
            Cells =
            [
                .. block.Cells.Select(cell => cell with { Text = cell.Text.Replace(Quote, figure, StringComparison.Ordinal) }),
            ],
        };
}
