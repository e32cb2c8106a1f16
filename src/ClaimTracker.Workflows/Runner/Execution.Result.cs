using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What the move comes to.</summary>
internal sealed partial class Execution
{
    /// <summary>The timers that run now: none while the review is held, has failed or is over.</summary>
    public static IEnumerable<ReviewTimer> TimersOf(StateData data) => data.Status != ReviewStatus.Suspended
        ? []
        : data.Waiting.SelectMany(w => w.Timers.Select(t => new ReviewTimer($"{w.Key}:{t.Key}", t.Value)));

    /// <summary>An open task as pages show it.</summary>
    public TaskSpec Spec(Waiting waiting)
    {
        var activity = Definition.Find(waiting.ActivityId)!;
        var task = waiting.Task!;
        return (activity.Step!.Describe(new StepContext(this, activity, waiting, null)) with
        {
            Key = task.Key,
            DueAtUtc = task.DueAtUtc,
            EscalatedTo = task.EscalatedTo,
            Barred = task.Barred,
        }).BarringAuthors();
    }

    public Move ToMove(bool allTasksChanged = false)
    {
        var opened = new List<TaskSpec>();
        var changed = new List<TaskSpec>();
        foreach (var waiting in Data.Waiting.Where(w => w.Task is not null))
        {
            var spec = Spec(waiting);
            var barred = Bars.Resolve(spec, Data, Facts);
            if (!barred.SequenceEqual(spec.Barred))
                waiting.Task = waiting.Task! with { Barred = barred };
            if (!tasksBefore.TryGetValue(spec.Key, out var before))
                opened.Add(spec with { Barred = barred });
            else if (allTasksChanged || before != waiting.Task)
                changed.Add(spec with { Barred = barred });
        }

        var timers = TimersOf(Data).ToList();
        return new Move
        {
            State = new ReviewState(Data),
            TasksOpened = opened,
            TasksChanged = changed,
            TasksClosed = [.. closed.Where(c => tasksBefore.ContainsKey(c.Key))],
            TimersSet = [.. timers.Where(t => !timersBefore.TryGetValue(t.Key, out var due) || due != t.DueAtUtc)],
            TimersCleared = [.. timersBefore.Keys.Except(timers.Select(t => t.Key))],
            Effects = effects,
            Trace = trace,
        };
    }
}
