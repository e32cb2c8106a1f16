using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>
/// What a page says of its own text in words that nobody could list, and what it says for the comfort of its visitors.
/// </summary>
public sealed class TextNoticeTests
{
    private const string Title = "Eels return to the Vesle";
    private const string Passage = "Divers counted 412 eels below the Vesle weir in August.";
    private const string After = "The weir was rebuilt with oak beams in 1994.";

    [Theory]
    [InlineData("Demo page: everything written here is placeholder text.")]
    [InlineData("What you read below was composed by a robot and nobody has checked it against the facts.")]
    [InlineData("Mandatory withhold: please do not use the item.")]
    [InlineData("Intruders had access to our website. The sentences below are not ours.")]
    [InlineData("Content supplied and paid for by a client.")]
    [InlineData("This report was the subject of a complaint, which the ombudsman upheld.")]
    [InlineData("A text prepared in advance went online by accident.")]
    [InlineData("A joke: we made this up.")]
    [InlineData("Names and details in this story are imagined.")]
    [InlineData("There is a newer edition of this text, which differs.")]
    public void A_new_notice_on_the_text_itself_is_a_finding_wherever_it_stands(string notice)
    {
        Assert.NotEqual(LookOutcome.Unchanged, Look(Page(Passage, After), Page(notice, Passage, After)));
        Assert.NotEqual(LookOutcome.Unchanged, Look(Page(Passage, After), Page(Passage, After, notice)));
    }

    [Theory]
    [InlineData("Listen to this page, read by a voice.")]
    [InlineData("Was this text helpful to you? Rate it from 1 to 5.")]
    [InlineData("Advertisement. The text continues below.")]
    [InlineData("Help keep our pages free to read.")]
    [InlineData("This story is part of a series on rivers.")]
    [InlineData("Additional reporting by Siv Aas, our correspondent.")]
    [InlineData("A photograph was added to the story on Monday.")]
    [InlineData("This page is also available in Welsh.")]
    [InlineData("The bakery in Moss sells pies on Fridays and bread on Sundays.")]
    public void What_serves_the_visitor_or_tells_of_something_else_is_none(string said) =>
        Assert.Equal(LookOutcome.Unchanged, Look(Page(Passage, After), Page(Passage, After, said)));

    [Fact]
    public void One_that_stood_there_when_the_page_was_kept_is_none() =>
        Assert.Equal(
            LookOutcome.Unchanged,
            Look(
                Page("Demo page: placeholder text.", Passage),
                Page("Demo page: placeholder text.", Passage, "Tea is served at the mill.")
            )
        );

    [Theory]
    [InlineData("The mill's cartoon was to hang here by noon. It did not; it does now.")]
    [InlineData("Event: a walk with lanterns on the quay. CANCELLED")]
    [InlineData("Become a friend of the museum. Cancel whenever you like.")]
    [InlineData("Our picture of the mayor was the wrong way round. That has been put right.")]
    public void What_leans_on_a_new_sentence_about_something_else_speaks_of_that(string said) =>
        Assert.Equal(LookOutcome.Unchanged, Look(Page(Passage, After), Page(Passage, After, said)));

    [Theory]
    [InlineData("The eels were the talk of the town. It was not true.")]
    [InlineData("This count was made by a boy of nine. It is wrong.")]
    public void What_leans_on_one_about_the_passage_speaks_of_the_passage(string said) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(Page(Passage, After), Page(Passage, said, After)));

    [Fact]
    public void A_line_elsewhere_that_gave_the_very_figure_and_gives_another_is_a_finding() =>
        Assert.NotEqual(
            LookOutcome.Unchanged,
            Look(Page(Passage, After, "Eels this summer: 412"), Page(Passage, After, "Eels this summer: 287"))
        );

    [Fact]
    public void A_line_that_gave_another_figure_all_along_is_none() =>
        Assert.Equal(
            LookOutcome.Unchanged,
            Look(Page(Passage, After, "Visitors at the quay: 90"), Page(Passage, After, "Visitors at the quay: 120"))
        );

    [Theory]
    [InlineData("Postscript. The trust has torn up the count.")]
    [InlineData("Since this was first published: the figure was found to rest on a child's tally.")]
    [InlineData("19 December 2026: The weir was emptied, and the divers saw lampreys.")]
    [InlineData("Apology: The count should have named the pond at Moss.")]
    [InlineData("Please do not share this page: there were 41, not 412.")]
    [InlineData("There were never any eels below the weir.")]
    [InlineData("This piece was for the first of April. Nothing in it is true.")]
    public void What_was_added_later_and_speaks_of_the_same_is_a_finding(string said) =>
        Assert.NotEqual(
            LookOutcome.Unchanged,
            Look(Page(Passage, After), Page(Passage, After, "Tea is served at the mill.", said))
        );

    [Theory]
    [InlineData("Update, 16:40: The ferry to Sola sails again.")]
    [InlineData("Correction: Our piece on “Bees of Moss”, of 4 April, has been withdrawn.")]
    [InlineData("Is anything wrong with this page?")]
    [InlineData("There were never any ferries to Sola.")]
    public void What_was_added_later_of_something_else_is_none(string said) =>
        Assert.Equal(LookOutcome.Unchanged, Look(Page(Passage, After), Page(Passage, After, said)));

    [Theory]
    [InlineData("Counted by: Divers", "Counted by: Anglers")]
    [InlineData("Month of the count: August", "Month of the count: May")]
    public void A_labelled_line_that_gave_what_the_passage_gives_and_gives_it_no_longer_is_a_finding(string was, string now) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(Page(Passage, After, was), Page(Passage, After, now)));

    [Theory]
    [InlineData("Jo Ray (staff)", "The river trust has retracted its eel count since the divers saw lampreys.")]
    [InlineData("Pinned by the author – the eel count does not hold.", null)]
    public void What_the_pages_own_people_write_among_the_comments_is_read(string first, string? second)
    {
        IEnumerable<string> said = second is null ? [first] : [first, second];
        Assert.NotEqual(LookOutcome.Unchanged, Look(Page(Passage), WithComments([.. said])));
    }

    [Fact]
    public void What_a_reader_writes_there_is_not() =>
        Assert.Equal(
            LookOutcome.Unchanged,
            Look(Page(Passage), WithComments("Old Fox", "The eel count is wrong, says my aunt."))
        );

    [Theory]
    [InlineData("Eels return to the Vesle (with map)", true)]
    [InlineData("In pictures: Eels return to the Vesle", true)]
    [InlineData("False: Eels return to the Vesle", false)]
    [InlineData("No eels return to the Vesle", false)]
    [InlineData("Eels return to the Vesle, but not to Moss", false)]
    public void A_title_that_only_got_longer_by_a_word_of_presentation_is_the_same(string title, bool same) =>
        Assert.Equal(same, Look(Pages.Of(Title, Passage, After), Pages.Of(title, Passage, After)) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("Divers counted 412 eels in October.", "Divers counted 412 eels in Oct.", true)]
    [InlineData(
        "The hatchery opens at 9am and shuts at 5.30 p.m. daily.",
        "The hatchery opens at 09:00 and shuts at 17:30 daily.",
        true
    )]
    [InlineData("The hatchery opens at 9am daily.", "The hatchery opens at 9pm daily.", false)]
    [InlineData("The hatchery opens at 12:00 daily.", "The hatchery opens at 12am daily.", false)]
    [InlineData("The River Trust of Norway counted 412 eels.", "The River Trust of Norway (RTN) counted 412 eels.", true)]
    [InlineData("The World Health Organization named 9 rivers.", "The WHO named 9 rivers.", true)]
    [InlineData(
        "It's the largest count since 1994, said Dr. Siv Aas.",
        "It is the largest count since 1994, said Doctor Siv Aas.",
        true
    )]
    [InlineData("It's the largest count since 1994.", "Its largest count since 1994.", false)]
    [InlineData("The World Health Organization named 9 rivers.", "The WTO named 9 rivers.", false)]
    [InlineData("The World Health Organization named 9 rivers.", "The WHO named 8 rivers.", false)]
    public void Months_times_and_names_are_one_in_short_and_in_full(string was, string now, bool same)
    {
        Assert.Equal(same, PageComparison.Look(was, Page(was, After), Page(now, After)).Outcome == LookOutcome.Unchanged);
        Assert.Equal(same, PageComparison.Look(now, Page(now, After), Page(was, After)).Outcome == LookOutcome.Unchanged);
    }

    private static WatchedPage Page(params string[] paragraphs) => Pages.Of(Title, paragraphs);

    private static WatchedPage WithComments(params string[] comments)
    {
        var page = Page(Passage);
        return page with
        {
            Blocks = [.. page.Blocks, .. comments.Select(said => new PageBlock(said, BlockKind.Paragraph, PageZone.Comment))],
        };
    }

    private static LookOutcome Look(WatchedPage was, WatchedPage now) => PageComparison.Look(Passage, was, now).Outcome;
}
