using ClaimTracker.Domain;
using ClaimTracker.UnitTests.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Rechecks;

/// <summary>What sources of each nature say of a verdict, and who may say what a source is.</summary>
public sealed class NatureTests
{
    private static readonly Actor Eve = new("eve", new HashSet<string> { Roles.Editor });
    private static readonly Actor Ed = new("ed", new HashSet<string> { Roles.Editor });
    private static readonly Actor Ada = new("ada", new HashSet<string> { Roles.FactChecker });

    [Theory]
    [InlineData(SourceNature.Frozen)]
    [InlineData(SourceNature.Dated)]
    public void A_living_source_verifies_beside_one_that_says_nothing_of_today(SourceNature other)
    {
        var published = Two(1, other);

        Assert.True(Round.CanVerify(published.Claim.PublishedVerdict!));
        Assert.Equal(
            RecheckOutcome.Unchanged,
            Round.Of(published.Claim.PublishedVerdict!, published.Looks(RecheckOutcome.Unchanged))
        );
        Assert.Equal(other == SourceNature.Dated ? 2 : 1, Round.Watched(published.Claim.PublishedVerdict!).Count());
    }

    [Theory]
    [InlineData(SourceNature.Frozen)]
    [InlineData(SourceNature.Dated)]
    public void What_stands_verifies_nothing_where_the_living_sources_alone_are_too_few(SourceNature other)
    {
        var published = Two(2, other);

        Assert.False(Round.CanVerify(published.Claim.PublishedVerdict!));
        Assert.Equal(
            RecheckOutcome.Unwatched,
            Round.Of(published.Claim.PublishedVerdict!, published.Looks(RecheckOutcome.Unchanged))
        );
        Assert.Equal(
            "not-seen",
            published
                .Claim.VerifyByLooks("machine", published.Looks(RecheckOutcome.Unchanged), Monthly, Start.AddDays(2))
                .Refusal?.Code
        );
    }

    [Fact]
    public void A_correction_in_an_article_of_a_day_counts_and_that_it_cannot_be_read_blocks_nothing()
    {
        var published = Two(1, SourceNature.Dated);
        var version = published.Claim.PublishedVerdict!;
        SourceOutcome Look(int at, RecheckOutcome outcome) => new(published.Sources[at], outcome, "");

        Assert.Equal(
            RecheckOutcome.Changed,
            Round.Of(version, [Look(0, RecheckOutcome.Unchanged), Look(1, RecheckOutcome.Changed)])
        );
        Assert.Equal(
            RecheckOutcome.Unchanged,
            Round.Of(version, [Look(0, RecheckOutcome.Unchanged), Look(1, RecheckOutcome.Unreachable)])
        );
        Assert.Equal(
            RecheckOutcome.Unreachable,
            Round.Of(version, [Look(0, RecheckOutcome.Unreachable), Look(1, RecheckOutcome.Unchanged)])
        );
    }

    [Fact]
    public void What_is_not_known_verifies_nothing_and_is_checked_as_often_as_if_it_could()
    {
        var evidence = new Evidence("The office", "https://port.example/", "90 ships", Stance.Supports, "port", "ada", Start)
        {
            Watched = true,
        };
        Assert.Null(evidence.Nature);
        Assert.Equal((true, false), (evidence.CanBeWatched, evidence.IsLivingWatch));
        Assert.False(Round.CanVerify([evidence], 1));
    }

    [Fact]
    public void Where_no_machine_can_verify_a_person_is_due_instead_and_what_may_change_is_looked_at_all_the_same()
    {
        var published = Two(2, SourceNature.Dated);
        var claim = published.Claim;

        Assert.Equal(Start + Monthly.PersonEvery, claim.PersonDueAt);
        Assert.Equal((claim.PersonDueAt, Start + Monthly.Every), (claim.NextCheckDueAt, claim.NextAttemptAt));

        var later = Start.AddDays(31);
        Look(published, later);
        Assert.Equal(
            (null, RecheckOutcome.Unwatched, Start),
            (claim.RecheckDueAt, claim.LastAttemptOutcome!.Value, claim.LastVerifiedAt)
        );
        Assert.Equal(later + Monthly.Every, claim.NextAttemptAt);
        Assert.Equal(Freshness.Fresh, claim.FreshnessAt(later));
    }

    [Fact]
    public void However_often_a_machine_verifies_a_person_is_due_and_the_verdict_goes_stale_without_one()
    {
        var published = new PublishedClaim();
        var claim = published.Claim;
        for (var day = 30; day <= 150; day += 30)
            Look(published, Start.AddDays(day));
        Assert.Equal(Freshness.Fresh, claim.FreshnessAt(Start.AddDays(179)));

        Look(published, Start.AddDays(180));
        Assert.Equal((true, Freshness.Due), (claim.IsPersonDue(Start.AddDays(181)), claim.FreshnessAt(Start.AddDays(181))));
        Look(published, Start.AddDays(210));
        Assert.Equal((Verifier.Machine, Start.AddDays(210)), (claim.LastVerifier!.Value, claim.LastVerifiedAt!.Value));
        Assert.Equal(
            (Freshness.Stale, null, Start),
            (claim.FreshnessAt(Start.AddDays(211)), claim.InDoubtSince, claim.LastPersonAt!.Value)
        );

        Must(claim.VerifyByPerson("eve", [], Monthly, Start.AddDays(212)));
        Assert.Equal(Freshness.Fresh, claim.FreshnessAt(Start.AddDays(212)));
    }

    [Fact]
    public void A_person_whom_a_clock_dated_that_ran_ahead_has_not_looked()
    {
        var published = new PublishedClaim();
        Must(published.Claim.VerifyByPerson("eve", [], Monthly, Start.AddDays(400)));
        Look(published, Start.AddDays(1));

        Assert.True(published.Claim.IsPersonDue(Start.AddDays(2)));
        Assert.NotEqual(Freshness.Fresh, published.Claim.FreshnessAt(Start.AddDays(2)));
    }

    [Fact]
    public void Whoever_added_a_source_makes_it_say_less_and_an_editor_says_either()
    {
        var published = new PublishedClaim();
        var added = published.Add("almanac");

        Assert.Equal("nature", Say(added, SourceNature.Living, Ada));
        Assert.Null(Say(added, SourceNature.Dated, Ada));
        Assert.Equal("nature", Say(added, SourceNature.Living, Ada));
        Assert.Null(Say(added, SourceNature.Living, Ed));
        Assert.Equal("ed", added.NatureSaidBy);
        Assert.Equal("nature", Say(added, SourceNature.Dated, new Actor("ben", new HashSet<string> { Roles.FactChecker })));

        string? Say(Evidence evidence, SourceNature nature, Actor by) =>
            published.Claim.SayNature(evidence, nature, by, Monthly, Start).Refusal?.Code;
    }

    [Fact]
    public void Of_what_the_public_verdict_stands_on_an_editor_says_it_who_is_no_author()
    {
        var published = new PublishedClaim();
        var ground = published.Sources[0];
        Actor both = new("ada", new HashSet<string> { Roles.FactChecker, Roles.Editor });

        Assert.Equal("wrong-role", published.Claim.SayNature(ground, SourceNature.Dated, Ada, Monthly, Start).Refusal?.Code);
        Assert.Equal("own-verdict", published.Claim.SayNature(ground, SourceNature.Dated, both, Monthly, Start).Refusal?.Code);
        Must(published.Claim.SayNature(ground, SourceNature.Dated, Eve, Monthly, Start));

        Assert.Equal(published.Claim.PersonDueAt, published.Claim.NextCheckDueAt);
    }

    [Fact]
    public void A_pause_of_the_claims_own_counts_from_its_last_verification()
    {
        var published = new PublishedClaim();

        Must(published.Claim.SetCheckEvery(TimeSpan.FromDays(2), Eve, Monthly, Start.AddDays(1)));
        Assert.Equal(Start.AddDays(2), published.Claim.NextCheckDueAt);
        Must(published.Claim.SetCheckEvery(null, Eve, Monthly, Start.AddDays(1)));
        Assert.Equal(Start.AddDays(30), published.Claim.NextCheckDueAt);
        Assert.Equal("check-every", published.Claim.SetCheckEvery(TimeSpan.Zero, Eve, Monthly, Start).Refusal?.Code);
    }

    [Fact]
    public void An_author_puts_no_check_of_the_public_verdict_off_and_nobody_but_an_editor_does()
    {
        var claim = new PublishedClaim().Claim;
        var author = new Actor("ada", new HashSet<string> { Roles.FactChecker, Roles.Editor });
        var before = (claim.NextCheckDueAt, claim.PersonDueAt);
        foreach (var (by, code) in new[] { (author, "own-verdict"), (Ada, "wrong-role") })
        {
            Assert.Equal(code, claim.SetCheckEvery(TimeSpan.FromDays(90), by, Monthly, Start).Refusal?.Code);
            Assert.Equal(code, claim.SetPersonEvery(TimeSpan.FromDays(3650), by, Monthly, Start).Refusal?.Code);
        }

        Assert.Equal(before, (claim.NextCheckDueAt, claim.PersonDueAt));
        Must(claim.SetPersonEvery(TimeSpan.FromDays(90), Eve, Monthly, Start));
    }

    // A round of looks, each of which finds its passage standing.
    private static void Look(PublishedClaim published, DateTime at)
    {
        var (claim, version) = (published.Claim, published.Claim.PublishedVerdict!);
        List<Look> round = [.. Round.Watched(version).Select(e => new Look(claim.Id, e, version.Version, at))];
        round.ForEach(look => claim.TakeLook(look, RecheckOutcome.Unchanged, "It stands.", Monthly, at));
        Assert.NotNull(claim.EndRound(round, "system:looks", Monthly, at));
    }

    private static PublishedClaim Two(int groups, SourceNature other)
    {
        var published = new PublishedClaim();
        published.Add("other").FindNature(other);
        published.PublishNext(groups, "A second source.", Start);
        return published;
    }
}
