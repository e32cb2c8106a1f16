using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>Carries a made-up claim through a review and the one that it waits for, by the desk's own definitions and rules.</summary>
internal sealed class SeedReview
{
    // What people decide where the definition leaves them a choice: the way that leads to a verdict.
    private static readonly string[] Forward = ["NewVerdict", "Proposed", "Approve", "For", "Confirmed", "Confirm", "Answered"];

    private readonly DefinitionCatalog catalog;
    private readonly CompiledDefinition definition;
    private readonly EffectWriter effects;
    private readonly SeedTrail trail;
    private readonly Random random;
    private readonly Review review;

    // The definition that claims of this kind go through.
    private readonly string workflow;

    // What this review waits for.
    private SeedReview? child;

    private SeedReview(DefinitionCatalog catalog, CompiledDefinition definition, string workflow, EffectWriter effects, SeedTrail trail, Random random, DateTime at, Recheck? recheck, (Review Review, string Key)? parent)
    {
        (this.catalog, this.definition, this.workflow, this.effects, this.trail, this.random) = (catalog, definition, workflow, effects, trail, random);
        review = new Review(trail.Claim, definition.DefinitionId, definition.Source.Version, definition.VersionId, recheck is null ? $"checker{random.Next(12)}" : "system:sweep", at)
        {
            Recheck = recheck,
            Parent = parent?.Review,
            ChildKey = parent?.Key,
        };
    }

    /// <summary>Begins a review of the trail's claim; with a re-check, one of its published verdict.</summary>
    public static async Task<SeedReview> BeginAsync(DefinitionCatalog catalog, string id, string workflow, EffectWriter effects, SeedTrail trail, Random random, DateTime at, Recheck? recheck = null, (Review Review, string Key)? parent = null)
    {
        var definition = catalog.Latest(id)!;
        var begun = new SeedReview(catalog, definition, workflow, effects, trail, random, at, recheck, parent);
        var inputs = recheck is null ? [] : MoveWriter.RecheckInputs(trail.Claim, new Dictionary<string, JsonNode?> { [RunWatch.Finding] = Change(trail.Claim) });
        trail.Claim.Reviews.Add(begun.review);
        await begun.WriteAsync(ReviewRunner.Start(definition, ClaimFacts.Of(trail.Claim, null, workflow), inputs, at), begun.review.StartedBy, at);
        trail.Note($"start {definition.DefinitionId}", begun.review.StartedBy, at);
        return begun;
    }

    /// <summary>
    /// Has people decide up to <paramref name="atMost"/> tasks, an hour or more apart and none after
    /// <paramref name="until"/>. Returns when the last one was decided.
    /// </summary>
    public async Task<DateTime> DecideAsync(int atMost, DateTime at, DateTime until)
    {
        for (var i = 0; i < atMost && Deciding.review.Tasks.Find(t => t.Status == ReviewTaskStatus.Open) is { } task; i++)
        {
            var next = at.AddHours(1 + (random.NextDouble() * 6));
            if (next > until)
                return at;
            at = next;
            await Deciding.DecideAsync(task, at);
            await EndChildAsync(at);
        }

        return at;
    }

    private SeedReview Deciding => child ?? this;

    private async Task DecideAsync(ReviewTask task, DateTime at)
    {
        var decision = Forward.First(task.Terms.Decisions.Contains);
        var who = Person(task);
        var moved = ReviewRunner.Decide(
            definition, ReviewState.Parse(review.State), Facts, task.Key, decision, who, Form(), at);
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
            if (effect is StartChild asked)
            {
                child = await BeginAsync(catalog, asked.DefinitionId, workflow, effects, trail, random, at, parent: (review, asked.ChildKey));
            }
            else if ((await effects.WriteAsync(review, effect, at, CancellationToken.None)).Refusal is { } refusal)
                throw new InvalidOperationException($"{effect.GetType().Name} is refused: {refusal.Message}");
        }

        if (review.EndedAt is not null)
            effects.EndReview(review, at);
    }

    private async Task EndChildAsync(DateTime at)
    {
        if (child is not { review: { EndedAt: not null, ChildKey: { } key } ended })
            return;
        child = null;
        var moved = ReviewRunner.ChildEnded(definition, ReviewState.Parse(review.State), Facts, key, ReviewState.Parse(ended.State).Outputs, at);
        await WriteAsync(moved ?? throw new InvalidOperationException($"{review.DefinitionId} does not wait for {key}."), ended.StartedBy, at);
    }

    private ReviewFacts Facts => ClaimFacts.Of(review.Claim, review.Recheck?.Outcome, workflow);

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
