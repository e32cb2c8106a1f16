using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Moves reviews along their definitions. Pure and deterministic: what comes out depends on the arguments alone, and
/// nothing is done but what the returned <see cref="Move"/> asks for.
/// </summary>
public static partial class ReviewRunner
{
    /// <summary>Begins a review and runs it until it waits, ends or fails.</summary>
    /// <param name="definition">The version to begin with; the review keeps it.</param>
    /// <param name="facts">The claim as it stands.</param>
    /// <param name="inputs">Values for the definition's inputs, by name.</param>
    /// <param name="nowUtc">The instant of the move.</param>
    public static Move Start(
        CompiledDefinition definition,
        ReviewFacts facts,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        DateTime nowUtc
    )
    {
        var data = new StateData { VersionId = definition.VersionId };
        foreach (var (name, value) in inputs)
            data.Inputs[name] = value?.DeepClone();
        foreach (var variable in definition.Variables)
            data.Variables[variable.Id] = variable.Default?.DeepClone();
        var execution = new Execution(definition, data, facts, nowUtc);
        execution.Enqueue(new Work(definition.Root.Id, "", false));
        execution.Run();
        return execution.ToMove();
    }

    /// <summary>
    /// Decides an open task. Refused: <c>task-closed</c>, <c>unknown-decision</c>, <c>wrong-role</c>, <c>barred</c>,
    /// <c>no-approver</c>, <c>voted-already</c>, <c>rating</c>, <c>rationale</c>, <c>reason</c>, <c>claim</c>,
    /// <c>step-failed</c>,
    /// <c>review-held</c>, <c>review-ended</c>, <c>review-faulted</c>.
    /// </summary>
    /// <param name="definition">The version that the review keeps.</param>
    /// <param name="state">The review.</param>
    /// <param name="facts">The claim as it stands.</param>
    /// <param name="taskKey">The task's key.</param>
    /// <param name="decision">One of its decisions.</param>
    /// <param name="who">The person or job.</param>
    /// <param name="payload">What the form brought: a JSON object, or null.</param>
    /// <param name="nowUtc">The instant of the move.</param>
    public static Result<Move> Decide(
        CompiledDefinition definition,
        ReviewState state,
        ReviewFacts facts,
        string taskKey,
        string decision,
        Actor who,
        JsonNode? payload,
        DateTime nowUtc
    )
    {
        if (NotRunning(state) is { } refusal)
            return refusal;
        var execution = Begin(definition, state, facts, nowUtc);
        var admission = Admit(execution, taskKey, new Decision(taskKey, decision, who, payload as JsonObject ?? []));
        if (admission is not { Value: { } admitted })
            return admission.Refusal!;
        try
        {
            execution.Continue(admitted.Waiting, admitted.Decision, admitted.Act);
        }
        catch (StepFailedException fault)
        {
            return admitted.Failed(fault);
        }

        execution.Run();
        return execution.ToMove();
    }

    /// <summary>Checks a decision before the step hears of it, and notes it as the review's last one.</summary>
    internal static Result<AdmittedDecision> Admit(Execution execution, string taskKey, Decision made)
    {
        var data = execution.Data;
        var waiting = data.Waiting.Find(w => w.Task?.Key == taskKey);
        if (waiting is null)
            return new Refusal("task-closed", "This task is no longer open; the review has gone on without it.");
        TaskSpec task;
        try
        {
            task = execution.Spec(waiting);
        }
        catch (StepFailedException fault)
        {
            return new Refusal(
                "step-failed",
                $"The step “{waiting.ActivityId}” cannot say what may be decided: {fault.Message}. An administrator has to mend the definition."
            );
        }

        if (!task.Decisions.Contains(made.Name))
        {
            return new Refusal(
                "unknown-decision",
                $"“{task.Title}” allows {string.Join(", ", task.Decisions)}, not “{made.Name}”."
            );
        }

        var refusal =
            Bars.Check(task, made.Who, data, execution.Facts)
            ?? (task.Approves.Contains(made.Name) ? TaskRule.NoApprover(task.Title, made.Who) : null)
            ?? FormCheck.Check(task, made, execution.Facts.ClaimId);
        if (refusal is not null)
            return refusal;

        data.Last = new LastDecision(waiting.ActivityId, made.Name, made.Who.Name, made.Reason, made.Number("claimId"));
        return new AdmittedDecision(waiting, task.Title, made, (step, context) => Decide(step, context, made, data));
    }

    private static StepResult Decide(Step step, StepContext context, Decision made, StateData data)
    {
        var result = step.OnDecision(context, made);
        if (!data.DecidedBy.TryGetValue(context.ActivityId, out var deciders))
            data.DecidedBy[context.ActivityId] = deciders = [];
        deciders.Add(made.Who.Name);
        data.LastBy[context.ActivityId] = made.Who.Name;
        return result;
    }

    internal static Execution Begin(CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc) =>
        definition.VersionId == state.VersionId
            ? new Execution(definition, state.Data.Clone(), facts, nowUtc)
            : throw new ArgumentException(
                $"The review keeps version {state.VersionId} and was given {definition.VersionId}.",
                nameof(definition)
            );

    internal static Refusal? NotRunning(ReviewState state) => state.Status.NotRunning(state.Fault?.ActivityId);
}
