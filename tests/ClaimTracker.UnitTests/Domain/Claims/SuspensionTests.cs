using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>Taking a verdict off at once, and what ends that.</summary>
public sealed class SuspensionTests
{
    private const string Why = "It names the wrong man.";
    private static readonly DateTime Now = DomainDesk.Now;
    private static readonly Actor Eve = DomainDesk.Person("eve", Roles.Editor);
    private static readonly Actor Eli = DomainDesk.Person("eli", Roles.Editor);

    [Fact]
    public void One_editor_suspends_with_a_reason_and_an_author_may_too()
    {
        var claim = Published();
        claim.Suspend(" ", false, Eve, Now).MustBeRefused("reason");
        claim.Suspend(Why, false, DomainDesk.Person("ben", Roles.FactChecker), Now).MustBeRefused("wrong-role");
        DomainDesk.Proposed().Suspend(Why, false, Eve, Now).MustBeRefused("not-published");

        claim.Suspend(Why, false, DomainDesk.Person("a", Roles.Editor), Now).MustBeOk();

        Assert.Equal(Publication.Suspended, claim.Publication);
        Assert.Equal(VerdictStatus.Published, claim.Verdicts[0].Status);
        Assert.True(claim.Withholds(1));
        Assert.False(claim.WordingWithheld);
        claim.Suspend(Why, false, Eve, Now).MustBeRefused("withheld-already");
    }

    [Fact]
    public void Another_editor_withholds_the_wording_too_and_both_reasons_stand()
    {
        var claim = Suspended();
        claim.Suspend("The name stands in the wording.", true, Eli, Now).MustBeOk();
        Assert.True(claim.WordingWithheld);
        Assert.Equal($"{Why}\neli: The name stands in the wording.", Assert.Single(claim.Suspensions).Why);
        Assert.Equal("eve", claim.OpenSuspension!.By);
    }

    [Fact]
    public void Only_another_editor_who_is_no_author_gives_it_back()
    {
        var claim = Suspended();
        claim.Restore(Eve, Now).MustBeRefused("own-suspension");
        claim.RetractSuspended("It was wrong.", Eve, Now).MustBeRefused("own-suspension");
        claim.Restore(DomainDesk.Person("a", Roles.Editor), Now).MustBeRefused("own-verdict");
        claim.Restore(DomainDesk.Person("ben", Roles.FactChecker), Now).MustBeRefused("wrong-role");

        claim.Restore(Eli, Now).MustBeOk();

        Assert.Equal(Publication.Published, claim.Publication);
        Assert.False(claim.Withholds(1));
        Assert.Equal((SuspensionEnd.Restored, "eli"), (claim.Suspensions[0].EndedHow, claim.Suspensions[0].EndedBy));
        claim.Restore(Eli, Now).MustBeRefused("not-suspended");
    }

    [Fact]
    public void Restoring_verifies_nothing_and_moves_no_date()
    {
        var claim = Published();
        var before = Dates(claim);
        claim.Suspend(Why, true, Eve, Now.AddDays(20)).MustBeOk();
        Assert.Equal(before, Dates(claim));
        claim.Raise(FindingKind.Changed, claim.Evidence[0], "800 became 700.", Now.AddDays(21));
        claim.Restore(Eli, Now.AddDays(22)).MustBeOk();

        Assert.Equal(before, Dates(claim));
        Assert.Equal(Now.AddDays(21), claim.InDoubtSince);
        Assert.False(claim.WordingWithheld);
    }

    [Fact]
    public void A_recheck_goes_on_and_its_end_lifts_nothing()
    {
        var claim = Published();
        Assert.True(claim.BeginRecheck(Now).IsOk);
        claim.Suspend(Why, false, Eve, Now).MustBeOk();
        Assert.True(claim.UnderRecheck);

        claim.VerifyByPerson("eli", [], DomainDesk.Policy, Now.AddHours(1)).MustBeOk();
        claim.EndRecheck(DomainDesk.Policy, Now.AddHours(1));

        Assert.Equal((Publication.Suspended, false), (claim.Publication, claim.UnderRecheck));
        Assert.True(claim.BeginRecheck(Now.AddHours(2)).IsOk);
    }

    [Fact]
    public void A_new_version_ends_it_only_where_somebody_else_than_the_suspender_approved()
    {
        var claim = Suspended();
        claim.ProposeBy("a", "A later text.");
        claim.ApproveBy("eve").MustBeOk();
        claim.PublishWith().MustBeOk();

        Assert.Equal((Publication.Suspended, 2), (claim.Publication, claim.VerdictVersion));
        Assert.True(claim.Withholds(2));
        Assert.NotNull(claim.OpenSuspension);

        claim.ProposeBy("a", "A third text.");
        claim.ApproveBy("eve").MustBeOk();
        claim.ApproveBy("eli").MustBeOk();
        claim.PublishWith().MustBeOk();

        Assert.Equal(Publication.Published, claim.Publication);
        Assert.Equal((false, true, true), (claim.Withholds(3), claim.Withholds(2), claim.Withholds(1)));
        Assert.Equal((SuspensionEnd.NewVersion, "eli"), (claim.Suspensions[0].EndedHow, claim.Suspensions[0].EndedBy));
        claim.LetRead(Eve, Now).MustBeRefused("own-suspension");
        claim.LetRead(Eli, Now).MustBeOk();
        Assert.False(claim.Withholds(1));
    }

    [Fact]
    public void A_retracted_text_stays_withheld_until_somebody_else_than_who_withheld_it_lets_it_be_read()
    {
        var claim = Published();
        claim.Retract("The register was forged.", "eve", Now).MustBeOk();
        Assert.True(claim.Withholds(1));
        claim.LetRead(Eve, Now).MustBeRefused("own-suspension");
        claim.LetRead(DomainDesk.Person("ben", Roles.FactChecker), Now).MustBeRefused("wrong-role");
        claim.LetRead(Eli, Now).MustBeOk();
        Assert.False(claim.Withholds(1));

        // What may be read again is withheld again at once, and stays retracted.
        claim.Suspend(Why, true, Eve, Now).MustBeOk();
        Assert.Equal(Publication.Retracted, claim.Publication);
        Assert.Equal((true, true), (claim.Withholds(1), claim.WordingWithheld));
        claim.LetRead(Eli, Now).MustBeOk();
        Assert.Equal((false, false), (claim.Withholds(1), claim.WordingWithheld));
        Assert.Null(claim.OpenSuspension);
    }

    [Fact]
    public void The_editor_who_retracts_what_another_suspended_may_let_it_be_read()
    {
        var claim = Suspended();
        claim.RetractSuspended("", Eli, Now).MustBeRefused("reason");
        claim.RetractSuspended("It named the wrong man.", Eli, Now).MustBeOk();

        Assert.Equal((Publication.Retracted, SuspensionEnd.Retracted), (claim.Publication, claim.Suspensions[0].EndedHow));
        Assert.True(claim.Withholds(1));
        claim.LetRead(Eve, Now).MustBeRefused("own-suspension");
        claim.LetRead(Eli, Now).MustBeOk();
    }

    [Fact]
    public void A_restored_verdict_leaves_withheld_what_was_so_before()
    {
        var claim = Published();
        claim.Retract("The register was forged.", "eve", Now).MustBeOk();
        claim.ProposeBy("a", "A later text.");
        claim.ApproveBy("eli").MustBeOk();
        claim.PublishWith().MustBeOk();
        Assert.Equal((true, false), (claim.Withholds(1), claim.Withholds(2)));

        claim.Suspend(Why, false, Eve, Now).MustBeOk();
        claim.Restore(Eli, Now).MustBeOk();

        Assert.Equal((true, false), (claim.Withholds(1), claim.Withholds(2)));
    }

    [Fact]
    public void Nobody_declines_a_claim_whose_verdict_is_suspended() =>
        Suspended().Decline("No use.", Now).MustBeRefused("published");

    [Fact]
    public void A_suspension_that_is_not_loaded_is_not_taken_for_none()
    {
        var claim = Suspended();
        claim.Suspensions.Clear();
        claim.Restore(Eli, Now).MustBeRefused("suspension");
        claim.ProposeBy("a", "A later text.");
        claim.ApproveBy("eli").MustBeOk();
        Assert.Throws<InvalidOperationException>(() => claim.PublishWith());
    }

    private static (DateTime?, DateTime?, DateTime?, DateTime?, DateTime?, DateTime?) Dates(Claim claim) =>
        (claim.VerdictIssuedAt, claim.LastVerifiedAt, claim.LastPersonAt, claim.NextCheckDueAt, claim.StaleAt, claim.PersonDueAt);

    private static Claim Published()
    {
        var claim = DomainDesk.Proposed();
        claim.ApproveBy("ed").MustBeOk();
        claim.PublishWith().MustBeOk();
        return claim;
    }

    private static Claim Suspended()
    {
        var claim = Published();
        claim.Suspend(Why, false, Eve, Now).MustBeOk();
        return claim;
    }
}
