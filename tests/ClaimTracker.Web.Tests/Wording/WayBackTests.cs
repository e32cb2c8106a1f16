using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Wording;

namespace ClaimTracker.Web.Tests.Wording;

/// <summary>
/// What is said of the way back names no button that the page does not have, and returned work is called returned.
/// </summary>
public sealed class WayBackTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void While_a_review_goes_on_by_itself_no_button_that_begins_one_is_named(bool isUnderWay, bool isLooking)
    {
        var claim = Claim();

        var said = WayBack.OfDecision(claim, new TaskTerms(), "GoOn", new Waits(null, isUnderWay, isLooking));

        Assert.DoesNotContain("Begin a review", said, StringComparison.Ordinal);
        Assert.DoesNotContain("re-checked", said, StringComparison.Ordinal);
        Assert.DoesNotContain("anew", said, StringComparison.Ordinal);
        Assert.Contains(isLooking ? "once its sources were looked at" : "at its time", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_under_way_the_button_that_begins_a_review_is_named_unless_the_claim_is_in_triage()
    {
        var claim = Claim();
        Assert.DoesNotContain("“", Said(), StringComparison.Ordinal);

        claim.EnterStage(Stage.Researching, claim.CreatedAt);

        Assert.Contains("“Begin a review”", Said(), StringComparison.Ordinal);

        string Said() => WayBack.OfDecision(claim, new TaskTerms(), "GoOn", new Waits(null, false, false));
    }

    [Theory]
    [InlineData(Stage.Researching)]
    [InlineData(Stage.OnHold)]
    [InlineData(Stage.RecheckDue)]
    public void After_a_review_was_cancelled_nobody_is_sent_to_cancel_it(Stage stage)
    {
        var claim = Claim();
        claim.EnterStage(stage, claim.CreatedAt);

        Assert.Contains("cancel", WayBack.OfTriage(claim, isUnderWay: true), StringComparison.Ordinal);
        var said = WayBack.OfTriage(claim, isUnderWay: false);
        Assert.DoesNotContain("cancel", said, StringComparison.Ordinal);
        Assert.Contains("“Begin a review”", said, StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_review_stands_still_nobody_is_sent_to_one_of_its_tasks()
    {
        var claim = Claim();
        var waits = new Waits("Approve the verdict", true, false, IsStopped: true) { SendsBack = "Approve the verdict" };

        var said = WayBack.OfDecision(claim, new TaskTerms(), "GoOn", waits);

        Assert.DoesNotContain("Approve the verdict", said, StringComparison.Ordinal);
        Assert.Contains("The review stands still", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_by_which_nothing_is_sent_back_is_not_named_as_the_way_back()
    {
        var waits = new Waits("Answer the claimant", true, false);

        var said = WayBack.OfDecision(Claim(), new TaskTerms(), "GoOn", waits);
        var sends = WayBack.OfDecision(Claim(), new TaskTerms(), "GoOn", waits with { SendsBack = "Approve" });

        Assert.DoesNotContain("ask whoever", said, StringComparison.Ordinal);
        Assert.Contains("“Answer the claimant” comes next", said, StringComparison.Ordinal);
        Assert.Contains("ask whoever takes “Approve” to send it back", sends, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Researching)]
    [InlineData(Stage.Triage)]
    [InlineData(Stage.Declined)]
    [InlineData(Stage.Published)]
    public void Whoever_has_no_buttons_is_named_none(Stage stage)
    {
        var claim = Claim();
        claim.EnterStage(stage, claim.CreatedAt);

        var said = WayBack.OfDecision(
            claim,
            new TaskTerms { Approves = ["GoOn"] },
            "GoOn",
            new Waits(null, false, false) { HasButtons = false }
        );

        Assert.DoesNotContain("“", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_withdrawal_only_what_is_there_is_named()
    {
        var evidence = new Evidence("A register", null, "12 ships", Stance.Supports, "register", "ada", Claim().CreatedAt);

        Assert.Contains("“Withdraw” beside the evidence", WayBack.OfWithdrawal(evidence, true), StringComparison.Ordinal);
        Assert.DoesNotContain("“", WayBack.OfWithdrawal(evidence, false), StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_back_is_called_returned() => Assert.Equal("Returned", Words.Of(VerdictStatus.Rejected));

    [Theory]
    [InlineData("https://h.example:8443/a", true)]
    [InlineData("http://127.0.0.1/a", true)]
    [InlineData("http://[::1]/a", true)]
    [InlineData("https://h.example/a", false)]
    [InlineData("http://files.internal:8080/a", false)]
    public void Of_an_address_that_is_refused_it_is_known_that_nothing_is_fetched(string url, bool refused) =>
        Assert.Equal(
            refused,
            SourceAddress.NotFetched(url, new IntakeSettings { InternalHosts = { "files.internal:8080" } }) is not null
        );

    private static Claim Claim()
    {
        var at = new DateTime(2026, 5, 4, 9, 0, 0, DateTimeKind.Utc);
        var article = new Article("An article", "The Test Courier", "There were 12 ships.", at, "test");
        return new Claim("There were 12 ships.", "count", 0.9, new ClaimDetails(), new Appearance(article, 0, 20), at);
    }
}
