using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>What is public is superseded or taken back, never edited, and its history stays.</summary>
public sealed class PublishedVersionTests
{
    private static readonly DateTime Later = Start.AddDays(3);

    [Fact]
    public void Nothing_changes_the_text_of_a_published_version()
    {
        var claim = new PublishedClaim().Claim;
        claim.PublishedVerdict!.Edit("false", "Another text.", "eve", Later).MustBeRefused("not-proposed");
        claim
            .EditProposal("false", "Another text.", CorrectionKind.Corrected, "We erred.", "eve", Later)
            .MustBeRefused("no-proposal");
        claim.Reword("Another wording.", claim.Kind, "eve", Later).MustBeRefused("published");
        claim.ApproveProposal("eve", claim.ProposalMark, Later).MustBeRefused("no-proposal");
        claim.RejectProposal("eve", "Weak.", Later).MustBeRefused("no-proposal");
        claim.Publish(1, 1, Monthly, Later).MustBeRefused("no-proposal");
        Assert.Equal(("true", "The register says so."), (claim.PublishedVerdict.Rating, claim.PublishedVerdict.Rationale));
    }

    [Fact]
    public void A_new_version_supersedes_it_and_readers_keep_both_with_what_changed_why_and_by_whom()
    {
        var published = new PublishedClaim();
        var claim = published.Claim;
        published.PublishNext(1, "The register was corrected.", Later, rating: "false", kind: CorrectionKind.Corrected);

        Assert.Equal(
            [(1, VerdictStatus.Superseded), (2, VerdictStatus.Published)],
            claim.Verdicts.Select(v => (v.Version, v.Status))
        );
        Assert.Equal((2, "false", Start, Later), (claim.VerdictVersion, claim.Rating, claim.PublishedAt, claim.VerdictIssuedAt));
        var correction = Assert.Single(claim.Corrections);
        Assert.Equal(
            (CorrectionKind.Corrected, 1, "true", 2, "false", "ed"),
            (
                correction.Kind,
                correction.FromVersion,
                correction.FromRating,
                correction.ToVersion,
                correction.ToRating,
                correction.ApprovedBy
            )
        );
    }

    [Fact]
    public void It_stays_public_while_another_is_proposed_and_when_that_is_turned_down()
    {
        var claim = new PublishedClaim().Claim;
        Must(
            new Result(
                claim
                    .Propose(
                        new VerdictProposal("false", "We erred.", "ada", "We erred.", ChangeKind: CorrectionKind.Corrected),
                        Later
                    )
                    .Refusal
            )
        );
        Assert.Equal((1, "true", Publication.Published), (claim.PublishedVerdict!.Version, claim.Rating, claim.Publication));
        claim.RejectProposal("eve", "Weak.", Later).MustBeOk();
        Assert.Equal(
            (1, "true", VerdictStatus.Rejected),
            (claim.PublishedVerdict!.Version, claim.Rating, claim.Verdicts[1].Status)
        );
        Assert.Equal("eve: Weak.", claim.Verdicts[1].RejectedBecause);
    }

    [Fact]
    public void Its_evidence_stays_with_it_a_withdrawal_marked()
    {
        var published = new PublishedClaim(groups: 2);
        published.Withdraw(published.Sources[0], Later);
        Assert.Equal(2, published.Sources.Count);
        Assert.Equal(
            ("eve", Later, false),
            (published.Sources[0].WithdrawnBy, published.Sources[0].WithdrawnAt, published.Sources[0].Counts)
        );
    }

    [Fact]
    public void Retracting_needs_a_reason_and_no_evidence_and_stays_public_as_that()
    {
        var published = new PublishedClaim();
        var claim = published.Claim;
        published.Withdraw(published.Sources[0], Later);
        claim.Retract(" ", "eve", Later).MustBeRefused("reason");
        claim.Retract("The source was forged.", "eve", Later).MustBeOk();

        Assert.Equal((Publication.Retracted, true, null), (claim.Publication, claim.Listed, claim.PublishedVerdict));
        Assert.Equal(
            (CorrectionKind.Retracted, 1, null),
            (claim.Corrections[^1].Kind, claim.Corrections[^1].FromVersion, claim.Corrections[^1].ToVersion)
        );
        Assert.Equal((null, null, null), (claim.NextCheckDueAt, claim.NextAttemptAt, claim.StaleAt));
        Assert.Equal(Freshness.NotPublished, claim.FreshnessAt(Later));
        claim.Retract("Once more.", "eve", Later).MustBeRefused("not-published");
    }

    [Fact]
    public void What_was_never_public_cannot_be_retracted() =>
        DomainDesk.Proposed().Retract("Wrong.", "eve", Later).MustBeRefused("not-published");
}
