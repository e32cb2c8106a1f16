using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

public sealed class PageComparisonTests
{
    private const string Heading = "Ferry safety";
    private const string Before = "Inspectors boarded the ship in May.";
    private const string Passage = "The ferry Solvik carries at most 420 passengers, the port office said.";
    private const string After = "Its hull was painted last year.";
    private const string Quote = "The ferry Solvik carries at most 420 passengers";

    private static readonly WatchedPage Kept = Pages.Of(Heading, Before, Passage, After, "Tickets are sold on board.");

    [Theory]
    [InlineData("The ferry Solvik carries at most 420 passengers, the port office said.")]
    [InlineData("The ferry Solvik carries no more than 420 passengers – the port office said.")]
    [InlineData("The ferry Sol\u00ADvik carries at most 420\u00A0passengers, the port of\uFB01ce said.[3]")]
    [InlineData("The ferry Solvik carries at most four hundred and twenty passengers, the port office said.")]
    public void Holds_the_same_for_unchanged_however_it_is_set(string passage) =>
        Assert.Equal(LookOutcome.Unchanged, Look(passage).Outcome);

    [Theory]
    [InlineData("The ferry Solvik carries at most 460 passengers, the port office said.", LookOutcome.Changed)]
    [InlineData("The ferry Solvik carries at least 420 passengers, the port office said.", LookOutcome.Changed)]
    [InlineData("The ferry Solvik carries at most 420 passengers, a tourist said.", LookOutcome.Changed)]
    [InlineData("The ferry Solvik carries at most 420 passengers, the port office said?", LookOutcome.Changed)]
    [InlineData("It is not true that the ferry Solvik carries at most 420 passengers, the port office said.", LookOutcome.Denied)]
    [InlineData("The port office denies that the ferry Solvik carries at most 420 passengers.", LookOutcome.Denied)]
    [InlineData("The kiosk sells ice cream.", LookOutcome.Missing)]
    public void Reads_the_whole_sentence_and_not_the_quote_alone(string passage, LookOutcome expected) =>
        Assert.Equal(expected, Look(passage).Outcome);

    [Theory]
    [InlineData("The office has since taken that limit back.")]
    [InlineData("This is no longer the case.")]
    [InlineData("It was a misprint.")]
    public void Hears_the_next_sentence_take_it_back(string next) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look($"{Passage} {next}").Outcome);

    [Fact]
    public void Sees_that_the_words_stand_under_another_heading() =>
        Assert.Equal(
            LookOutcome.Moved,
            PageComparison.Look(Quote, Kept, Pages.Of("Rumours", Before, Passage, After, "Tickets are sold on board.")).Outcome
        );

    [Theory]
    [InlineData("The port office now allows the Solvik 510 passengers.")]
    [InlineData("Correction: the limit for the Solvik given below is wrong.")]
    [InlineData("This article has been withdrawn.")]
    public void Sees_what_says_otherwise_elsewhere(string line) =>
        Assert.Equal(
            LookOutcome.AlsoElsewhere,
            PageComparison
                .Look(
                    Quote,
                    Kept,
                    Pages.Of(Heading, line, Before, "A line between.", Passage, After, "Tickets are sold on board.")
                )
                .Outcome
        );

    [Theory]
    [InlineData("The museum has withdrawn a painting.")]
    [InlineData("Correction: a caption misspelt the name of the captain.")]
    [InlineData("This page was last updated on 3 June.")]
    public void Lets_pass_what_speaks_of_something_else(string line) =>
        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison
                .Look(Quote, Kept, Pages.Of(Heading, line, Before, Passage, After, "Tickets are sold on board."))
                .Outcome
        );

    [Fact]
    public void A_notice_that_stood_there_before_changes_nothing()
    {
        var page = Pages.Of(Heading, "This article has been withdrawn.", Before, Passage, After);
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, page, page).Outcome);
    }

    [Theory]
    [InlineData("Before you continue", "We and our partners store cookies on your device.")]
    [InlineData("Page not found", "Sorry, we could not find what you were looking for.")]
    [InlineData("Gardens", "Roses and tulips are delivered within two days.")]
    public void Says_nothing_of_the_passage_where_another_page_came(string heading, string text) =>
        Assert.Equal(LookOutcome.Unreadable, PageComparison.Look(Quote, Kept, Pages.Of(heading, text)).Outcome);

    [Fact]
    public void A_page_that_lost_the_passage_alone_is_read_for_what_it_is() =>
        Assert.Equal(
            LookOutcome.Missing,
            PageComparison.Look(Quote, Kept, Pages.Of(Heading, Before, After, "Tickets are sold on board.")).Outcome
        );

    [Fact]
    public void A_page_of_which_little_is_left_around_the_passage_is_not_unchanged() =>
        Assert.Equal(
            LookOutcome.Changed,
            PageComparison
                .Look(
                    Quote,
                    Kept,
                    Pages.Of(Heading, Passage, "Swimming lessons start in autumn.", "The harbour café has new chairs.")
                )
                .Outcome
        );

    [Fact]
    public void In_a_language_that_is_not_read_new_words_beside_the_passage_are_enough()
    {
        const string Passage = "Паром Солвік перевозить щонайбільше 420 пасажирів.";
        var kept = Pages.Of("Пором", "Перевірка була у травні.", Passage, "Квитки продають на борту.");
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Passage, kept, kept).Outcome);
        Assert.NotEqual(
            LookOutcome.Unchanged,
            PageComparison
                .Look(
                    Passage,
                    kept,
                    Pages.Of("Пором", "Перевірка була у травні.", Passage, "Це вже неправда.", "Квитки продають на борту.")
                )
                .Outcome
        );
    }

    [Fact]
    public void What_is_too_long_to_compare_says_so()
    {
        var look = PageComparison.Look(Quote, Kept, Pages.Of(Heading, new string('x', PageComparison.LongestText + 1)));
        Assert.Equal(LookOutcome.Unreadable, look.Outcome);
        Assert.Contains("too many", look.Why, StringComparison.Ordinal);
    }

    private static PageLook Look(string passage) =>
        PageComparison.Look(Quote, Kept, Pages.Of(Heading, Before, passage, After, "Tickets are sold on board."));
}
