using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Answers that are pages and not the page: a section's front, a bare list of headlines, another article.</summary>
public sealed class OtherPageTests
{
    private const string Quote = "The ferry Solvik carries at most 420 passengers";

    private static readonly string[] Article =
    [
        "# Ferry safety",
        "Inspectors boarded the ship in May.",
        Quote + ", the port office said.",
        "Its hull was painted last year.",
        "Tickets are sold on board in summer.",
    ];

    private static readonly string[] Headlines =
    [
        "Ferry strike enters its second week",
        "Council votes on a new tram line",
        "Port office withdrew its annual report on fishing",
        "Why swimmers love the cold lake",
        "Storm warning for the northern coast",
        "Museum shows paintings from three centuries",
        "What the new budget means for schools?",
        "Painted hull wins design prize at harbour fair",
    ];

    public static TheoryData<string[]> Fronts =>
        new([
            ["# News", .. Headlines.Select(line => "- " + line)],
            ["# Ferry safety", .. Headlines.Select(line => "- " + line)],
            [.. Headlines.Select(line => "## " + line)],
            [.. Headlines],
            [
                "# Latest",
                "Sport",
                .. Headlines.Take(4).Select(line => "- " + line),
                "2 hours ago",
                "All the news of the region in one place.",
            ],
            ["# News", .. Headlines.Take(5).SelectMany(line => new[] { "### " + line, "3 hours ago" })],
        ]);

    [Theory, MemberData(nameof(Fronts))]
    public void A_bare_list_of_headlines_in_place_of_a_text_is_unreadable(string[] front)
    {
        var look = PageComparison.Look(Quote, Pages.Written("Ferry safety", Article), Pages.Written("Ferry safety", front));
        Assert.Equal(LookOutcome.Unreadable, look.Outcome);
    }

    [Fact]
    public void A_page_of_links_alone_is_unreadable_too()
    {
        var front = Pages.Written("News", [.. Headlines.Select(line => "- " + line)]);
        front = front with { Blocks = [.. front.Blocks.Select(block => block with { Linked = 1 })] };
        Assert.Equal(LookOutcome.Unreadable, PageComparison.Look(Quote, Pages.Written("Ferry safety", Article), front).Outcome);
    }

    public static TheoryData<string[]> Rewritten =>
        new([
            // The facts as points: one of them is the passage's new form.
            [
                "# Ferry safety",
                "- The ferry Solvik carries at most 380 passengers",
                "- Hull painted last year in blue",
                "- Tickets sold on board in summer",
                "- Inspectors boarded the ship in May",
            ],
            // The page itself says that it was taken down.
            [
                "# Ferry safety",
                "This article has been withdrawn.",
                "- " + Headlines[1],
                "- " + Headlines[3],
                "- " + Headlines[4],
                "- " + Headlines[5],
            ],
            // A text, though another one.
            [
                "# Ferry safety",
                "The ship was sold to a yard in spring.",
                "Its crew found work on other lines.",
                "Nobody has named a new captain yet.",
                "The berth stays empty until the autumn.",
            ],
        ]);

    [Theory, MemberData(nameof(Rewritten))]
    public void A_page_that_was_rewritten_is_read(string[] page) =>
        Assert.NotEqual(
            LookOutcome.Unreadable,
            PageComparison.Look(Quote, Pages.Written("Ferry safety", Article), Pages.Written("Ferry safety", page)).Outcome
        );

    [Fact]
    public void A_list_of_headlines_that_was_one_when_it_was_kept_is_read()
    {
        var kept = Pages.Written(
            "News",
            [.. Headlines.Prepend("Ferry Solvik carries at most 420 passengers").Select(line => "- " + line)]
        );
        var now = Pages.Written("News", [.. Headlines.Select(line => "- " + line)]);
        Assert.Equal(LookOutcome.Missing, PageComparison.Look("Ferry Solvik carries at most 420 passengers", kept, now).Outcome);
    }

    [Theory]
    [InlineData("https://paper.example/2026/ferry", "https://paper.example/", true)]
    [InlineData("https://paper.example/2026/ferry", "https://paper.example/harbour/", true)]
    [InlineData("https://paper.example/a?id=1", "https://paper.example/a?id=2", true)]
    [InlineData("/2026/ferry", "/", true)]
    [InlineData("https://paper.example/2026/ferry", "https://www.paper.example/2026/ferry/", false)]
    [InlineData("http://paper.example/2026/ferry", "https://paper.example/2026/Ferry", false)]
    [InlineData("https://paper.example/2026/ferry", "/2026/ferry", false)]
    [InlineData("https://paper.example/2026/ferry", "https://m.paper.example/2026/ferry/amp", false)]
    [InlineData("https://paper.example/index.html", "https://paper.example", false)]
    public void A_page_that_calls_itself_another_is_no_missing_passage(string was, string now, bool isOther)
    {
        var (kept, page) = (Pages.Written("Ferry safety", Article) with { Canonical = was }, Other with { Canonical = now });
        Assert.Equal(isOther, PageComparison.Look(Quote, kept, page).Outcome == LookOutcome.Unreadable);
    }

    [Fact]
    public void A_front_page_with_the_title_of_all_pages_is_another_and_an_article_that_moved_with_its_title_is_not()
    {
        var kept = Pages.Written("Ferry safety at sea", "# Ferry safety at sea", Article[1], Article[2], Article[3]) with
        {
            Address = "https://paper.example/2026/ferry",
        };
        Assert.Equal(
            LookOutcome.Unreadable,
            PageComparison.Look(Quote, kept, Other with { Address = "https://paper.example/" }).Outcome
        );
        Assert.NotEqual(
            LookOutcome.Unreadable,
            PageComparison.Look(Quote, kept, Other with { Address = "https://paper.example/2027/ferry" }).Outcome
        );
    }

    [Fact]
    public void A_page_that_got_a_new_address_and_kept_its_text_is_read() =>
        Assert.Equal(
            LookOutcome.Missing,
            PageComparison
                .Look(
                    Quote,
                    Pages.Written("Ferry safety", Article) with
                    {
                        Canonical = "https://paper.example/2026/ferry",
                    },
                    Pages.Written(
                        "Ferry safety",
                        [.. Article.Where(line => !line.Contains("Solvik", StringComparison.Ordinal))]
                    ) with
                    {
                        Canonical = "https://paper.example/2026/ferry-safety-in-may",
                    }
                )
                .Outcome
        );

    [Fact]
    public void A_page_that_says_at_a_new_address_that_it_was_withdrawn_is_read() =>
        Assert.NotEqual(
            LookOutcome.Unreadable,
            PageComparison
                .Look(
                    Quote,
                    Pages.Written("Ferry safety", Article) with
                    {
                        Canonical = "https://paper.example/2026/ferry",
                    },
                    Pages.Written("Notice", "# Notice", "This article about ferry safety has been withdrawn.") with
                    {
                        Canonical = "https://paper.example/withdrawn/7",
                    }
                )
                .Outcome
        );

    // The same words of theme, so that nothing but the address tells it from the page.
    private static WatchedPage Other =>
        Pages.Written(
            "Ferry lines",
            "# Ferry safety at sea",
            "The port office has new inspectors for the ferry lines.",
            "Tickets in summer were sold out, the office said.",
            "A hull was painted on board by pupils."
        );
}
