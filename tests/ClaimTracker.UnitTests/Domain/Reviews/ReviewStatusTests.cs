using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.DomainDesk;

namespace ClaimTracker.UnitTests.Domain.Reviews;

public sealed class ReviewStatusTests
{
    [Theory]
    [InlineData(ReviewStatus.Suspended, true, null)]
    [InlineData(ReviewStatus.Held, true, "review-held")]
    [InlineData(ReviewStatus.Faulted, true, "review-faulted")]
    [InlineData(ReviewStatus.Finished, false, "review-ended")]
    [InlineData(ReviewStatus.Cancelled, false, "review-ended")]
    public void A_review_is_under_way_until_it_has_ended_and_moves_only_while_it_waits(
        ReviewStatus status,
        bool underWay,
        string? refused
    )
    {
        var review = new Review(NewClaim(), "standard-review", 1, "v1", "ada", Now);
        review.MoveTo(status, "{}", null, Now.AddHours(1));

        Assert.Equal(underWay, review.IsUnderWay);
        Assert.Equal(underWay, Review.UnderWay.Compile()(review));
        Assert.Equal(underWay, review.EndedAt is null);
        Assert.Equal(refused, status.NotRunning()?.Code);
    }

    [Fact]
    public void Every_status_says_whether_it_moves()
    {
        foreach (var status in Enum.GetValues<ReviewStatus>())
            Assert.Equal(status == ReviewStatus.Suspended, status.NotRunning() is null);
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ReviewStatus)99).NotRunning());
    }

    [Fact]
    public void A_review_that_stopped_says_where_if_that_is_known()
    {
        Assert.Contains("the step “publish”", ReviewStatus.Faulted.NotRunning("publish")!.Message, StringComparison.Ordinal);
        Assert.Contains("a step that failed", ReviewStatus.Faulted.NotRunning()!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_enters_one_review_at_a_time_and_leaves_triage_with_the_first()
    {
        var claim = NewClaim();
        Assert.Equal("under-review", claim.EnterReview(isUnderWay: true, isRecheck: false, Now).Refusal?.Code);
        Assert.Equal(Stage.Triage, claim.Stage);
        var entered = claim.EnterReview(isUnderWay: false, isRecheck: false, Now);
        Assert.Equal((true, null, Stage.Assigned), (entered.IsOk, entered.Value, claim.Stage));
    }

    [Fact]
    public void A_declined_claim_that_is_reviewed_after_all_is_declined_no_more()
    {
        var claim = NewClaim();
        claim.Decline("Too vague.", Now).MustBeOk();
        Assert.True(claim.EnterReview(false, false, Now).IsOk);
        Assert.Equal((Stage.Assigned, null), (claim.Stage, claim.DeclinedBecause));
    }

    [Fact]
    public void Only_a_published_verdict_is_checked_again_and_by_one_review()
    {
        Assert.Equal("not-published", NewClaim().EnterReview(false, isRecheck: true, Now).Refusal?.Code);
        var claim = new PublishedClaim().Claim;
        var begun = claim.EnterReview(false, isRecheck: true, Now);
        Assert.Equal((1, true), (begun.Value!.VerdictVersion, claim.UnderRecheck));
        Assert.Equal("under-recheck", claim.EnterReview(false, isRecheck: true, Now).Refusal?.Code);
        Assert.Equal((Stage.Published, Publication.Published), (claim.Stage, claim.Publication));
    }

    [Fact]
    public void A_folded_claim_is_reviewed_with_the_other()
    {
        var (claim, other) = (NewClaim(), NewClaim());
        typeof(Claim).GetProperty(nameof(Claim.Id))!.SetValue(other, 2L);
        claim.FoldInto(other, holdsOthers: false, Now).MustBeOk();
        Assert.Equal("folded", claim.EnterReview(false, false, Now).Refusal?.Code);
        Assert.Equal(Stage.Folded, claim.Stage);
    }
}
