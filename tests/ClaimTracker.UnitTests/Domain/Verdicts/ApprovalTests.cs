using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.DomainDesk;

namespace ClaimTracker.UnitTests.Domain.Verdicts;

public sealed class ApprovalTests
{
    [Theory]
    [InlineData("e")]
    [InlineData("E")]
    public void One_person_approves_once_however_the_name_is_written(string again)
    {
        var claim = Proposed();
        claim.ApproveBy("e").MustBeOk();
        claim.ApproveBy(again).MustBeRefused("approved-already");
        claim.PublishWith(approvals: 2).MustBeRefused("approvals");
        claim.ApproveBy("f").MustBeOk();
        claim.PublishWith(approvals: 2).MustBeOk();
    }

    [Fact]
    public void A_change_voids_approvals_and_those_who_gave_them_may_approve_anew()
    {
        var claim = Proposed();
        claim.ApproveBy("e").MustBeOk();
        claim.ProposedVerdict!.Edit("true", "A better text.", "a", Now).MustBeOk();
        Assert.Equal([Now], claim.ProposedVerdict.Approvals.Select(a => a.VoidedAt));
        claim.PublishWith().MustBeRefused("approvals");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith().MustBeOk();
    }

    [Fact]
    public void Wording_and_evidence_as_they_stood_at_the_proposal_are_the_proposers()
    {
        var claim = NewClaim();
        claim.Reword("The bridge is 801 metres long.", "count", "f", Now).MustBeOk();
        claim.AddEvidence(Source(by: "g"), Now).MustBeOk();
        claim.ProposeBy("a");
        Assert.Equal(["a"], claim.ProposedVerdict!.AuthorNames);
        claim.ApproveBy("f").MustBeOk();
        claim.ApproveBy("g").MustBeOk();
    }

    [Fact]
    public void The_reason_of_change_makes_an_author_and_voids_approvals_and_the_same_reason_again_does_neither()
    {
        var published = new PublishedClaim();
        var claim = published.Claim;
        Assert.True(
            claim
                .Propose(new VerdictProposal("true", "Still.", "ada", "A later count.", ChangeKind: CorrectionKind.Updated), Now)
                .IsOk
        );
        claim.ApproveBy("e").MustBeOk();
        claim.EditProposal("true", "Still.", CorrectionKind.Updated, "A later count. \r\n", "f", Now).MustBeOk();
        Assert.Equal((false, "e"), (claim.ProposedVerdict!.IsAuthor("f"), claim.ProposedVerdict.ValidApprovers.Single()));
        claim.EditProposal("true", "Still.", CorrectionKind.Updated, "Another reason.", "f", Now).MustBeOk();
        Assert.True(claim.ProposedVerdict.IsAuthor("f"));
        Assert.Empty(claim.ProposedVerdict.ValidApprovers);
    }

    [Fact]
    public void Nothing_is_approved_or_published_that_is_not_proposed()
    {
        NewClaim().ApproveBy("e").MustBeRefused("no-proposal");
        NewClaim().PublishWith().MustBeRefused("no-proposal");
        var claim = Proposed();
        claim.RejectProposal("e", "Weak.", Now).MustBeOk();
        claim.ApproveBy("e").MustBeRefused("no-proposal");
    }

    [Fact]
    public void A_later_proposal_replaces_the_earlier_one_with_its_approvals()
    {
        var claim = Proposed();
        claim.ApproveBy("e").MustBeOk();
        claim.ProposeBy("b", "Another view.");
        Assert.Equal([VerdictStatus.Rejected, VerdictStatus.Proposed], claim.Verdicts.Select(v => v.Status));
        claim.PublishWith().MustBeRefused("approvals");
    }

    [Theory]
    [InlineData("nonsense", "Because.", "rating")]
    [InlineData(null, "Because.", "rating")]
    [InlineData("true", " ", "rationale")]
    public void A_proposal_is_a_rating_of_the_scale_with_a_rationale(string? rating, string rationale, string refused) =>
        Assert.Equal(refused, NewClaim().Propose(new VerdictProposal(rating!, rationale, "a"), Now).Refusal?.Code);

    [Fact]
    public void A_rationale_is_no_longer_than_readers_are_shown() =>
        Assert.Equal("rationale", VerdictProposal.Check("true", new string('a', VerdictProposal.MaxRationale + 1))?.Code);
}
