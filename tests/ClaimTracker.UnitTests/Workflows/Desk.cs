using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>Plays the database's part: keeps what moves ask for, and stores the state as JSON after each move.</summary>
internal sealed class Desk(CompiledDefinition definition, DateTime now, IReviewRunner? runner = null)
{
    private readonly IReviewRunner _runner = runner ?? new OwnRunner();
    private readonly Dictionary<string, JsonNode?> _inputs = [];
    private string _state = "";

    public CompiledDefinition Definition { get; set; } = definition;

    public DateTime Now { get; set; } = now;

    public ReviewFacts Facts { get; set; } =
        new()
        {
            ClaimId = 7,
            Kind = "statistic",
            Stage = Stage.Assigned,
        };

    public ReviewState State => ReviewState.Parse(_state);

    public int StateBytes => System.Text.Encoding.UTF8.GetByteCount(_state);

    public int MostStateBytes { get; private set; }

    public SortedDictionary<string, TaskSpec> Tasks { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, DateTime> Timers { get; } = new(StringComparer.Ordinal);

    public List<ClosedTask> Closed { get; } = [];

    public List<Effect> Effects { get; } = [];

    public List<TraceEntry> Trace { get; } = [];

    public Desk With(string input, JsonNode? value)
    {
        _inputs[input] = value;
        return this;
    }

    public Desk Start()
    {
        Apply(Wait(_runner.StartAsync(Definition, Facts, _inputs, Now, default)));
        return this;
    }

    public Refusal? Decide(string taskKey, string decision, Actor who, JsonNode? payload = null) =>
        Apply(Wait(_runner.DecideAsync(Position, taskKey, decision, who, payload, default)));

    public bool Tick(DateTime at)
    {
        Now = at;
        return Apply(Wait(_runner.TickAsync(Position, default)).Value);
    }

    public bool ChildEnded(string key, JsonObject outputs) =>
        Apply(Wait(_runner.ChildEndedAsync(Position, key, outputs, default)).Value);

    public bool Look(JsonObject met) => Apply(Wait(_runner.LookedAsync(Position, met, default)).Value);

    public Refusal? Retry() => Apply(Wait(_runner.RetryAsync(Position, default)));

    /// <summary>Somebody changes what approvers read: an author from now on, and what was approved before is void.</summary>
    public Refusal? ChangeProposal(string by)
    {
        if (Facts.Proposed is { } proposed)
            Facts = Facts with { Proposed = proposed with { Authors = [.. proposed.Authors.Union([by])], Approvals = [] } };
        return Apply(Wait(_runner.ProposalChangedAsync(Position, default)));
    }

    public Refusal? Hold() => Apply(ReviewRunner.Hold(State, Now));

    public Refusal? Release() => Apply(ReviewRunner.Release(Definition, State, Facts, Now));

    public Refusal? Cancel() => Apply(Wait(_runner.CancelAsync(State, Now, default)));

    public Refusal? MoveTo(CompiledDefinition other)
    {
        var refusal = Apply(ReviewRunner.MoveToVersion(Definition, other, State, Facts, Now));
        if (refusal is null)
            Definition = other;
        return refusal;
    }

    private ReviewPosition Position => new(Definition, State, Facts, Now);

    // A desk in memory waits for nobody: our own runner has answered already, and Elsa keeps all in memory here.
    private static T Wait<T>(Task<T> answer) => answer.GetAwaiter().GetResult();

    private Refusal? Apply(Result<Move> result)
    {
        Apply(result.Value);
        return result.Refusal;
    }

    private bool Apply(Move? move)
    {
        if (move is null)
            return false;
        _state = move.State.ToJson();
        MostStateBytes = Math.Max(MostStateBytes, StateBytes);
        foreach (var task in move.TasksClosed)
            Tasks.Remove(task.Key);
        foreach (var task in move.TasksOpened)
            Tasks.Add(task.Key, task);
        foreach (var task in move.TasksChanged)
            Tasks[task.Key] = task;
        foreach (var key in move.TimersCleared)
            Timers.Remove(key);
        foreach (var timer in move.TimersSet)
            Timers[timer.Key] = timer.DueAtUtc;
        Closed.AddRange(move.TasksClosed);
        Trace.AddRange(move.Trace);
        foreach (var effect in move.Effects)
        {
            Effects.Add(effect);
            Facts = Facts.After(effect);
        }

        return true;
    }
}
