using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain;

public sealed class ChangeKindTests
{
    [Theory]
    [InlineData("false", null, "change-kind")]
    [InlineData("false", CorrectionKind.Retracted, "change-kind")]
    [InlineData("false", CorrectionKind.Typo, "change-kind")]
    [InlineData("true", CorrectionKind.Typo, null)]
    [InlineData("true", CorrectionKind.Corrected, null)]
    [InlineData("outdated", CorrectionKind.Corrected, null)]
    [InlineData("false", CorrectionKind.Updated, null)]
    public void The_proposal_of_a_new_version_says_what_it_is(string rating, CorrectionKind? kind, string? refused)
    {
        var claim = new PublishedClaim().Claim;

        var proposed = claim.Propose(
            new VerdictProposal(rating, "As counted.", "ada", "A newer count.", ChangeKind: kind),
            Start
        );

        Assert.Equal(refused, proposed.Refusal?.Code);
    }

    [Theory]
    [InlineData("false", CorrectionKind.Updated)]
    [InlineData("outdated", CorrectionKind.Corrected)]
    [InlineData("true", CorrectionKind.Typo)]
    public void What_readers_are_told_is_what_was_said_and_not_what_the_ratings_suggest(string rating, CorrectionKind kind)
    {
        var published = new PublishedClaim();

        published.PublishNext(1, "A newer count.", Start.AddDays(1), rating: rating, kind: kind);

        Assert.Equal(
            (kind, "A newer count."),
            (Assert.Single(published.Claim.Corrections).Kind, published.Claim.Corrections[0].Why)
        );
    }

    [Fact]
    public void A_typo_verifies_nothing_and_ends_no_doubt()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Changed, Start.AddDays(1));
        var (verified, due, doubt) = (
            published.Claim.LastVerifiedAt,
            published.Claim.NextCheckDueAt,
            published.Claim.InDoubtSince
        );

        published.PublishNext(1, "A letter was missing.", Start.AddDays(2), kind: CorrectionKind.Typo);

        Assert.Equal(2, published.Claim.VerdictVersion);
        Assert.Equal(
            (verified, due, doubt, Start.AddDays(2)),
            (
                published.Claim.LastVerifiedAt,
                published.Claim.NextCheckDueAt,
                published.Claim.InDoubtSince,
                published.Claim.VerdictIssuedAt
            )
        );
        Assert.NotNull(doubt);
    }

    [Fact]
    public void A_first_version_says_nothing_of_it() => Assert.Null(new PublishedClaim().Claim.PublishedVerdict!.ChangeKind);

    [Fact]
    public void Changing_what_it_is_voids_approvals()
    {
        var claim = new PublishedClaim().Claim;
        Assert.True(
            claim
                .Propose(
                    new VerdictProposal("false", "As counted.", "ada", "A newer count.", ChangeKind: CorrectionKind.Updated),
                    Start
                )
                .IsOk
        );
        Must(claim.ApproveProposal("ed", claim.ProposalMark, Start));

        Must(claim.EditProposal("false", "As counted.", CorrectionKind.Corrected, "A newer count.", "ben", Start));

        Assert.Equal(CorrectionKind.Corrected, claim.ProposedVerdict!.ChangeKind);
        Assert.Empty(claim.ProposedVerdict.ValidApprovers);
        Assert.Equal(
            "change-kind",
            claim.EditProposal("false", "As counted.", CorrectionKind.Typo, "A newer count.", "ben", Start).Refusal?.Code
        );
        Assert.Equal(
            "change-reason",
            claim.EditProposal("false", "As counted.", CorrectionKind.Corrected, " ", "ben", Start).Refusal?.Code
        );
        Assert.Equal(
            "change-kind",
            claim.EditProposal("false", "As counted.", null, "A newer count.", "ben", Start).Refusal?.Code
        );
    }
}
