using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>
/// Only a look that succeeded, or a person's decision, moves "last verified"; due and stale are reckoned from it.
/// </summary>
public sealed class VerificationTests
{
    private static readonly DateTime Later = Start.AddDays(10);

    [Fact]
    public void Publishing_is_a_persons_verification()
    {
        var claim = new PublishedClaim().Claim;
        Assert.Equal((Start, Verifier.Person, "ed"), (claim.LastVerifiedAt, claim.LastVerifier, claim.LastVerifiedBy));
        Assert.Equal((Start.AddDays(30), Start.AddDays(37)), (claim.NextCheckDueAt, claim.StaleAt));
    }

    [Theory]
    [InlineData(RecheckOutcome.Changed)]
    [InlineData(RecheckOutcome.Missing)]
    [InlineData(RecheckOutcome.Unreachable)]
    [InlineData(RecheckOutcome.Unwatched)]
    [InlineData(RecheckOutcome.Unchanged)]
    public void An_attempt_moves_no_date_of_verification_and_is_shown(RecheckOutcome outcome)
    {
        var claim = new PublishedClaim();
        claim.LookAt(outcome, Later);
        Assert.Equal(
            (Start, Start.AddDays(30), Start.AddDays(37)),
            (claim.Claim.LastVerifiedAt, claim.Claim.NextCheckDueAt, claim.Claim.StaleAt)
        );
        Assert.Equal(Later, claim.Claim.LastAttemptAt);
    }

    [Fact]
    public void A_machine_verifies_only_what_it_saw_standing_at_every_source()
    {
        var claim = new PublishedClaim(groups: 2);
        var looks = claim.Looks(RecheckOutcome.Unchanged);
        claim.Claim.VerifyByLooks("system:watch", [looks[0]], Monthly, Later).MustBeRefused("not-seen");
        claim.Claim.VerifyByLooks("system:watch", [], Monthly, Later).MustBeRefused("not-seen");
        claim
            .Claim.VerifyByLooks("system:watch", claim.Looks(RecheckOutcome.Unreachable), Monthly, Later)
            .MustBeRefused("not-seen");
        Assert.Equal(Start, claim.Claim.LastVerifiedAt);

        claim.Claim.VerifyByLooks("system:watch", looks, Monthly, Later).MustBeOk();
        Assert.Equal(
            (Later, Verifier.Machine, Later.AddDays(30)),
            (claim.Claim.LastVerifiedAt, claim.Claim.LastVerifier, claim.Claim.NextCheckDueAt)
        );
    }

    [Fact]
    public void A_person_finds_that_a_public_verdict_holds_and_no_other()
    {
        var claim = new PublishedClaim().Claim;
        claim.VerifyByPerson("eve", [], Monthly, Later).MustBeOk();
        Assert.Equal((Later, Verifier.Person, "eve"), (claim.LastVerifiedAt, claim.LastVerifier, claim.LastVerifiedBy));
        claim.Retract("Wrong.", "eve", Later).MustBeOk();
        claim.VerifyByPerson("eve", [], Monthly, Later).MustBeRefused("not-published");
        claim.VerifyByLooks("system:watch", [], Monthly, Later).MustBeRefused("not-published");
        DomainDesk.Proposed().VerifyByPerson("eve", [], Monthly, Later).MustBeRefused("not-published");
    }

    [Fact]
    public void A_person_does_not_wave_through_what_has_lost_its_ground()
    {
        var claim = new PublishedClaim();
        claim.Withdraw(claim.Sources[0], Later);
        claim
            .Claim.VerifyByPerson("eve", [.. claim.Claim.OpenFindings.Select(f => f.Id)], Monthly, Later)
            .MustBeRefused("below-minimum");
        Assert.Equal((Start, Later), (claim.Claim.LastVerifiedAt, claim.Claim.InDoubtSince));
    }

    [Fact]
    public void It_is_due_then_stale_and_a_verification_makes_it_fresh_again()
    {
        var claim = new PublishedClaim();
        Assert.Equal(
            [Freshness.Fresh, Freshness.Due, Freshness.Due, Freshness.Stale],
            new[] { 29, 30, 36, 37 }.Select(days => claim.Claim.FreshnessAt(Start.AddDays(days)))
        );
        claim.Claim.VerifyByLooks("system:watch", claim.Looks(RecheckOutcome.Unchanged), Monthly, Start.AddDays(40)).MustBeOk();
        Assert.Equal(Freshness.Fresh, claim.Claim.FreshnessAt(Start.AddDays(40)));
        Assert.Equal(Freshness.NotPublished, DomainDesk.NewClaim().FreshnessAt(Start));
    }

    [Fact]
    public void A_look_that_was_not_due_makes_the_pause_no_longer()
    {
        var policy = Monthly with { BackOff = 2 };
        var claim = new PublishedClaim();
        foreach (var minutes in new[] { 1, 2, 60 })
        {
            var at = Start.AddMinutes(minutes);
            claim.Claim.VerifyByLooks("system:watch", claim.Looks(RecheckOutcome.Unchanged), policy, at).MustBeOk();
            Assert.Equal((0, at.AddDays(30)), (claim.Claim.UnchangedChecks, claim.Claim.NextCheckDueAt));
        }
    }

    [Fact]
    public void The_pause_grows_while_nothing_changes_and_begins_anew_with_a_change_or_a_new_version()
    {
        var policy = Monthly with { BackOff = 2 };
        var claim = new PublishedClaim();
        var due = claim.Claim.NextCheckDueAt!.Value;
        claim.Claim.VerifyByLooks("system:watch", claim.Looks(RecheckOutcome.Unchanged), policy, due).MustBeOk();
        Assert.Equal((1, due.AddDays(60)), (claim.Claim.UnchangedChecks, claim.Claim.NextCheckDueAt));
        claim.LookAt(RecheckOutcome.Changed, due.AddDays(1), stands: true);
        Assert.Equal(0, claim.Claim.UnchangedChecks);
        claim.Claim.VerifyByPerson("eve", [], policy, due.AddDays(2)).MustBeOk();
        claim.PublishNext(1, "The world moved.", due.AddDays(3));
        Assert.Equal(0, claim.Claim.UnchangedChecks);
    }

    [Fact]
    public void A_claim_of_its_own_pause_is_checked_by_that()
    {
        var claim = new PublishedClaim().Claim;
        claim.SetCheckEvery(TimeSpan.FromDays(2), DomainDesk.Person("eve", Roles.Editor), Monthly, Later).MustBeOk();
        claim.VerifyByPerson("eve", [], Monthly, Later).MustBeOk();
        Assert.Equal((Later.AddDays(2), Later.AddDays(9)), (claim.NextCheckDueAt, claim.StaleAt));
    }

    [Fact]
    public void A_source_that_cannot_be_reached_is_tried_again_with_growing_pauses_while_due_and_stale_stay()
    {
        var claim = new PublishedClaim();
        foreach (var (failures, hours) in new[] { (1, 1), (2, 2), (3, 4) })
        {
            claim.LookAt(RecheckOutcome.Unreachable, Later);
            claim.Claim.RetryCheck(Monthly, Later);
            Assert.Equal((failures, Later.AddHours(hours)), (claim.Claim.FailedAttempts, claim.Claim.NextAttemptAt));
        }

        for (var i = 0; i < 20; i++)
            claim.LookAt(RecheckOutcome.Unreachable, Later);
        claim.Claim.RetryCheck(Monthly, Later);
        Assert.Equal((Later + Monthly.Every, Start.AddDays(30)), (claim.Claim.NextAttemptAt, claim.Claim.NextCheckDueAt));
        claim.Claim.VerifyByPerson("eve", [], Monthly, Later).MustBeOk();
        Assert.Equal(0, claim.Claim.FailedAttempts);
    }

    [Fact]
    public void A_re_check_ends_whatever_it_found_and_what_is_due_is_looked_at_again_soon()
    {
        var claim = new PublishedClaim().Claim;
        Assert.True(claim.BeginRecheck(Start.AddDays(30)).IsOk);
        Assert.True(claim.UnderRecheck);
        claim.EndRecheck(Monthly, Start.AddDays(30));
        Assert.Equal(
            (false, Start.AddDays(30).AddHours(1), Start.AddDays(30)),
            (claim.UnderRecheck, claim.NextAttemptAt, claim.NextCheckDueAt)
        );

        var early = new PublishedClaim().Claim;
        Assert.True(early.BeginRecheck(Later).IsOk);
        early.EndRecheck(Monthly, Later);
        Assert.Equal(Start.AddDays(30), early.NextAttemptAt);
    }
}
