using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>What comes to stand between two sentences of a passage.</summary>
public sealed class BoxBetweenTests
{
    private const string First = "The lock at Brekke lifts 14 boats at a time.";
    private const string Second = "Its gates were made of oak in 1911.";
    private const string Quote = First + " " + Second;

    [Theory]
    [InlineData("Our weekly email brings the best of the canal to your inbox. It is free. Four thousand boaters get it.")]
    [InlineData("Did you like this page? Support our work. Give what you can.")]
    [InlineData("Would you take the stairs?")]
    [InlineData("Sign up for tides and times. We write on Fridays. You can stop at any time.")]
    [InlineData("The café sells waffles in June. Its owner bakes them. Children paint the walls there.")]
    public void A_box_between_two_sentences_leaves_them_as_they_were(string box) =>
        Assert.Equal(LookOutcome.Unchanged, Look(Block(box)));

    [Theory]
    [InlineData(PageZone.Advert)]
    [InlineData(PageZone.Overlay)]
    [InlineData(PageZone.Teaser)]
    public void So_does_what_is_no_text_however_long(PageZone zone) =>
        Assert.Equal(
            LookOutcome.Unchanged,
            Look([
                .. Enumerable
                    .Range(1, 6)
                    .Select(i => new PageBlock($"Boats from 300 crowns in week {i}", BlockKind.Paragraph, zone)),
            ])
        );

    [Fact]
    public void So_does_a_picture_with_its_caption() =>
        Assert.Equal(
            LookOutcome.Unchanged,
            Look(new PageBlock("Boats in the lock at Brekke. Picture: Siv Aas", BlockKind.Caption, PageZone.Body))
        );

    [Theory]
    [InlineData("This was never checked.")]
    [InlineData("Like this page? The lock was closed in May.")]
    [InlineData("Our desk could not confirm this.")]
    [InlineData("Correction: the lock lifts 9 boats.")]
    [InlineData("It now lifts 20.")]
    public void What_speaks_of_them_does_not(string box) => Assert.NotEqual(LookOutcome.Unchanged, Look(Block(box)));

    [Fact]
    public void Nor_does_a_box_right_behind_them_whatever_the_page_calls_it()
    {
        var page = Page();
        var at = page.Blocks.ToList().FindIndex(block => block.Text == Second) + 1;
        WatchedPage With(string text) =>
            page with
            {
                Blocks = [.. page.Blocks.Take(at), new(text, BlockKind.Paragraph, PageZone.Teaser), .. page.Blocks.Skip(at)],
            };
        Assert.NotEqual(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, page, With("The board has since withdrawn this figure.")).Outcome
        );
        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, page, With("Bakers withdrew from the fair in Moss.")).Outcome
        );
    }

    [Fact]
    public void Nor_does_a_caption_that_speaks_of_them() =>
        Assert.NotEqual(
            LookOutcome.Unchanged,
            Look(new PageBlock("The lock at Brekke before it was closed for good", BlockKind.Caption, PageZone.Body))
        );

    [Fact]
    public void A_heading_between_them_puts_the_second_in_another_place()
    {
        var now = Page(new PageBlock("Legends", BlockKind.Heading, PageZone.Body) { Level = 2, Heading = "Brekke lock" });
        now = now with
        {
            Blocks =
            [
                .. now.Blocks.Select(block => block.Text == Second ? block with { Heading = "Legends", Level = 2 } : block),
            ],
        };
        Assert.NotEqual(LookOutcome.Unchanged, PageComparison.Look(Quote, Page(), now).Outcome);
    }

    private static PageBlock Block(string text) =>
        new(text, BlockKind.Paragraph, PageZone.Body) { Heading = "Brekke lock", Level = 1 };

    private static LookOutcome Look(params PageBlock[] between) => PageComparison.Look(Quote, Page(), Page(between)).Outcome;

    private static WatchedPage Page(params PageBlock[] between)
    {
        var page = Pages.Of(
            "Brekke lock",
            "The canal was dug by hand.",
            First,
            Second,
            "Swans nest below the bridge.",
            "A keeper lives there all year."
        );
        var at = page.Blocks.ToList().FindIndex(block => block.Text == Second);
        return page with { Blocks = [.. page.Blocks.Take(at), .. between, .. page.Blocks.Skip(at)] };
    }
}
