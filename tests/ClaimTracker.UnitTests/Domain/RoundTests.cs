using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain;

public sealed class RoundTests
{
    [Fact]
    public void All_that_counts_was_read_and_stands()
    {
        var published = new PublishedClaim(groups: 2);

        Assert.Equal(RecheckOutcome.Unchanged, published.LookAt(RecheckOutcome.Unchanged, Start));
        Must(published.Claim.VerifyByLooks("machine", published.Looks(RecheckOutcome.Unchanged), Monthly, Start.AddDays(1)));
        Assert.Equal(Start.AddDays(1), published.Claim.LastVerifiedAt);
    }

    [Theory]
    [InlineData(RecheckOutcome.Changed, RecheckOutcome.Unreachable, RecheckOutcome.Changed)]
    [InlineData(RecheckOutcome.Missing, RecheckOutcome.Changed, RecheckOutcome.Missing)]
    [InlineData(RecheckOutcome.Unchanged, RecheckOutcome.Unreachable, RecheckOutcome.Unreachable)]
    [InlineData(RecheckOutcome.Unchanged, RecheckOutcome.Missing, RecheckOutcome.Missing)]
    public void One_that_does_not_stand_speaks_for_all(RecheckOutcome one, RecheckOutcome other, RecheckOutcome together)
    {
        var published = new PublishedClaim(groups: 2);
        List<SourceOutcome> looks = [new(published.Sources[0], one, ""), new(published.Sources[1], other, "")];

        Assert.Equal(together, Round.Of(published.Claim.PublishedVerdict!, looks));
        looks.Reverse();
        Assert.Equal(together, Round.Of(published.Claim.PublishedVerdict!, looks));
        Refuses(published, looks);
    }

    [Fact]
    public void A_source_without_address_or_watch_verifies_nothing_and_hides_no_finding()
    {
        var published = new PublishedClaim();
        published.Add("register", url: null);
        published.PublishNext(2, "A second source.", Start);
        var looks = published.Looks(RecheckOutcome.Unchanged);

        Assert.Single(looks);
        Assert.Equal(RecheckOutcome.Unwatched, Round.Of(published.Claim.PublishedVerdict!, looks));
        Refuses(published, looks);
        Assert.Equal(
            RecheckOutcome.Unreachable,
            Round.Of(published.Claim.PublishedVerdict!, published.Looks(RecheckOutcome.Unreachable))
        );
        Assert.Equal(
            RecheckOutcome.Changed,
            Round.Of(published.Claim.PublishedVerdict!, published.Looks(RecheckOutcome.Changed))
        );
    }

    [Fact]
    public void What_was_not_looked_at_was_not_seen_to_stand()
    {
        var published = new PublishedClaim(groups: 2);

        Refuses(published, []);
        Refuses(published, [published.Looks(RecheckOutcome.Unchanged)[0]]);
    }

    [Fact]
    public void Context_a_source_that_quotes_us_and_what_was_added_after_publication_verify_nothing()
    {
        var published = new PublishedClaim(watched: false);
        var context = published.Add("almanac", Stance.Context);
        var ours = published.Add("a paper that quotes us", quotesUs: true);
        published.PublishNext(1, "Context added.", Start);
        var later = published.Add("late register");

        Assert.Empty(Round.Watched(published.Claim.PublishedVerdict!));
        List<SourceOutcome> looks =
        [
            .. new[] { context, ours, later }.Select(e => new SourceOutcome(e, RecheckOutcome.Unchanged, "")),
        ];
        Assert.Equal(RecheckOutcome.Unwatched, Round.Of(published.Claim.PublishedVerdict!, looks));
        Refuses(published, looks);
    }

    [Fact]
    public void What_is_left_after_a_withdrawal_verifies_only_where_it_meets_what_the_version_was_held_to()
    {
        var published = new PublishedClaim(groups: 2);
        published.Withdraw(published.Sources[1], Start);

        Assert.Equal(
            RecheckOutcome.Unwatched,
            Round.Of(published.Claim.PublishedVerdict!, published.Looks(RecheckOutcome.Unchanged))
        );
        Refuses(published, published.Looks(RecheckOutcome.Unchanged));
    }

    private static void Refuses(PublishedClaim published, IReadOnlyCollection<SourceOutcome> looks)
    {
        var before = published.Claim.LastVerifiedAt;
        Assert.Equal("not-seen", published.Claim.VerifyByLooks("machine", looks, Monthly, Start.AddDays(2)).Refusal?.Code);
        Assert.Equal(before, published.Claim.LastVerifiedAt);
    }

    [Fact]
    public void A_round_that_cannot_verify_since_a_passage_is_missed_elsewhere_is_put_off_and_asks_a_person()
    {
        var published = new PublishedClaim();
        var second = published.Add("group 2");
        published.PublishNext(1, "A second source.", Start.AddDays(1));
        var (claim, first) = (published.Claim, published.Sources.First(e => e != second));
        var at = Start.AddDays(40);
        claim.NoteAttempt(
            RecheckOutcome.Changed,
            [new SourceOutcome(first, RecheckOutcome.Changed, "90 became 70.", new SeenPassage(false, first.Quote, "70"))],
            "90 became 70.",
            Monthly,
            at
        );
        first.NoteForbidden(true, at);
        var look = new Look(claim.Id, second, claim.VerdictVersion!.Value, at.AddHours(1));
        claim.TakeLook(look, RecheckOutcome.Unchanged, "It stands.", Monthly, at.AddHours(1));
        var verified = claim.LastVerifiedAt;

        Assert.Equal(RecheckOutcome.Unwatched, claim.EndRound([look], "machine", Monthly, at.AddHours(1)));

        Assert.Equal(verified, claim.LastVerifiedAt);
        Assert.True(claim.NextAttemptAt > at.AddHours(1));
        Assert.NotNull(claim.RecheckDueAt);
        Assert.NotEqual(RecheckOutcome.Unchanged, claim.LastAttemptOutcome);
    }
}
