using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Bench;

/// <summary>Gives made-up claims a past by the domain's own doors, so that load tests meet rows as the desk writes them.</summary>
internal sealed class SeedHistory(WorkflowLibrary library, WorkflowSettings workflows, RecheckSettings rechecks, Random random)
{
    /// <summary>A claim at the end of some path: 45 % in triage, 25 % declined, 22 % published, 8 % under review.</summary>
    /// <param name="claim">A claim in triage.</param>
    /// <param name="now">The present.</param>
    /// <returns>The name of what happened last, for the audit.</returns>
    public string Live(Claim claim, DateTime now)
    {
        var chance = random.NextDouble();
        var at = claim.CreatedAt.AddHours(1 + random.NextDouble() * 48);
        if (at >= now || chance < 0.45)
            return "add article";
        if (chance < 0.70)
        {
            claim.Decline("Not checkable with open sources.", at);
            return "decline";
        }

        if (chance < 0.92)
        {
            Publish(claim, at);
            return "decide Approve";
        }

        Review(claim, at);
        return "start review";
    }

    private void Publish(Claim claim, DateTime at)
    {
        var checker = $"checker{random.Next(12)}";
        for (var i = 0; i < 2; i++)
        {
            var evidence = new Evidence($"Register of {claim.Details.Place}, volume {i + 1}", null, claim.Wording, Stance.Supports, $"group-{i}", checker, at) { Watched = false };
            claim.AddEvidence(evidence, at);
        }

        claim.Accept(at);
        var rating = Ratings.All[random.Next(Ratings.All.Count)].Id;
        claim.Propose(new VerdictProposal(rating, "Two registers that do not draw on each other agree on the figure.", checker, Workflow: "standard-review v1"), at);
        claim.ApproveProposal($"editor{random.Next(6)}", claim.ProposalMark, at.AddHours(1));
        claim.Publish(1, 1, rechecks.For(claim.Kind), at.AddHours(1));
        claim.EnterStage(Stage.Published, at.AddHours(1));
    }

    private void Review(Claim claim, DateTime at)
    {
        var definition = library.Catalog.Latest(workflows.For(claim.Kind))!;
        claim.Accept(at);
        var review = new Review(claim, definition.DefinitionId, definition.Source.Version, definition.VersionId, $"checker{random.Next(12)}", at);
        var move = ReviewRunner.Start(definition, ClaimFacts.Of(claim, null), new Dictionary<string, JsonNode?>(), at);
        review.MoveTo(move.Status, move.State.ToJson(), null, at);
        MoveWriter.WriteTasks(review, move, at);
        MoveWriter.WriteTimers(review, move);
        foreach (var stage in move.Effects.OfType<SetStage>())
            claim.EnterStage(stage.Stage, at);
        claim.Reviews.Add(review);
    }
}
