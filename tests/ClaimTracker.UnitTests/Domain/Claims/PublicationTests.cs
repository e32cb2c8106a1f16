using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>What a verdict needs before it is public.</summary>
public sealed class PublicationTests
{
    private static readonly DateTime Now = DomainDesk.Now;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, -5)]
    [InlineData(1, 1)]
    public void Nothing_is_published_below_one_group_and_one_approval(int groups, int approvals)
    {
        var alone = DomainDesk.Proposed();
        alone.PublishWith(groups, approvals).MustBeRefused("approvals");

        var bare = DomainDesk.NewClaim();
        bare.ProposeBy("a");
        bare.ApproveBy("e").MustBeOk();
        bare.PublishWith(groups, approvals).MustBeRefused("evidence-minimum");

        alone.ApproveBy("e").MustBeOk();
        alone.PublishWith(groups, approvals).MustBeOk();
        Assert.Equal(new Minimum(1, 1), alone.PublishedVerdict!.HeldTo);
    }

    [Fact]
    public void A_later_version_is_held_to_what_the_one_before_was()
    {
        var claim = Published(2, 2);
        claim.WithdrawBy("g", claim.Evidence[0]).MustBeOk();
        claim.ProposeBy("a", "A later text.");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith().MustBeRefused("evidence-minimum");
        claim.AddEvidence(DomainDesk.Source("paper"), Now).MustBeOk();
        claim.ApproveBy("e").MustBeOk();
        var refused = claim.PublishWith();
        refused.MustBeRefused("approvals");
        Assert.Contains("held to that", refused.Refusal!.Message, StringComparison.Ordinal);
        claim.ApproveBy("f").MustBeOk();
        claim.PublishWith().MustBeOk();
        Assert.Equal(new Minimum(2, 2), claim.PublishedVerdict!.HeldTo);
    }

    [Fact]
    public void A_version_after_a_retraction_is_held_to_it_too()
    {
        var claim = Published(2, 2);
        claim.Retract("The registers were forged.", "e", Now).MustBeOk();
        claim.ProposeBy("a", "A later text.");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith().MustBeRefused("approvals");
    }

    [Fact]
    public void A_version_is_held_to_what_its_step_asks_where_that_is_more()
    {
        var claim = Published(1, 1);
        claim.ProposeBy("a", "A later text.");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith(2, 2).MustBeRefused("approvals");
        claim.ApproveBy("f").MustBeOk();
        claim.PublishWith(2, 2).MustBeOk();
        Assert.Equal(new Minimum(2, 2), claim.MinimumOf(new Minimum(1, 1)));
    }

    [Fact]
    public void A_proposal_that_was_turned_down_sets_no_minimum() =>
        Assert.Equal(Minimum.Floor, Rejected().MinimumOf(new Minimum(0, 0)));

    [Fact]
    public void Rejects_rewording_between_proposal_and_publication_by_the_approver()
    {
        var claim = DomainDesk.Proposed();
        claim.ApproveBy("e").MustBeOk();
        claim.Reword("The bridge is 900 metres long.", claim.Kind, "e", Now).MustBeOk();
        claim.PublishWith().MustBeRefused("approvals");
        claim.ApproveBy("e").MustBeRefused("own-verdict");
    }

    private static Claim Published(int groups, int approvals)
    {
        var claim = DomainDesk.Proposed("register", "court");
        claim.ApproveBy("e").MustBeOk();
        if (approvals > 1)
            claim.ApproveBy("f").MustBeOk();
        claim.PublishWith(groups, approvals).MustBeOk();
        return claim;
    }

    private static Claim Rejected()
    {
        var claim = DomainDesk.Proposed();
        claim.RejectProposal("e", "Weak.", Now).MustBeOk();
        return claim;
    }
}
