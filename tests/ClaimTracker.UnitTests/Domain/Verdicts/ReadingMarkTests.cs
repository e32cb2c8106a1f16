using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Verdicts;

/// <summary>An approval names what was read.</summary>
public sealed class ReadingMarkTests
{
    private static readonly DateTime Now = DomainDesk.Now;

    [Fact]
    public void Each_change_of_what_an_approver_reads_changes_the_mark()
    {
        var claim = DomainDesk.Proposed("register", "court");
        HashSet<string> marks = [claim.ProposalMark!];
        Assert.True(Then(claim.ProposedVerdict!.Edit("false", "The register says 800.", "b", Now)), "rating");
        Assert.True(Then(claim.ProposedVerdict.Edit("false", "Another text.", "b", Now)), "rationale");
        Assert.True(Then(claim.Reword("The bridge is 801 metres long.", claim.Kind, "b", Now)), "wording");
        Assert.True(Then(claim.Reword(claim.Wording, "statistic", "b", Now)), "kind");
        Assert.True(Then(claim.AddEvidence(DomainDesk.Source("paper"), Now)), "evidence");
        Assert.True(Then(claim.WithdrawBy("b", claim.Evidence[0])), "withdrawn");
        claim.ProposeBy("c", "Another text.");
        Assert.True(marks.Add(claim.ProposalMark!), "a new proposal");

        bool Then(Result change)
        {
            change.MustBeOk();
            return marks.Add(claim.ProposalMark!);
        }
    }

    [Fact]
    public void Fields_do_not_run_over_into_each_other()
    {
        var one = DomainDesk.NewClaim();
        var other = DomainDesk.NewClaim();
        one.AddEvidence(new Evidence("ab", null, "c", Stance.Supports, "g", "a", Now), Now).MustBeOk();
        other.AddEvidence(new Evidence("a", null, "bc", Stance.Supports, "g", "a", Now), Now).MustBeOk();
        one.ProposeBy("a");
        other.ProposeBy("a");
        Assert.NotEqual(one.ProposalMark, other.ProposalMark);
    }

    [Fact]
    public void Refuses_an_approval_of_what_reads_otherwise_now_or_of_nothing()
    {
        var claim = DomainDesk.Proposed();
        var seen = claim.ProposalMark;
        claim.Reword("The bridge is 801 metres long.", claim.Kind, "b", Now).MustBeOk();
        claim.ApproveProposal("e", seen, Now).MustBeRefused("changed-meanwhile");
        claim.ApproveProposal("e", null, Now).MustBeRefused("changed-meanwhile");
        claim.ApproveProposal("e", claim.ProposalMark, Now).MustBeOk();
    }

    [Fact]
    public void More_evidence_than_a_page_shows_is_refused()
    {
        var claim = DomainDesk.NewClaim();
        for (var i = 0; i < Claim.MaxEvidence; i++)
            claim.AddEvidence(DomainDesk.Source($"group-{i}"), Now).MustBeOk();
        claim.AddEvidence(DomainDesk.Source("more"), Now).MustBeRefused("evidence-full");
        claim.WithdrawBy("a", claim.Evidence[0]).MustBeOk();
        claim.AddEvidence(DomainDesk.Source("more"), Now).MustBeOk();
    }
}
