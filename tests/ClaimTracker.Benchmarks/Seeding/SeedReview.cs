using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>Carries a made-up claim through a review, by the desk's own definitions and rules.</summary>
internal sealed class SeedReview
{
    // What people decide where the definition leaves them a choice: the way that leads to a verdict.
    private static readonly string[] Forward = ["NewVerdict", "Proposed", "Approve", "For", "Confirmed", "Confirm", "Answered"];

    private readonly CompiledDefinition definition;
    private readonly EffectWriter effects;
    private readonly SeedTrail trail;
    private readonly Random random;
    private readonly Review review;

    private SeedReview(CompiledDefinition definition, EffectWriter effects, SeedTrail trail, Random random, DateTime at, Recheck? recheck)
    {
        (this.definition, this.effects, this.trail, this.random) = (definition, effects, trail, random);
        review = new Review(trail.Claim, definition.DefinitionId, definition.Source.Version, definition.VersionId, recheck is null ? $"checker{random.Next(12)}" : "system:sweep", at) { Recheck = recheck };
    }

    /// <summary>Begins a review of the trail's claim; with a re-check, one of its published verdict.</summary>
    public static async Task<SeedReview> BeginAsync(CompiledDefinition definition, EffectWriter effects, SeedTrail trail, Random random, DateTime at, Recheck? recheck = null)
    {
        var begun = new SeedReview(definition, effects, trail, random, at, recheck);
        var inputs = recheck is null ? [] : MoveWriter.RecheckInputs(trail.Claim, new Dictionary<string, JsonNode?> { [RunWatch.Finding] = Change(trail.Claim) });
        trail.Claim.Reviews.Add(begun.review);
        await begun.WriteAsync(ReviewRunner.Start(definition, ClaimFacts.Of(trail.Claim, null, ""), inputs, at), begun.review.StartedBy, at);
        trail.Note($"start {definition.DefinitionId}", begun.review.StartedBy, at);
        return begun;
    }

    /// <summary>
    /// Has people decide up to <paramref name="atMost"/> tasks, an hour or more apart and none after
    /// <paramref name="until"/>. Returns when the last one was decided.
    /// </summary>
    public async Task<DateTime> DecideAsync(int atMost, DateTime at, DateTime until)
    {
        for (var i = 0; i < atMost && review.Tasks.Find(t => t.Status == ReviewTaskStatus.Open) is { } task; i++)
        {
            var next = at.AddHours(1 + (random.NextDouble() * 6));
            if (next > until)
                return at;
            at = next;
            await DecideAsync(task, at);
        }

        return at;
    }

    private async Task DecideAsync(ReviewTask task, DateTime at)
    {
        var decision = Forward.First(task.Terms.Decisions.Contains);
        var who = Person(task);
        var moved = ReviewRunner.Decide(
            definition, ReviewState.Parse(review.State), ClaimFacts.Of(review.Claim, review.Recheck?.Outcome, ""), task.Key, decision, who, Form(), at);
        if (moved is not { Value: { } move })
            throw new InvalidOperationException($"{who.Name} may not decide {decision} on {task.Key}: {moved.Refusal!.Message}");
        task.Record(decision, who.Name, null, $"{task.Key}-{who.Name}", at);
        await WriteAsync(move, who.Name, at);
        trail.Note($"decide {decision}", who.Name, at);
    }

    private async Task WriteAsync(Move move, string by, DateTime at)
    {
        review.MoveTo(move.Status, move.State.ToJson(), move.Fault?.Message, at);
        MoveWriter.WriteTasks(review, move, at);
        MoveWriter.WriteTimers(review, move);
        MoveWriter.WriteSteps(review, move, by);
        foreach (var effect in move.Effects)
        {
            if ((await effects.WriteAsync(review, effect, at, CancellationToken.None)).Refusal is { } refusal)
                throw new InvalidOperationException($"{effect.GetType().Name} is refused: {refusal.Message}");
        }

        if (review.EndedAt is not null)
            effects.EndReview(review, at);
    }

    private Actor Person(ReviewTask task)
    {
        var names = Enumerable.Range(random.Next(12), 12).Select(i => $"{(task.Role == Roles.Editor ? "editor" : "checker")}{i % 12}");
        return new Actor(names.First(name => !task.Barred.Contains(name)), new HashSet<string> { task.Role });
    }

    // What a look met at the first source.
    private static JsonObject Change(Claim claim) => LookPayload.Of(
        RecheckOutcome.Changed, [new SourceOutcome(claim.Evidence[0], RecheckOutcome.Changed, "The register gives another figure.")], "One register gives another figure.", "system:looks");

    private JsonObject Form() => new()
    {
        ["rating"] = Ratings.All[random.Next(Ratings.All.Count)].Id,
        ["rationale"] = "Two registers that do not draw on each other agree on the figure.",
        ["changeKind"] = nameof(CorrectionKind.Updated),
        ["changeReason"] = "A register has published a later figure.",
    };
}
