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
    public static bool AsksBlind(CompiledDefinition definition) => BlindSteps.Are(definition);

    /// <summary>
    /// True where the person could still rate blind in this review, in this round or in one after it: a blind task waits, or some
    /// way on from where the review waits, is held or has stopped leads to one. Whether decisions are taken just now makes no
    /// difference. Beyond a step that proposes anew, it is false for those who know what was proposed already or have to: whoever
    /// proposed at such a step, for whom it is kept, and who may judge the proposal that stands.
    /// </summary>
    /// <param name="definition">The version that the review is bound to.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="facts">What it knows of the claim.</param>
    /// <param name="who">The person.</param>
    /// <param name="hasProposed">True where a verdict was proposed in it, or in another review before it, and is not public: also
    /// one that was turned down or ended with its review.</param>
    /// <param name="judges">True where the person is asked to judge the proposal by a task beside the review.</param>
    /// <param name="nowUtc">The instant.</param>
    public static bool CouldRateBlind(
        CompiledDefinition definition,
        ReviewState state,
        ReviewFacts facts,
        Actor who,
        bool hasProposed,
        bool judges,
        DateTime nowUtc
    )
    {
        if (state.Status.IsOver() || !AsksBlind(definition))
            return false;
        var execution = Begin(definition, state, facts, nowUtc);
        if (Open(execution).Any(task => BlindSteps.Is(task.Activity) && IsFor(task.Activity, execution, who, task.Waiting)))
            return true;
        if (
            facts.Proposed is null
            && !hasProposed
            && !definition.Activities.Any(a => BlindSteps.Is(a) && LastBy(a, state.Data) is not null)
        )
        {
            return false;
        }

        return Ahead(definition, state.Data, beyondReplacing: false).Any(a => BlindSteps.Is(a) && IsFor(a, execution, who))
            || (
                !judges
                && !Knows(execution, who)
                && Ahead(definition, state.Data, beyondReplacing: true).Any(a => BlindSteps.Is(a) && IsFor(a, execution, who))
            );
    }

    /// <summary>True where the person could be asked to rate blind in a review that would begin by this definition.</summary>
    public static bool CouldRateBlind(CompiledDefinition definition, ReviewFacts facts, Actor who, DateTime nowUtc)
    {
        var execution = new Execution(definition, new StateData { VersionId = definition.VersionId }, facts, nowUtc);
        return definition.Activities.Any(a => BlindSteps.Is(a) && IsFor(a, execution, who));
    }

    /// <summary>
    /// The task as anybody may read it in a list: where its definition asks for a rating without sight of the first, no words
    /// that a script reckons from the review, since these could tell it.
    /// </summary>
    internal static TaskSpec InPlainWords(CompiledDefinition definition, Activity activity, TaskSpec task) =>
        !AsksBlind(definition)
            ? task
            : task with
            {
                Title = BlindSteps.IsReckoned(activity, TaskStep.Title) ? activity.Title : task.Title,
                Instructions = BlindSteps.IsReckoned(activity, TaskStep.Instructions) ? null : task.Instructions,
            };

    private static IEnumerable<(Activity Activity, Waiting Waiting)> Open(Execution execution) =>
        execution.Data.Waiting.Where(w => w.Task is not null).Select(w => (execution.Definition.Find(w.ActivityId)!, w));

    private static bool Knows(Execution execution, Actor who) =>
        execution.Definition.Activities.Any(a => Replaces(a) && PersonName.Same(LastBy(a, execution.Data), who.Name))
        || Open(execution).Any(task => Replaces(task.Activity) && PersonName.Same(task.Waiting.Task!.HeldFor, who.Name))
        || Open(execution).Any(task => MayJudge(task.Waiting, execution, who));

    private static bool MayJudge(Waiting waiting, Execution execution, Actor who)
    {
        try
        {
            var task = execution.Spec(waiting);
            return task.Approves.Concat(task.Rejects).Any() && Bars.Check(task, who, execution.Data, execution.Facts) is null;
        }
        catch (StepFailedException)
        {
            return false;
        }
    }

    private static string? LastBy(Activity activity, StateData data) => data.LastBy.GetValueOrDefault(activity.Id);

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

    private static bool IsFor(Activity activity, Execution execution, Actor who, Waiting? waiting = null)
    {
        try
        {
            var task = waiting is not null
                ? execution.Spec(waiting)
                : activity.Step!.Describe(
                    new StepContext(
                        execution,
                        activity,
                        new Waiting
                        {
                            Key = "",
                            ActivityId = activity.Id,
                            Parent = "",
                        },
                        null
                    )
                );
            return Bars.Check(Escalated(task, activity), who, execution.Data, execution.Facts) is null;
        }
        catch (StepFailedException)
        {
            // Whom it will ask cannot be said yet: whoever rates claims may be meant.
            return who.Is(Roles.FactChecker);
        }
    }

    // What stopped is run again; from what waits the way goes on. What comes after a step that proposes anew rates another
    // proposal, which is the next round.
    private static HashSet<Activity> Ahead(CompiledDefinition definition, StateData data, bool beyondReplacing)
    {
        bool Ends(Activity activity) => !beyondReplacing && Replaces(activity);
        var seen = new HashSet<Activity>();
        var open = new Stack<Activity>(data.Queue.Select(w => definition.Find(w.ActivityId)!));
        foreach (var waiting in data.Waiting.Select(w => definition.Find(w.ActivityId)!).Where(a => !Ends(a)))
        {
            foreach (var next in After(waiting))
                open.Push(next);
        }

        while (open.TryPop(out var activity))
        {
            if (!seen.Add(activity) || Ends(activity))
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

    private static bool Replaces(Activity activity) => activity.Step is ProposeVerdict && !BlindSteps.Is(activity);

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
