using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>Until when a verdict is good, which versions readers count, and when a failed attempt is past.</summary>
public sealed class ExpiryTests
{
    private static readonly DateTime Start = PublishedClaim.Start;
    private static readonly RecheckPolicy Monthly = PublishedClaim.Monthly;

    [Fact]
    public void It_expires_when_it_would_be_stale_and_in_doubt_when_the_doubt_began()
    {
        var published = new PublishedClaim();
        var claim = published.Claim;
        Assert.Equal(claim.StaleAt < claim.PersonStaleAt ? claim.StaleAt : claim.PersonStaleAt, claim.ExpiresAt);

        published.Raise(FindingKind.Changed, Start.AddDays(3));
        Assert.Equal(Start.AddDays(3), claim.ExpiredOrExpires);
        Assert.NotEqual(Start.AddDays(3), claim.ExpiresAt);
    }

    [Fact]
    public void Only_a_check_that_succeeded_moves_it_later()
    {
        var claim = new PublishedClaim().Claim;
        var editor = DomainDesk.Person("eli", Roles.Editor);
        var before = claim.ExpiresAt;

        claim.SetCheckEvery(TimeSpan.FromDays(300), editor, Monthly, Start.AddDays(1)).MustBeOk();
        claim.SetPersonEvery(TimeSpan.FromDays(300), editor, Monthly, Start.AddDays(1)).MustBeOk();
        Assert.True(claim.StaleAt > before);
        Assert.Equal(before, claim.ExpiresAt);

        claim.VerifyByPerson("eli", [], Monthly, Start.AddDays(2)).MustBeOk();
        Assert.True(claim.ExpiresAt > before);

        // Earlier it moves at any time.
        claim.SetCheckEvery(TimeSpan.FromDays(1), editor, Monthly, Start.AddDays(3)).MustBeOk();
        Assert.Equal(claim.StaleAt, claim.ExpiresAt);
        claim.Retract("It was forged.", "eli", Start.AddDays(4)).MustBeOk();
        Assert.Null(claim.ExpiresAt);
    }

    [Fact]
    public void A_typo_verifies_nothing_and_moves_it_nowhere()
    {
        var published = new PublishedClaim();
        var before = published.Claim.ExpiresAt;
        published.PublishNext(1, "A letter.", Start.AddDays(5), kind: CorrectionKind.Typo);
        Assert.Equal(before, published.Claim.ExpiresAt);
    }

    [Fact]
    public void Versions_are_numbered_as_they_became_public()
    {
        var claim = DomainDesk.Proposed();
        claim.RejectProposal("e", "Too short.", DomainDesk.Now).MustBeOk();
        claim.ProposeBy("a", "A longer text.");
        Assert.Null(claim.ProposedVerdict!.Number);
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith().MustBeOk();
        Assert.Equal((2, 1, 1), (claim.PublishedVerdict!.Version, claim.PublishedVerdict.Number, claim.VerdictNumber));

        claim.Retract("It was forged.", "e", DomainDesk.Now).MustBeOk();
        claim.ProposeBy("a", "Another text.");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith().MustBeOk();
        Assert.Equal((3, 2, 2), (claim.PublishedVerdict!.Version, claim.PublishedVerdict.Number, claim.VerdictNumber));
    }

    [Fact]
    public void An_attempt_that_failed_is_past_once_a_later_check_succeeded()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Unreachable, Start.AddDays(10));
        Assert.False(published.Claim.LastAttemptIsPast);

        published.Claim.VerifyByPerson("eli", [], Monthly, Start.AddDays(11)).MustBeOk();

        Assert.True(published.Claim.LastAttemptIsPast);
    }
}
