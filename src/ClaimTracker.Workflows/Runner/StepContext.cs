using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>A step's view of a move. All that it asks for is held back until <see cref="Commit"/>.</summary>
internal sealed class StepContext(Execution execution, Activity activity, Waiting waiting, Decision? decision)
    : IStepContext,
        IExpressionScope
{
    private readonly List<Effect> _effects = [];
    private readonly List<ClosedTask> _closed = [];
    private readonly List<Action> _changes = [];
    private readonly Dictionary<string, JsonNode?> _inputs = [];
    private readonly Dictionary<string, JsonNode?> _variables = [];
    private readonly Dictionary<string, string> _notes = [];

    public string ActivityId => activity.Id;

    public string Title => activity.Title;

    public ReviewFacts Facts { get; private set; } = execution.Facts;

    public DateTime NowUtc => execution.NowUtc;

    public LastDecision? Last => execution.Data.Last;

    public IReadOnlyList<Variable> Variables => execution.Definition.Variables;

    public IReadOnlyList<string> InputNames => execution.Definition.Inputs;

    public VersionName Version => execution.Definition.Name;

    public JsonNode? Input(string name)
    {
        if (!activity.Inputs.TryGetValue(name, out var expression))
            return null;
        if (expression.IsConstant)
            return expression.Evaluate(this);
        if (waiting.Inputs.TryGetPropertyValue(name, out var known) || _inputs.TryGetValue(name, out known))
            return known;
        return _inputs[name] = Allowed(name, expression.Evaluate(this)?.DeepClone());
    }

    public IEnumerable<string> MatchingCases() =>
        activity
            .Cases.Where(c => c.Condition.Evaluate(this) is { } value && InputValues.Flag(value) == true)
            .Select(c => c.Label);

    public void Output(string name, JsonNode? value)
    {
        if (activity.Outputs.TryGetValue(name, out var variable))
            SetVariable(variable, value);
    }

    public void SetVariable(JsonNode? value) => SetVariable(activity.Outputs["variable"], value);

    public void SetVariable(string id, JsonNode? value) => _variables[id] = value?.DeepClone();

    public JsonNode? GetVariable(string id) => _variables.TryGetValue(id, out var value) ? value : execution.Data.Variables[id];

    public JsonNode? GetInput(string name) => execution.Data.Inputs[name];

    public void SetReviewOutput(string name, JsonNode? value)
    {
        var kept = value?.DeepClone();
        _changes.Add(() => execution.Data.Outputs[name] = kept);
    }

    public void Ask(Effect effect)
    {
        Facts = Facts.After(effect);
        _effects.Add(effect);
    }

    public void OpenTask(DateTime? dueUtc)
    {
        // Described once now, so that a script in its title or role fails here, in its step, and what it gave stays for as long
        // as the task is open.
        var opened = activity.Step!.Describe(this);
        if (opened.BarredRules.FirstOrDefault(rule => !BarRule.IsRule(rule)) is { } unknown)
            throw Bars.Unknown(unknown);
        var number = ++waiting.TasksOpened;
        var key = number == 1 ? waiting.Key : $"{waiting.Key}/{number}";
        var heldFor = this.Text(TaskStep.HeldFor) is { } step ? execution.Data.LastBy.GetValueOrDefault(step) : null;
        _changes.Add(() => waiting.Task = new OpenTask(key, dueUtc, null, [], heldFor));
    }

    public void CloseTask(string why)
    {
        if (waiting.Task is { } task)
        {
            _closed.Add(
                new ClosedTask(
                    task.Key,
                    why == "decided" ? decision?.Name : null,
                    why == "decided" ? decision?.Who.Name : null,
                    why
                )
            );
        }

        _changes.Add(() =>
        {
            waiting.Task = null;
            waiting.Timers.Clear();
        });
    }

    public void VisitAnew()
    {
        waiting.Begin(execution.Visit(activity));
        _inputs.Clear();
        _notes.Clear();
        _changes.Add(() =>
        {
            waiting.BegunAt = execution.NowUtc;
            execution.Data.DecidedBy.Remove(activity.Id);
            execution.NoteVisitedAnew(activity);
        });
    }

    public void Escalate(string role, TaskScope scope, string? activityId = null)
    {
        IEnumerable<Waiting> meant = scope == TaskScope.Own ? [waiting] : execution.Data.Waiting;
        foreach (var other in meant.Where(w => w.Task is not null && (activityId is null || w.ActivityId == activityId)))
        {
            var task = execution.Spec(other);
            Ask(new Effects.CallIn(ActivityId, task.Key, role));
            Ask(new Effects.Tell(ActivityId, role, $"“{task.Title}” was escalated: a {role} may decide it too."));
            _changes.Add(() => other.Task = other.Task! with { EscalatedTo = role });
        }
    }

    public void SetTimer(string name, DateTime dueUtc) => _changes.Add(() => waiting.Timers[name] = dueUtc);

    public void StartChild(string definitionId, JsonObject childInputs, bool wait)
    {
        Ask(new Effects.StartChild(ActivityId, waiting.Key, definitionId, childInputs, wait));
        _changes.Add(() => waiting.HasChild = wait);
    }

    public void AskLooks()
    {
        Ask(new Effects.AskLooks(ActivityId));
        _changes.Add(() => waiting.HasLooks = true);
    }

    public JsonNode? TakeReviewInput(string name)
    {
        _changes.Add(() => execution.Data.Inputs.Remove(name));
        return execution.Data.Inputs[name];
    }

    public string? Note(string name) => _notes.GetValueOrDefault(name) ?? waiting.Notes.GetValueOrDefault(name);

    public void Note(string name, string value) => _notes[name] = value;

    // What stands in the file was checked when it was loaded; what a script gives is known only now.
    private JsonNode? Allowed(string name, JsonNode? value)
    {
        var allowed = activity.Step!.Description.Inputs.FirstOrDefault(input => input.Name == name)?.Allowed;
        return value is null || allowed is null || allowed.Contains(InputValues.Text(value))
            ? value
            : throw new StepFailedException($"the input {name} is {value.ToJsonString()}; give {string.Join(", ", allowed)}");
    }

    /// <summary>Lets all that was asked for take hold.</summary>
    public void Commit()
    {
        foreach (var (id, value) in _variables)
            execution.Data.Variables[id] = value;
        foreach (var (name, value) in _inputs)
            waiting.Inputs[name] = value;
        foreach (var (name, value) in _notes)
            waiting.Notes[name] = value;
        execution.Take(Facts, _effects, _closed);
        _changes.ForEach(change => change());
    }
}
