using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>
/// Carries a made-up claim through a review and the one that it waits for, by the desk's own definitions and rules.
/// </summary>
internal sealed class SeedReview
{
    // What people decide where the definition leaves them a choice: the way that leads to a verdict.
    private static readonly string[] Forward = ["NewVerdict", "Proposed", "Approve", "For", "Confirmed", "Confirm", "Answered"];

    private const int PeopleOfRole = 12;

    /// <summary>Who decides in what is seeded, and in benchmarks upon it.</summary>
    public static IEnumerable<Actor> People =>
        Enumerable
            .Range(0, PeopleOfRole)
            .SelectMany(i => new[] { (Name: $"checker{i}", Role: Roles.FactChecker), (Name: $"editor{i}", Role: Roles.Editor) })
            .Concat([("ada", Roles.FactChecker), ("eve", Roles.Editor)])
            .Select(one => new Actor(one.Item1, new HashSet<string> { one.Item2 }));

    private readonly DefinitionCatalog _catalog;
    private readonly CompiledDefinition _definition;
    private readonly EffectWriter _effects;
    private readonly SeedTrail _trail;
    private readonly Random _random;
    private readonly Review _review;

    // The definition that claims of this kind go through.
    private readonly string _workflow;

    // What this review waits for.
    private SeedReview? _child;

    private SeedReview(
        DefinitionCatalog catalog,
        CompiledDefinition definition,
        string workflow,
        EffectWriter effects,
        SeedTrail trail,
        Random random,
        DateTime at,
        Recheck? recheck,
        (Review Review, string Key)? parent
    )
    {
        (_catalog, _definition, _workflow, _effects, _trail, _random) = (catalog, definition, workflow, effects, trail, random);
        _review = new Review(
            trail.Claim,
            definition.DefinitionId,
            definition.Source.Version,
            definition.VersionId,
            recheck is null ? $"checker{random.Next(12)}" : "system:sweep",
            at
        )
        {
            Recheck = recheck,
            Parent = parent?.Review,
            ChildKey = parent?.Key,
        };
    }

    /// <summary>Begins a review of the trail's claim; with a re-check, one of its published verdict.</summary>
    public static async Task<SeedReview> BeginAsync(
        DefinitionCatalog catalog,
        string id,
        string workflow,
        EffectWriter effects,
        SeedTrail trail,
        Random random,
        DateTime at,
        Recheck? recheck = null,
        (Review Review, string Key)? parent = null
    )
    {
        var definition = catalog.Latest(id)!;
        var begun = new SeedReview(catalog, definition, workflow, effects, trail, random, at, recheck, parent);
        var inputs = recheck is null
            ? []
            : MoveWriter.RecheckInputs(
                trail.Claim,
                new Dictionary<string, JsonNode?> { [RunWatch.Finding] = Change(trail.Claim) }
            );
        trail.Claim.Reviews.Add(begun._review);
        await begun.WriteAsync(
            ReviewRunner.Start(definition, ClaimFacts.Of(trail.Claim, null, workflow), inputs, at),
            begun._review.StartedBy,
            at
        );
        trail.Note($"start {definition.DefinitionId}", begun._review.StartedBy, at);
        return begun;
    }

    /// <summary>
    /// Has people decide up to <paramref name="atMost"/> tasks, an hour or more apart and none after
    /// <paramref name="until"/>. Returns when the last one was decided.
    /// </summary>
    public async Task<DateTime> DecideAsync(int atMost, DateTime at, DateTime until)
    {
        for (var i = 0; i < atMost && Deciding._review.Tasks.Find(t => t.Status == ReviewTaskStatus.Open) is { } task; i++)
        {
            var next = at.AddHours(1 + (_random.NextDouble() * 6));
            if (next > until)
                return at;
            at = next;
            await Deciding.DecideAsync(task, at);
            await EndChildAsync(at);
        }

        return at;
    }

    private SeedReview Deciding => _child ?? this;

    private async Task DecideAsync(ReviewTask task, DateTime at)
    {
        var decision = Forward.First(task.Terms.Decisions.Contains);
        var who = Person(task);
        var moved = ReviewRunner.Decide(
            _definition,
            ReviewState.Parse(_review.State),
            Facts,
            task.Key,
            decision,
            who,
            Form(),
            at
        );
        if (moved is not { Value: { } move })
            throw new InvalidOperationException($"{who.Name} may not decide {decision} on {task.Key}: {moved.Refusal!.Message}");
        task.Record(decision, who.Name, null, $"{task.Key}-{who.Name}", at);
        await WriteAsync(move, who.Name, at);
        _trail.Note($"decide {decision}", who.Name, at);
    }

    private async Task WriteAsync(Move move, string by, DateTime at)
    {
        _review.MoveTo(move.Status, move.State.ToJson(), move.Fault?.Message, at);
        MoveWriter.WriteTasks(_review, move, at);
        MoveWriter.WriteTimers(_review, move);
        MoveWriter.WriteSteps(_review, move, by);
        foreach (var effect in move.Effects)
        {
            if (effect is StartChild asked)
            {
                _child = await BeginAsync(
                    _catalog,
                    asked.DefinitionId,
                    _workflow,
                    _effects,
                    _trail,
                    _random,
                    at,
                    parent: (_review, asked.ChildKey)
                );
            }
            else if ((await _effects.WriteAsync(_review, effect, at, CancellationToken.None)).Refusal is { } refusal)
            {
                throw new InvalidOperationException($"{effect.GetType().Name} is refused: {refusal.Message}");
            }
        }

        if (_review.EndedAt is not null)
            _effects.EndReview(_review, at);
    }

    private async Task EndChildAsync(DateTime at)
    {
        if (_child is not { _review: { EndedAt: not null, ChildKey: { } key } ended })
            return;
        _child = null;
        var moved = ReviewRunner.ChildEnded(
            _definition,
            ReviewState.Parse(_review.State),
            Facts,
            key,
            ReviewState.Parse(ended.State).Outputs,
            at
        );
        await WriteAsync(
            moved ?? throw new InvalidOperationException($"{_review.DefinitionId} does not wait for {key}."),
            ended.StartedBy,
            at
        );
    }

    private ReviewFacts Facts => ClaimFacts.Of(_review.Claim, _review.Recheck?.Outcome, _workflow);

    private Actor Person(ReviewTask task)
    {
        var names = Enumerable
            .Range(_random.Next(PeopleOfRole), PeopleOfRole)
            .Select(i => $"{(task.Role == Roles.Editor ? "editor" : "checker")}{i % PeopleOfRole}");
        return new Actor(names.First(name => !task.Barred.Contains(name)), new HashSet<string> { task.Role });
    }

    // What a look met at the first source.
    private static JsonObject Change(Claim claim) =>
        LookPayload.Of(
            RecheckOutcome.Changed,
            [new SourceOutcome(claim.Evidence[0], RecheckOutcome.Changed, "The register gives another figure.")],
            "One register gives another figure.",
            "system:looks"
        );

    private JsonObject Form() =>
        new()
        {
            ["rating"] = Ratings.All[_random.Next(Ratings.All.Count)].Id,
            ["rationale"] = "Two registers that do not draw on each other agree on the figure.",
            ["changeKind"] = nameof(CorrectionKind.Updated),
            ["changeReason"] = "A register has published a later figure.",
        };
}
