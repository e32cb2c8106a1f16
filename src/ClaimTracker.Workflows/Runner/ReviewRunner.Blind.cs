using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Who must not see what others proposed, since they could still be asked to rate the claim without knowing it.
/// </summary>
public static partial class ReviewRunner
{
    /// <summary>True where the definition asks for a rating without sight of the first.</summary>
    public static bool AsksBlind(CompiledDefinition definition) => definition.Activities.Any(IsBlind);

    /// <summary>
    /// True where the person could still rate blind in this review: a blind task waits, or the way on from where the review
    /// waits, is held or has stopped leads to one before the proposal is replaced. Whether decisions are taken just now makes no
    /// difference.
    /// </summary>
    public static bool CouldRateBlind(
        CompiledDefinition definition,
        ReviewState state,
        ReviewFacts facts,
        Actor who,
        DateTime nowUtc
    )
    {
        if (state.Status.IsOver() || !AsksBlind(definition))
            return false;
        var execution = Begin(definition, state, facts, nowUtc);
        if (
            execution.Data.Waiting.Exists(w =>
                w.Task is not null
                && definition.Find(w.ActivityId) is { } activity
                && IsBlind(activity)
                && Bars.Check(Escalated(execution.Spec(w), activity), who, execution.Data, facts) is null
            )
        )
        {
            return true;
        }

        return facts.Proposed is not null
            && Ahead(definition, state.Data).Any(activity => IsBlind(activity) && IsFor(activity, execution, who));
    }

    private static bool IsBlind(Activity activity) =>
        activity.Step is ProposeVerdict
        && activity.Inputs.GetValueOrDefault("blind") is Expressions.ConstantExpression { Value: { } value }
        && InputValues.Flag(value) == true;

    // Whom an overdue task will be passed on to could rate it blind as well, from the start. A role that is reckoned may be any.
    private static TaskSpec Escalated(TaskSpec task, Activity activity) =>
        task.EscalatedTo is null && activity.Inputs.GetValueOrDefault("escalateTo") is { } role
            ? task with
            {
                EscalatedTo = role is ConstantExpression { Value: { } value }
                    ? InputValues.Text(value) ?? Roles.Editor
                    : Roles.Editor,
            }
            : task;

    private static bool IsFor(Activity activity, Execution execution, Actor who)
    {
        try
        {
            var waiting = new Waiting
            {
                Key = "",
                ActivityId = activity.Id,
                Parent = "",
            };
            return Bars.Check(
                Escalated(activity.Step!.Describe(new StepContext(execution, activity, waiting, null)), activity),
                who,
                execution.Data,
                execution.Facts
            )
                is null;
        }
        catch (StepFailedException)
        {
            // Whom it will ask cannot be said yet: whoever rates claims may be meant.
            return who.Is(Roles.FactChecker);
        }
    }

    // What stopped is run again; from what waits the way goes on. A step that proposes anew ends the way: what comes after it
    // rates another proposal.
    private static HashSet<Activity> Ahead(CompiledDefinition definition, StateData data)
    {
        var seen = new HashSet<Activity>();
        var open = new Stack<Activity>(data.Queue.Select(w => definition.Find(w.ActivityId)!));
        foreach (var waiting in data.Waiting.Select(w => definition.Find(w.ActivityId)!).Where(a => !Replaces(a)))
        {
            foreach (var next in After(waiting))
                open.Push(next);
        }

        while (open.TryPop(out var activity))
        {
            if (!seen.Add(activity) || Replaces(activity))
                continue;
            if (
                activity.Container is { } inner
                && (
                    inner.Graph is { } graph ? graph.Start
                    : inner.Activities is [var head, ..] ? head
                    : null
                )
                    is { } first
            )
            {
                open.Push(first);
            }

            foreach (var next in After(activity))
                open.Push(next);
        }

        return seen;
    }

    private static bool Replaces(Activity activity) => activity.Step is ProposeVerdict && !IsBlind(activity);

    private static IEnumerable<Activity> After(Activity activity)
    {
        if (activity.Parent is not { Container: { } container } parent)
            return [];
        var within = container.Graph is { } graph
            ? graph.Outbound(activity).Select(c => c.Target)
            : container.Activities.Skip(activity.Index + 1).Take(1);
        return within.Concat(After(parent));
    }
}
