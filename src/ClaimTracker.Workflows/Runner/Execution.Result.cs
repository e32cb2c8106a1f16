using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What the move comes to.</summary>
internal sealed partial class Execution
{
    private const int MaxReason = 300;

    /// <summary>The timers that run now: none while the review is held, has failed or is over.</summary>
    public static IEnumerable<ReviewTimer> TimersOf(StateData data) =>
        data.Status != ReviewStatus.Suspended
            ? []
            : data.Waiting.SelectMany(w => w.Timers.Select(t => new ReviewTimer($"{w.Key}:{t.Key}", t.Value)));

    /// <summary>An open task as pages show it. Fails as <see cref="Reach"/> does.</summary>
    public TaskSpec Spec(Waiting waiting)
    {
        var activity = Definition.Find(waiting.ActivityId)!;
        var task = waiting.Task!;
        var described = Attempt(() => activity.Step!.Describe(new StepContext(this, activity, waiting, null)));
        return (
            ReviewRunner.InPlainWords(Definition, activity, described) with
            {
                Key = task.Key,
                DueAtUtc = task.DueAtUtc,
                EscalatedTo = task.EscalatedTo,
                Barred = task.Barred,
                HeldFor = task.HeldFor,
            }
        )
            .BarringAuthors()
            .Without(Closing(activity));
    }

    // A published claim is retracted or corrected: it is neither declined nor linked, wherever a definition draws that.
    private IEnumerable<string> Closing(Activity activity) =>
        Facts.PublishedRating is null || activity.Parent?.Container?.Graph is not { } graph
            ? []
            : graph.Outbound(activity).Where(way => way.Target.Step is Decline or Link).Select(way => way.Port);

    public Move ToMove(bool allTasksChanged = false)
    {
        var opened = new List<TaskSpec>();
        var changed = new List<TaskSpec>();
        foreach (var waiting in Data.Waiting.Where(w => w.Task is not null))
        {
            if (Described(waiting) is not { } spec)
                continue;
            if (!_tasksBefore.TryGetValue(spec.Key, out var before))
                opened.Add(spec);
            else if (allTasksChanged || before != waiting.Task)
                changed.Add(spec);
        }

        // The state stays small; the whole reason stands with the decision.
        if (Data.Last is { Reason: { } reason } last)
            Data.Last = last with { Reason = PlainText.Shorten(reason, MaxReason) };
        var timers = TimersOf(Data).ToList();
        return new Move
        {
            State = new ReviewState(Data),
            TasksOpened = opened,
            TasksChanged = changed,
            TasksClosed = [.. _closed.Where(c => _tasksBefore.ContainsKey(c.Key))],
            TimersSet = [.. timers.Where(t => !_timersBefore.TryGetValue(t.Key, out var due) || due != t.DueAtUtc)],
            TimersCleared = [.. _timersBefore.Keys.Except(timers.Select(t => t.Key))],
            Effects = _effects,
            Trace = _trace,
        };
    }

    // A task was described when it was opened. One that cannot be described again (it was stored by an earlier version) stops the
    // review where it stands: nothing of it is dropped, and a retry describes it anew.
    private TaskSpec? Described(Waiting waiting)
    {
        try
        {
            var spec = Spec(waiting);
            var barred = Bars.Resolve(spec, Data, Facts);
            if (!barred.SequenceEqual(spec.Barred))
                waiting.Task = waiting.Task! with { Barred = barred };
            return spec with { Barred = barred };
        }
        catch (StepFailedException fault)
        {
            if (Data.Status == ReviewStatus.Suspended)
                (Data.Status, Data.Fault) = (ReviewStatus.Faulted, new ReviewFault(waiting.ActivityId, fault.Message));
            return null;
        }
    }
}
