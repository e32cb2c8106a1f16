using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Answers that are no page, by kind, and pages that say of themselves why their text is gone.</summary>
public sealed class WallKindTests
{
    private const string Quote = "The tram to Nesby runs every 12 minutes";

    private static readonly string[] Article =
    [
        "# Tram times",
        "The depot was painted in autumn.",
        Quote + ", the operator said.",
        "Drivers carry change for small notes.",
        "Stops have benches made of larch.",
        "A museum tram runs on Sundays.",
    ];

    [Fact]
    public void A_page_that_was_kept_as_a_wall_is_one_still()
    {
        var wall = Pages.Written(
            "Tram times",
            ["# Tram times", "The rest of this article is for subscribers only.", "Log in to go on reading."]
        );
        Assert.Equal(LookOutcome.Unreadable, PageComparison.Look(Quote, null, wall).Outcome);
        Assert.Equal(LookOutcome.Unreadable, PageComparison.Look(Quote, wall, wall).Outcome);
    }

    [Theory]
    [InlineData("Please allow adverts", "You use an ad blocker. Adverts pay for our reporters. Switch it off to go on.")]
    [InlineData("Keep us afloat", "Our pages live from advertising, and your browser extension hides it.")]
    [InlineData("Pick an edition", "Choose your edition to go on reading.", "Europe", "Americas")]
    [InlineData("Only in the app", "Scan the code with your phone and open the app to read on.")]
    [InlineData("Still there?", "Your session has ended after 15 minutes of inactivity. Log in once more.")]
    [InlineData("You have been logged out", "For your security this screen closes after ten minutes. Sign in to go on.")]
    [InlineData("Trams are moving house", "Our web host was bought by another. Please come back after the holidays.")]
    [InlineData("We have a new address", "This site has moved to another host. You are being redirected.")]
    [InlineData("Mailing list", "You have been unsubscribed from our letters.")]
    [InlineData("Oh no", "There is nothing at this address. Check the spelling or go to the front page.")]
    [InlineData("One more step", "Tick the box to show that you are not a robot.")]
    [InlineData("Too fast", "Your network sent too many requests. Try again in ten minutes.")]
    [InlineData("Out of service", "We are upgrading our servers tonight. Please check back in the morning.")]
    [InlineData("Not for you, sorry", "Licensing restrictions keep us from showing this where you are.")]
    [InlineData("{\"status\": 404, \"message\": \"no such tram\"}")]
    [InlineData("[{\"id\": 7, \"name\": \"stop\"}]")]
    public void Says_nothing_of_the_passage(string heading, params string[] lines)
    {
        var now =
            heading.StartsWith('{') || heading.StartsWith('[')
                ? Pages.OfText(heading)
                : Pages.Written(heading, ["# " + heading, .. lines]);
        Assert.Equal(LookOutcome.Unreadable, Look(now));
    }

    [Fact]
    public void Another_text_of_the_site_is_another_page_whatever_it_says_of_its_own_matter() =>
        Assert.Equal(
            LookOutcome.Unreadable,
            Look(
                Pages.Written(
                    "Herring festival",
                    "# Herring festival",
                    "The old stage was replaced by a raft.",
                    "A brewer withdrew his stall after a quarrel.",
                    "Fiddlers came from six valleys.",
                    "The mayor fell into the fjord.",
                    "Prizes went to three cooks."
                )
            )
        );

    [Fact]
    public void So_is_one_that_has_the_sentences_of_all_pages_with_other_names()
    {
        string[] Help(string subject, string passage, string town) =>
            [
                "# " + subject,
                passage,
                $"Our desk in {town} opens at nine on Mondays.",
                $"Write to the office in {town} for printed forms.",
                $"Lost cards are kept in {town} for a month.",
            ];
        Assert.Equal(
            LookOutcome.Unreadable,
            PageComparison
                .Look(
                    Quote,
                    Pages.Written("Tram times", Help("Tram times", Quote + ".", "Nesby")),
                    Pages.Written("Library fees", Help("Library fees", "Late books cost two crowns each.", "Lomvik"))
                )
                .Outcome
        );
    }

    [Theory]
    [InlineData("Tram times", "This page has been removed because its figures were wrong.")]
    [InlineData("Tram times", "The article that stood here was withdrawn on 4 May.")]
    [InlineData("Note from the editor", "Our article on the tram to Nesby has been retracted.")]
    [InlineData("Tram times", "The tram to Nesby stopped running in June.")]
    public void A_page_that_says_why_its_text_is_gone_is_read(string heading, string line) =>
        Assert.NotEqual(LookOutcome.Unreadable, Look(Pages.Written(heading, "# " + heading, line)));

    private static LookOutcome Look(WatchedPage now) =>
        PageComparison.Look(Quote, Pages.Written("Tram times", Article), now).Outcome;
}
