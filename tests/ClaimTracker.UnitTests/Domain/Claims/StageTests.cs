using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.DomainDesk;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>Stage, verdict, publication and freshness are four things: what moves one leaves the others.</summary>
public sealed class StageTests
{
    [Fact]
    public void No_stage_publishes_withdraws_or_verifies_anything()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var (open, published) = (NewClaim(), new PublishedClaim().Claim);
            var before = (
                published.Publication,
                published.Rating,
                published.LastVerifiedAt,
                published.NextCheckDueAt,
                published.StaleAt
            );
            open.EnterStage(stage, Now);
            published.EnterStage(stage, Now);

            Assert.Equal((Publication.Unpublished, null, null), (open.Publication, open.Rating, open.LastVerifiedAt));
            Assert.Equal(
                before,
                (published.Publication, published.Rating, published.LastVerifiedAt, published.NextCheckDueAt, published.StaleAt)
            );
            Assert.True(published.Listed);
        }
    }

    [Fact]
    public void Readers_may_look_up_what_is_under_review_and_nothing_that_waits_or_was_set_aside()
    {
        Stage[] hidden = [Stage.New, Stage.Triage, Stage.Declined, Stage.Linked, Stage.Folded];
        foreach (var stage in Enum.GetValues<Stage>().Except([Stage.Triage]))
        {
            var claim = NewClaim();
            claim.EnterStage(stage, Now);
            Assert.Equal(!hidden.Contains(stage), claim.Listed);
        }

        Assert.False(NewClaim().Listed);
    }

    [Fact]
    public void The_same_stage_again_is_no_change()
    {
        var claim = NewClaim();
        claim.EnterStage(Stage.Triage, Now.AddDays(1));
        Assert.Equal(Now, claim.StageSince);
        claim.EnterStage(Stage.Researching, Now.AddDays(1));
        Assert.Equal(Now.AddDays(1), claim.StageSince);
    }

    [Fact]
    public void What_is_or_was_public_rests_where_published_claims_do_and_nothing_else_moves_there()
    {
        var (published, retracted, open, linked) = (
            new PublishedClaim().Claim,
            new PublishedClaim().Claim,
            NewClaim(),
            new PublishedClaim().Claim
        );
        retracted.Retract("It was wrong.", "eve", Now).MustBeOk();
        foreach (var claim in (Claim[])[published, retracted, open])
        {
            claim.EnterStage(Stage.Researching, Now);
            claim.ComeToRest(Now);
        }

        linked.EnterStage(Stage.Linked, Now);
        linked.ComeToRest(Now);
        Assert.Equal(
            [Stage.Published, Stage.Published, Stage.Researching, Stage.Linked],
            [published.Stage, retracted.Stage, open.Stage, linked.Stage]
        );
    }

    [Fact]
    public void A_claim_is_accepted_out_of_triage_or_after_a_decline_and_from_nowhere_else()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var claim = NewClaim();
            claim.EnterStage(stage, Now);
            Assert.Equal(stage is Stage.New or Stage.Triage or Stage.Declined, claim.Accept(Now).IsOk);
        }
    }

    [Fact]
    public void A_decline_needs_a_reason_is_taken_back_whole_and_is_no_way_to_take_off_what_is_public()
    {
        var claim = NewClaim();
        claim.Decline(" ", Now).MustBeRefused("reason");
        claim.Decline(" Too vague. ", Now).MustBeOk();
        Assert.Equal((Stage.Declined, "Too vague."), (claim.Stage, claim.DeclinedBecause));
        claim.Reconsider(Now).MustBeOk();
        Assert.Equal((Stage.Triage, null), (claim.Stage, claim.DeclinedBecause));
        claim.Reconsider(Now).MustBeRefused("not-declined");
        new PublishedClaim().Claim.Decline("Too vague.", Now).MustBeRefused("published");
    }

    [Fact]
    public void A_link_is_taken_back_and_both_claims_keep_what_they_had()
    {
        var (claim, target) = (Proposed(), new PublishedClaim().Claim);
        typeof(Claim).GetProperty(nameof(Claim.Id))!.SetValue(claim, 1L);
        typeof(Claim).GetProperty(nameof(Claim.Id))!.SetValue(target, 2L);
        claim.Unlink(Now).MustBeRefused("not-linked");
        claim.LinkTo(claim, Person("ada", Roles.FactChecker), Now).MustBeRefused("link-self");
        claim.LinkTo(target, Person("ada", Roles.FactChecker), Now).MustBeOk();
        NewClaim().LinkTo(claim, Person("ada", Roles.FactChecker), Now).MustBeRefused("link-chain");
        Assert.Equal((Publication.Published, 1), (target.Publication, target.VerdictVersion));

        claim.Unlink(Now).MustBeOk();
        Assert.Equal((Stage.Triage, null, 1, 1), (claim.Stage, claim.LinkedToId, claim.Evidence.Count, claim.Verdicts.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_is_worded_as_nothing(string wording) =>
        NewClaim().Reword(wording, "count", "a", Now).MustBeRefused("wording");

    [Fact]
    public void No_wording_is_longer_than_what_fits() =>
        NewClaim().Reword(new string('a', Claim.MaxWording + 1), "count", "a", Now).MustBeRefused("wording");

    [Fact]
    public void An_acceptance_is_taken_back_with_wording_and_reading_and_of_nothing_but_an_accepted_claim()
    {
        var claim = NewClaim();
        var read = new ClaimDetails { Missing = ["where"] };
        Assert.True(claim.Accept(Now).IsOk);
        Assert.True(claim.Reword("The bridge at Poltava is 800 metres long.", "statistic", "a", Now).IsOk);

        Assert.True(claim.TakeAcceptanceBack("The bridge is 800 metres long.", "count", read, Now).IsOk);

        Assert.Equal(("The bridge is 800 metres long.", "count", Stage.Triage), (claim.Wording, claim.Kind, claim.Stage));
        Assert.Equal(["where"], claim.Details.Missing);
        Assert.False(claim.Listed);
        foreach (var stage in new[] { Stage.New, Stage.Triage, Stage.Declined, Stage.Linked, Stage.Folded })
        {
            claim.EnterStage(stage, Now);
            Assert.Equal("not-accepted", claim.TakeAcceptanceBack("x", "count", read, Now).Refusal?.Code);
        }

        Assert.Equal("proposed", Proposed().TakeAcceptanceBack("x", "count", read, Now).Refusal?.Code);
        Assert.Equal("not-accepted", new PublishedClaim().Claim.TakeAcceptanceBack("x", "count", read, Now).Refusal?.Code);
    }
}
