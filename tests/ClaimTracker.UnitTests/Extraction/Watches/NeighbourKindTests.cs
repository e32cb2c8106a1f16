using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>What stands before a passage, beside it and at the head of its page, by kind.</summary>
public sealed class NeighbourKindTests
{
    private const string Quote = "She will lead the inquiry until March.";

    [Theory]
    [InlineData("The council has appointed Irene Dahl.", "The council has appointed Beth Orlo.")]
    [InlineData("The council has appointed Irene Dahl.", "A clerk from Tolby was chosen on Monday.")]
    public void A_pronoun_that_means_another_now_is_a_change(string was, string now)
    {
        var look = PageComparison.Look(Quote, Page($"{was} {Quote}"), Page($"{now} {Quote}"));
        Assert.Equal(LookOutcome.Changed, look.Outcome);
        Assert.Contains("whom or what it means", look.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The council has appointed Irene Dahl.", "The council has appointed Dr Irene Dahl.")]
    [InlineData("The council has appointed Irene Dahl.", "On Monday the council appointed Irene Dahl.")]
    public void The_same_one_in_other_words_is_none(string was, string now) =>
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, Page($"{was} {Quote}"), Page($"{now} {Quote}")).Outcome);

    [Theory]
    [InlineData("This article is more than two years old.")]
    [InlineData("This story was published over 3 years ago.")]
    [InlineData("Page updated 10.29")]
    [InlineData("Last reviewed on 4 May 2026 at 12:50")]
    public void How_old_a_page_is_and_when_it_was_touched_says_nothing_of_it(string stamp)
    {
        var kept = Page($"The council has appointed Irene Dahl. {Quote}");
        var now = Pages.Written("Inquiry", ["# Inquiry", stamp, .. Body($"The council has appointed Irene Dahl. {Quote}")]);
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, kept, now).Outcome);
    }

    [Fact]
    public void What_corrects_the_sentence_before_it_by_a_pronoun_corrects_the_passage()
    {
        const string Dead = "One diver, Jon Vale, drowned on Friday.";
        var look = PageComparison.Look(
            Dead,
            Page($"{Dead} The harbour is closed."),
            Page($"{Dead} The coast guard corrected that on Sunday: he is in hospital. The harbour is closed.")
        );
        Assert.NotEqual(LookOutcome.Unchanged, look.Outcome);
    }

    [Fact]
    public void A_figure_that_changed_beside_a_stamp_is_no_stamp()
    {
        const string Dead = "At least 12 people died in the fire at Tolby.";
        var look = PageComparison.Look(
            Dead,
            Pages.Written("Fire", ["# Fire", "Dead: 12", Dead, "The mill had closed in spring."]),
            Pages.Written("Fire", ["# Fire", "Dead: 15, updated", Dead, "The mill had closed in spring."])
        );
        Assert.NotEqual(LookOutcome.Unchanged, look.Outcome);
    }

    [Fact]
    public void What_points_back_at_another_sentence_speaks_of_that_one()
    {
        string[] rest = ["The firm had forecast growth of 3 per cent.", "Its plant stands in Tolby."];
        var look = PageComparison.Look(
            Quote,
            Pages.Written("Inquiry", ["# Inquiry", Quote, "Ferries run every hour.", string.Join(' ', rest)]),
            Pages.Written(
                "Inquiry",
                ["# Inquiry", Quote, "Ferries run every hour.", $"{rest[0]} It withdrew that forecast in May. {rest[1]}"]
            )
        );
        Assert.Equal(LookOutcome.Unchanged, look.Outcome);
    }

    private static WatchedPage Page(string passage) => Pages.Written("Inquiry", ["# Inquiry", .. Body(passage)]);

    private static string[] Body(string passage) =>
        ["The harbour was dredged in spring.", passage, "A report is due at the end of the year.", "Ferries run every hour."];
}
