using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>
/// What a page has around its text (title, headings, stamps, fields, what is laid over it): reworded it says nothing new, unless
/// it does.
/// </summary>
public sealed class FurnitureTests
{
    private const string Title = "Ferry to Hovden will run at night from May";
    private const string Passage = "The night ferry takes 34 cars and no lorries.";

    [Theory]
    [InlineData("Night ferry to Hovden starts in May", true)]
    [InlineData("From May, a ferry runs to Hovden at night", true)]
    [InlineData("Ferry to Hovden will not run at night from May", false)]
    [InlineData("Ferry to Hovden suspended from May", false)]
    [InlineData("Ferry to Hovden may run at night from May, mayor claims", false)]
    [InlineData("Ferry to Hovden takes 12 cars at night", false)]
    [InlineData("Choir festival in Moss sold out", false)]
    public void A_title_in_other_words_on_the_same_matter_is_the_same(string title, bool same) =>
        Assert.Equal(same, Look(Page(Title), Page(title)) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("What is known", true)]
    [InlineData("The details", true)]
    [InlineData("Rumours", false)]
    [InlineData("Plans that were dropped", false)]
    [InlineData("What the company claims", false)]
    public void A_heading_that_came_between_title_and_passage_says_nothing_where_its_words_do_not(string heading, bool same)
    {
        var kept = Pages.Written(Title, "# " + Title, "The company runs three boats.", Passage, "The crossing takes an hour.");
        var now = Pages.Written(
            Title,
            "# " + Title,
            "The company runs three boats.",
            "## " + heading,
            Passage,
            "The crossing takes an hour."
        );

        Assert.Equal(same, Look(kept, now) == LookOutcome.Unchanged);
    }

    [Theory]
    [InlineData("By Ann Lee, 3 May 2026", "By Ann Lee, as of 8 June 2026", true)]
    [InlineData("By Ann Lee, 3 May 2026", "By Ann Lee | Withdrawn 8 June 2026", false)]
    [InlineData("All numbers as of 3 May 2026", "All numbers as of 8 June 2026", false)]
    [InlineData("By Ann Lee, 3 May 2026", "By Ann Lee, 3 May 2026, retracted", false)]
    public void The_day_of_the_page_is_no_day_of_its_figures(string was, string now, bool same) =>
        Assert.Equal(same, Look(Page(Title, was), Page(Title, now)) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("Ferry: in service", "Ferry: withdrawn", false)]
    [InlineData("Cars on the night ferry: 34", "Cars on the night ferry: 20", false)]
    [InlineData("Post: night ferry, 34 cars", "Post: gone to Moss", false)]
    [InlineData("Harbour café: open", "Harbour café: being painted", true)]
    public void A_field_that_gave_what_the_passage_says_counts(string was, string now, bool same) =>
        Assert.Equal(same, Look(Page(Title, was, "Boats: three"), Page(Title, now, "Boats: three")) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("What this page says about the cars on the night ferry is not correct.", false)]
    [InlineData("Careful: a slip in the timetable means that the count of cars is unreliable.", false)]
    [InlineData("We store data on your device. You can change your choice at any time.", true)]
    [InlineData("Reject all, accept all, or choose for each partner.", true)]
    public void What_is_laid_over_the_page_counts_where_it_takes_something_back(string laid, bool same)
    {
        var page = Page(Title);

        Assert.Equal(
            same,
            Look(page, page with { Blocks = [new PageBlock(laid, BlockKind.Paragraph, PageZone.Overlay), .. page.Blocks] })
                == LookOutcome.Unchanged
        );
    }

    [Theory]
    [InlineData("The company has retracted this text in full and apologises to its passengers.", false)]
    [InlineData("We got that one wrong at first.", false)]
    [InlineData("The editors ask readers to treat this with care until a review is done.", false)]
    [InlineData("Please note that the number above is that of tickets sold.", false)]
    [InlineData("The company now says that the night ferry takes no cars.", false)]
    [InlineData("Clarification, 8 June 2026: we should have said that lorries are taken too.", false)]
    [InlineData("Ann Lee, who wrote this text, admits to making things up.", false)]
    [InlineData("Correction: an earlier version of the map had Moss on the wrong shore.", true)]
    [InlineData("Rules for corrections can be read in our guide for the newsroom.", true)]
    [InlineData("Note: the concert on the quay has been put off to the autumn.", true)]
    [InlineData("57 people are reading this page.", true)]
    [InlineData("That is the end of our coverage for now.", true)]
    [InlineData("The harbour office quashed Hovden's right to a night ferry on Friday.", false)]
    [InlineData("View post", true)]
    [InlineData("Paid content", true)]
    [InlineData("Take part in our short survey.", true)]
    public void A_line_at_the_foot_counts_where_it_speaks_of_the_text(string line, bool same) =>
        Assert.Equal(same, Look(Page(Title), Page(Title, line)) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("Passengers are to stay on land.", true, false)]
    [InlineData("Update, 9 p.m.: the ferry has sunk.", false, false)]
    [InlineData("The museum in Kvam has a new roof.", true, true)]
    [InlineData("A map of the quay has been added.", true, true)]
    public void What_the_page_calls_a_notice_counts_where_it_speaks_of_the_same(string said, bool isNotice, bool same)
    {
        var page = Page("Ferry to Hovden: passengers board from May");
        var notice = new PageBlock(said, BlockKind.Paragraph, PageZone.Aside) { IsNotice = isNotice };

        Assert.Equal(same, Look(page, page with { Blocks = [.. page.Blocks, notice] }) == LookOutcome.Unchanged);
    }

    [Theory]
    [InlineData("This piece has been taken down by the editors.", LookOutcome.Missing)]
    [InlineData("We removed the text that stood here.", LookOutcome.Missing)]
    [InlineData("Subscribe to read the rest.", LookOutcome.Unreadable)]
    public void A_text_that_gave_way_to_one_word_of_the_page_is_gone(string word, LookOutcome outcome) =>
        Assert.Equal(outcome, Look(Page(Title), Pages.Written(Title, "# " + Title, word)));

    [Fact]
    public void A_neighbour_that_says_the_same_in_other_words_is_no_finding()
    {
        var kept = Pages.Written(
            Title,
            "# " + Title,
            Passage,
            "Experts from Moss and Kvam helped to plan it.",
            "The fare stays as it is."
        );
        var now = Pages.Written(
            Title,
            "# " + Title,
            Passage,
            "Colleagues from Moss and Kvam are at work on the case.",
            "The fare stays as it is."
        );

        Assert.Equal(LookOutcome.Unchanged, Look(kept, now));
    }

    private static WatchedPage Page(string title, params string[] below) =>
        Pages.Written(
            title,
            [
                "# " + title,
                "The company runs three boats between Moss and the islands.",
                Passage,
                "The crossing takes an hour, and the kiosk on board sells soup.",
                .. below,
            ]
        );

    private static LookOutcome Look(WatchedPage kept, WatchedPage now) => PageComparison.Look(Passage, kept, now).Outcome;
}
