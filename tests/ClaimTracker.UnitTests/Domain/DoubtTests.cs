using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain;

public sealed class DoubtTests
{
    private static readonly DateTime Later = Start.AddDays(2);

    [Theory]
    [InlineData(RecheckOutcome.Changed, FindingKind.Changed)]
    [InlineData(RecheckOutcome.Missing, FindingKind.Missing)]
    public void A_look_that_found_something_puts_the_claim_in_doubt_once(RecheckOutcome outcome, FindingKind kind)
    {
        var published = new PublishedClaim();

        published.LookAt(outcome, Later);
        published.LookAt(outcome, Later.AddDays(1));

        var finding = Assert.Single(published.Claim.Findings);
        Assert.Equal(
            (kind, Later, published.Sources[0], 1),
            (finding.Kind, finding.FoundAt, finding.Evidence, finding.VerdictVersion)
        );
        Assert.Equal(Later, published.Claim.InDoubtSince);
        Assert.Equal(Start, published.Claim.LastVerifiedAt);
    }

    [Fact]
    public void A_finding_whose_source_nobody_noted_is_one_all_the_same()
    {
        var published = new PublishedClaim();

        published.Claim.NoteAttempt(RecheckOutcome.Changed, [], "90 became 70.", Monthly, Later);

        Assert.Equal(
            ("90 became 70.", (long?)null),
            (published.Claim.OpenFindings.Single().Words, published.Claim.OpenFindings.Single().EvidenceId)
        );
    }

    [Fact]
    public void A_source_that_cannot_be_read_is_a_finding_only_after_longer_than_a_check_may_be_overdue()
    {
        var published = new PublishedClaim();

        published.LookAt(RecheckOutcome.Unreachable, Later);
        published.LookAt(RecheckOutcome.Unreachable, Later.AddDays(6));
        Assert.Null(published.Claim.InDoubtSince);

        published.LookAt(RecheckOutcome.Unchanged, Later.AddDays(6.5));
        published.LookAt(RecheckOutcome.Unreachable, Later.AddDays(8));
        Assert.Null(published.Claim.InDoubtSince);

        published.LookAt(RecheckOutcome.Unreachable, Later.AddDays(15));
        published.LookAt(RecheckOutcome.Unreachable, Later.AddDays(16));
        Assert.Equal(FindingKind.Unreachable, Assert.Single(published.Claim.Findings).Kind);
    }

    [Fact]
    public void A_verifying_look_ends_it()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Changed, Later);
        published.LookAt(RecheckOutcome.Unchanged, Later.AddDays(1));

        Must(published.Claim.VerifyByLooks("machine", published.Looks(RecheckOutcome.Unchanged), Monthly, Later.AddDays(1)));

        Assert.Null(published.Claim.InDoubtSince);
        Assert.Equal(
            (Settlement.Look, "machine"),
            (published.Claim.Findings[0].SettledHow, published.Claim.Findings[0].SettledBy)
        );
        Assert.Equal(Freshness.Fresh, published.Claim.FreshnessAt(Later.AddDays(1)));
    }

    [Fact]
    public void A_decision_ends_what_it_names_and_what_came_later_stays()
    {
        var published = new PublishedClaim();
        var read = published.Raise(FindingKind.Changed, Later);
        var later = published.Raise(FindingKind.Missing, Later.AddHours(1));

        Must(published.Claim.VerifyByPerson("eve", [read.Id], Monthly, Later.AddHours(2)));

        Assert.Equal(later, Assert.Single(published.Claim.OpenFindings));
        Assert.Equal(later.FoundAt, published.Claim.InDoubtSince);
        Assert.Equal(Freshness.Due, published.Claim.FreshnessAt(Later.AddHours(2)));
        Must(published.Claim.VerifyByPerson("eve", [later.Id], Monthly, Later.AddHours(3)));
        Assert.Equal(Freshness.Fresh, published.Claim.FreshnessAt(Later.AddHours(3)));
    }

    [Fact]
    public void A_decision_that_names_none_ends_none()
    {
        var published = new PublishedClaim();
        published.Raise(FindingKind.Changed, Later);

        Must(published.Claim.VerifyByPerson("eve", [], Monthly, Later.AddHours(1)));

        Assert.Equal(Later, published.Claim.InDoubtSince);
    }

    [Fact]
    public void Publishing_ends_what_its_approvers_read_and_no_more()
    {
        var published = new PublishedClaim();
        var read = published.Raise(FindingKind.Changed, Later);
        Finding? later = null;

        published.PublishNext(
            1,
            "A newer count.",
            Later.AddHours(2),
            () => later = published.Raise(FindingKind.Missing, Later.AddHours(2.5))
        );

        Assert.Equal(Settlement.NewVersion, read.SettledHow);
        Assert.Equal(later, Assert.Single(published.Claim.OpenFindings));
        Assert.Equal(Freshness.Due, published.Claim.FreshnessAt(Later.AddHours(2)));
    }

    [Fact]
    public void Findings_are_part_of_what_an_approver_reads()
    {
        var published = new PublishedClaim();
        Assert.True(
            published
                .Claim.Propose(
                    new VerdictProposal("false", "A newer count.", "ada", "A newer count.", ChangeKind: CorrectionKind.Updated),
                    Later
                )
                .IsOk
        );
        var mark = published.Claim.ProposalMark;

        published.Raise(FindingKind.Changed, Later);

        Assert.NotEqual(mark, published.Claim.ProposalMark);
    }

    [Fact]
    public void A_condition_of_what_is_watched_is_part_of_what_an_approver_reads()
    {
        string? Mark(WatchCondition condition, double? limit)
        {
            var published = new PublishedClaim();
            Must(
                published.Claim.AddEvidence(
                    new Evidence("The port", "https://port.example", "90 ships", Stance.Supports, "port", "ada", Start)
                    {
                        Condition = condition,
                        ConditionLimit = limit,
                    },
                    Start
                )
            );
            Assert.True(
                published
                    .Claim.Propose(
                        new VerdictProposal(
                            "false",
                            "A newer count.",
                            "ada",
                            "A newer count.",
                            ChangeKind: CorrectionKind.Updated
                        ),
                        Later
                    )
                    .IsOk
            );
            return published.Claim.ProposalMark;
        }

        string?[] marks =
        [
            Mark(WatchCondition.Any, null),
            Mark(WatchCondition.Percent, 5),
            Mark(WatchCondition.Percent, 6),
            Mark(WatchCondition.Passes, 5),
        ];
        Assert.Equal(4, marks.Distinct().Count());
    }

    [Fact]
    public void Cancelling_keeps_it_frees_the_stage_and_looks_again_soon()
    {
        var published = new PublishedClaim();
        Assert.True(published.Claim.BeginRecheck(Later).IsOk);
        published.LookAt(RecheckOutcome.Changed, Later);
        published.Claim.EnterStage(Stage.RecheckDue, Later);

        published.Claim.EndRecheck(Monthly, Later.AddDays(1));
        published.Claim.ComeToRest(Later.AddDays(1));

        Assert.Equal(Later, published.Claim.InDoubtSince);
        Assert.Equal((Stage.Published, false), (published.Claim.Stage, published.Claim.UnderRecheck));
        Assert.Equal(Freshness.Due, published.Claim.FreshnessAt(Later.AddDays(1)));
        Assert.Equal(Later.AddDays(1) + Monthly.RetryAfter, published.Claim.NextAttemptAt);
    }

    [Fact]
    public void Ground_that_was_withdrawn_comes_back_with_a_new_version_and_not_by_looking()
    {
        var published = new PublishedClaim(groups: 2);
        published.Withdraw(published.Sources[0], Later);

        var finding = Assert.Single(published.Claim.OpenFindings);
        Assert.Equal(FindingKind.BelowMinimum, finding.Kind);
        Assert.Equal("below-minimum", published.Claim.VerifyByPerson("eve", [finding.Id], Monthly, Later).Refusal?.Code);
        Assert.Equal(
            "not-seen",
            published.Claim.VerifyByLooks("machine", published.Looks(RecheckOutcome.Unchanged), Monthly, Later).Refusal?.Code
        );

        published.Add("another register");
        Assert.Equal(Later, published.Claim.InDoubtSince);
        published.PublishNext(2, "Another register took its place.", Later.AddDays(1));
        Assert.Null(published.Claim.InDoubtSince);
    }

    [Fact]
    public void Withdrawing_the_source_of_a_finding_keeps_it()
    {
        var published = new PublishedClaim(groups: 2);
        published.PublishNext(1, "Held to less.", Start);
        var finding = published.Raise(FindingKind.Changed, Later);

        published.Withdraw(published.Sources[0], Later);

        Assert.Contains(finding, published.Claim.OpenFindings);
    }

    [Fact]
    public void What_is_not_published_cannot_be_in_doubt_and_a_retraction_ends_it()
    {
        var published = new PublishedClaim();
        published.Raise(FindingKind.Changed, Later);

        Must(published.Claim.Retract("The register was wrong.", "ed", Later));

        Assert.Null(published.Claim.InDoubtSince);
        Assert.Equal(Settlement.Retraction, published.Claim.Findings[0].SettledHow);
        Assert.Equal("not-published", published.Claim.Raise(FindingKind.Changed, null, "x", Later).Refusal?.Code);
    }
}
