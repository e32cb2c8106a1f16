using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>Whole journeys through the definitions that are shipped.</summary>
public sealed class PresetJourneyTests
{
    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Standard_review_goes_from_research_to_a_published_verdict()
    {
        var desk = Begin("standard-review", groups: 1);
        Assert.Equal(["research#1"], desk.Tasks.Keys);
        Assert.Null(desk.Decide("research#1", "Proposed", People.Fay, People.Verdict()));
        Assert.Equal(Stage.EditorReview, desk.Facts.Stage);
        Assert.Equal(["fay"], desk.Tasks["review#1"].Barred);
        Assert.Null(desk.Decide("review#1", "Approve", People.Eva));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
        Assert.Equal(Stage.Published, desk.Facts.Stage);
        Assert.Equal(
            [
                typeof(EnterStage),
                typeof(AddProposal),
                typeof(EnterStage),
                typeof(ApproveVerdict),
                typeof(PublishVerdict),
                typeof(BringCheckForward),
            ],
            desk.Effects.Select(e => e.GetType())
        );
        Assert.Empty(desk.Tasks);
        Assert.Empty(desk.Timers);
    }

    [Fact]
    public void Rejects_the_approval_of_ones_own_verdict()
    {
        var desk = Begin("standard-review", groups: 1);
        desk.Decide("research#1", "Proposed", People.Both, People.Verdict());
        var refusal = desk.Decide("review#1", "Approve", People.Both);
        Assert.Equal("barred", refusal!.Code);
        Assert.Contains("another editor", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["review#1"], desk.Tasks.Keys);
    }

    [Fact]
    public void Too_little_evidence_goes_back_to_research_and_says_what_is_missing()
    {
        var desk = Begin("casualty-figure", groups: 1);
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict());
        Assert.Equal(["research#2"], desk.Tasks.Keys);
        Assert.Contains(
            desk.Effects,
            e => e is Tell { To: Roles.FactChecker } n && n.Message.Contains("two groups", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_casualty_figure_needs_two_different_editors()
    {
        var desk = Begin("casualty-figure", groups: 2);
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict());
        desk.Decide("first#1", "Approve", People.Eva);
        Assert.Equal("barred", desk.Decide("second#1", "Approve", People.Eva)!.Code);
        Assert.Null(desk.Decide("second#1", "Approve", People.Ed));
        Assert.Contains(desk.Effects, e => e is PublishVerdict { ApprovalsRequired: 2, MinimumGroups: 2 });
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
    }

    [Fact]
    public void After_changes_the_editors_may_take_the_other_seat()
    {
        var desk = Begin("casualty-figure", groups: 2);
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict());
        desk.Decide("first#1", "Approve", People.Eva);
        desk.Decide("second#1", "RequestChanges", People.Ed, People.Reason());
        desk.Decide("research#2", "Proposed", People.Fay, People.Verdict());
        Assert.Null(desk.Decide("first#2", "Approve", People.Ed));
        Assert.Null(desk.Decide("second#2", "Approve", People.Eva));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
    }

    [Fact]
    public void In_the_chamber_two_of_three_votes_carry()
    {
        var desk = Begin("chamber", groups: 1);
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict());
        Assert.Null(desk.Decide("vote#1", "For", People.Eva));
        Assert.Equal(["vote#1"], desk.Tasks.Keys);
        Assert.Equal(["fay", "eva"], desk.Tasks["vote#1"].Barred);
        Assert.Equal("voted-already", desk.Decide("vote#1", "For", People.Eva)!.Code);
        Assert.Equal("reason", desk.Decide("vote#1", "Against", People.Ed)!.Code);
        Assert.Null(desk.Decide("vote#1", "Against", People.Ed, People.Reason()));
        Assert.Null(desk.Decide("vote#1", "For", People.Ella));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
        Assert.Equal(Stage.Published, desk.Facts.Stage);
    }

    [Fact]
    public void A_vote_is_lost_as_soon_as_it_cannot_be_carried()
    {
        var desk = Begin("chamber", groups: 1);
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict());
        desk.Decide("vote#1", "Against", People.Eva, People.Reason("No."));
        desk.Decide("vote#1", "Against", People.Ed, People.Reason("Neither."));
        Assert.Equal(["research#2"], desk.Tasks.Keys);
        Assert.Equal("eva: No.\ned: Neither.", Assert.Single(desk.Effects.OfType<RejectVerdict>()).Reason);
    }

    [Theory]
    [InlineData("false", "review#1")]
    [InlineData("true", "research#2")]
    public void A_cross_check_goes_on_only_with_the_same_rating(string second, string next)
    {
        var desk = Begin("cross-check", groups: 1);
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict("false"));
        Assert.True(desk.Tasks["second#1"].Blind);
        Assert.Equal("barred", desk.Decide("second#1", "Proposed", People.Fay, People.Verdict(second))!.Code);
        desk.Decide("second#1", "Proposed", People.Fred, People.Verdict(second));
        Assert.Equal([next], desk.Tasks.Keys);
    }

    [Fact]
    public void A_recheck_that_finds_nothing_new_verifies_by_machine_and_ends()
    {
        var desk = new Desk(Presets.Catalog.Latest("recheck")!, Monday);
        desk.Facts = desk.Facts with { WatchedSources = 1 };
        desk.Start();
        Assert.Empty(desk.Tasks);
        Assert.True(desk.Look(Met("Unchanged")));
        Assert.Contains(desk.Effects, e => e is Verified { Verifier: Verifier.Machine });
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
    }

    [Fact]
    public void A_recheck_that_was_started_with_a_finding_opens_the_task_of_a_person_at_once()
    {
        var desk = new Desk(Presets.Catalog.Latest("recheck")!, Monday).With("finding", Met("Unreachable")).Start();

        Assert.Equal(["look#1"], desk.Tasks.Keys);
        Assert.Equal(Stage.RecheckDue, desk.Facts.Stage);
        Assert.DoesNotContain(desk.Effects, e => e is AskLooks);
    }

    [Fact]
    public void A_verdict_that_still_holds_is_confirmed_by_somebody_else()
    {
        var desk = new Desk(Presets.Catalog.Latest("recheck")!, Monday).With("finding", Met("Changed")).Start();
        desk.Decide("look#1", "StillHolds", People.Both);
        Assert.Equal("barred", desk.Decide("confirm#1", "Confirm", People.Both)!.Code);
        desk.Decide("confirm#1", "Confirm", People.Eva);
        Assert.Contains(desk.Effects, e => e is Verified { Verifier: Verifier.Person, By: "eva" });
        Assert.Equal(Stage.Published, desk.Facts.Stage);
    }

    [Fact]
    public void A_new_version_goes_through_the_process_of_its_kind_and_the_recheck_waits_for_its_end()
    {
        var desk = new Desk(Presets.Catalog.Latest("recheck")!, Monday).With("finding", Met("Missing"));
        desk.Facts = desk.Facts with
        {
            IndependentGroups = 2,
            PublishedRating = "true",
            Stage = Stage.Published,
            Workflow = "casualty-figure",
        };
        desk.Start();
        desk.Decide("look#1", "NewVerdict", People.Fay);

        var child = Assert.Single(desk.Effects.OfType<StartChild>());
        Assert.Equal(("casualty-figure", true), (child.DefinitionId, child.Wait));
        Assert.Equal((ReviewStatus.Suspended, 0), (desk.State.Status, desk.Tasks.Count));

        // A hold would say that nothing is decided, and the other review's tasks would go on.
        Assert.Equal("waits-for-review", desk.Hold()?.Code);
        Assert.True(desk.ChildEnded(child.ChildKey, []));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
        Assert.DoesNotContain(desk.Effects, e => e is Verified or PublishVerdict);
    }

    [Theory]
    [InlineData("standard-review")]
    [InlineData("casualty-figure")]
    [InlineData("cross-check")]
    [InlineData("legal-status")]
    public void No_process_of_a_kind_offers_to_decline_or_link_what_is_published(string definition)
    {
        var desk = new Desk(Presets.Catalog.Latest(definition)!, Monday);
        desk.Facts = desk.Facts with { PublishedRating = "true" };
        desk.Start();
        Assert.Equal(["Proposed", "AskClaimant"], Assert.Single(desk.Tasks.Values).Decisions);
        Assert.Equal("unknown-decision", desk.Decide("research#1", "Decline", People.Fay, People.Reason("Opinion."))!.Code);
        desk.Facts = desk.Facts with { PublishedRating = null };
        Assert.Null(desk.Decide("research#1", "Decline", People.Fay, People.Reason("Opinion.")));
    }

    [Fact]
    public void A_request_for_correction_that_nobody_answers_comes_to_an_editor_and_the_first_answer_counts()
    {
        var desk = Begin("intervention", groups: 1);
        Assert.Equal(["answer#1"], desk.Tasks.Keys);
        desk.Tick(Monday.AddDays(3));
        Assert.Equal(["answer#1", "lead#1"], desk.Tasks.Keys);
        Assert.Equal(Stage.Escalated, desk.Facts.Stage);
        desk.Decide("lead#1", "Respond", People.Eva, People.Reason("It stands."));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
        Assert.Empty(desk.Tasks);
        Assert.Contains(desk.Closed, c => c is { Key: "answer#1", Why: "not-needed" });
    }

    [Fact]
    public void The_state_of_each_shipped_review_stays_below_two_kilobytes()
    {
        foreach (var definition in Presets.Catalog.Versions)
        {
            var desk = new Desk(definition, Monday);
            desk.Facts = desk.Facts with { IndependentGroups = 2, PublishedRating = "true" };
            desk.Start();
            Walk(desk);
            Assert.True(
                desk.MostStateBytes <= 2048,
                $"{definition.VersionId}: {desk.MostStateBytes} bytes: {desk.State.ToJson()}"
            );
        }
    }

    /// <summary>Decides whatever is open, each time by the first person who may, with a long reason, until nothing is.</summary>
    private static void Walk(Desk desk)
    {
        Actor[] people = [People.Fay, People.Fred, People.Eva, People.Ed, People.Ella];
        for (var step = 0; step < 40 && desk.State.Status == ReviewStatus.Suspended; step++)
        {
            if (desk.Tasks.Count == 0)
            {
                desk.Tick(desk.Timers.Values.Min());
                continue;
            }

            var task = desk.Tasks.Values.First();
            var decision = task.Decisions[step % task.Decisions.Count];
            var payload = People.Verdict();
            payload["reason"] = new string('Ж', 5_000);
            payload["claimId"] = 9;
            var refusals = people
                .Select(who => desk.Decide(task.Key, decision, who, payload.DeepClone()))
                .TakeWhile(r => r is not null)
                .ToList();
            Assert.True(refusals.Count < people.Length, $"{task.Key} {decision}: {string.Join('\n', refusals)}");
        }
    }

    private static JsonObject Met(string outcome) => new() { ["outcome"] = outcome, ["finding"] = "90 became 70." };

    private static Desk Begin(string definitionId, int groups)
    {
        var desk = new Desk(Presets.Catalog.Latest(definitionId)!, Monday);
        desk.Facts = desk.Facts with { IndependentGroups = groups };
        return desk.Start();
    }
}
