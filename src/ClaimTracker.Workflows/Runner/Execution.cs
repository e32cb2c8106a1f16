using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>One move under way: a copy of the state, what is still to run, and what has been asked for.</summary>
internal sealed partial class Execution
{
    /// <summary>More than any definition needs between two waits; a circle without one is stopped here.</summary>
    private const int MaxActivities = 1_000;

    private readonly Queue<Work> _queue;
    private readonly Dictionary<string, OpenTask> _tasksBefore;
    private readonly Dictionary<string, DateTime> _timersBefore;
    private readonly List<ClosedTask> _closed = [];
    private readonly List<Effect> _effects = [];
    private readonly List<TraceEntry> _trace = [];

    public Execution(CompiledDefinition definition, StateData data, ReviewFacts facts, DateTime nowUtc)
    {
        Definition = definition;
        Data = data;
        Facts = facts;
        NowUtc = nowUtc;
        _queue = new Queue<Work>(data.Queue);
        data.Queue.Clear();
        _tasksBefore = data.Waiting.Where(w => w.Task is not null).ToDictionary(w => w.Task!.Key, w => w.Task!);
        _timersBefore = TimersOf(data).ToDictionary(t => t.Key, t => t.DueAtUtc);
    }

    public CompiledDefinition Definition { get; }

    public StateData Data { get; }

    public ReviewFacts Facts { get; private set; }

    public DateTime NowUtc { get; }

    public bool IsOver => Data.Status != ReviewStatus.Suspended;

    public void Enqueue(Work work) => _queue.Enqueue(work);

    /// <summary>Begins what is queued, first come first served as Elsa does, until all waits or the review is over.</summary>
    public void Run()
    {
        for (var begun = 0; !IsOver && _queue.TryDequeue(out var work); begun++)
        {
            if (begun < MaxActivities)
                Begin(work);
            else
                Fault(work, $"{MaxActivities} activities ran without one that waits; the definition goes in a circle");
        }
    }

    /// <summary>Goes on with an activity that waits, and from it where it is left. Fails as <see cref="Resume"/> does.</summary>
    public void Continue(Waiting waiting, Decision? decision, Func<Step, StepContext, StepResult> act)
    {
        if (Resume(waiting, decision, act).Outcomes is { } outcomes)
            Leave(Definition.Find(waiting.ActivityId)!, waiting.Parent, waiting.IsBack, outcomes, NowUtc - waiting.BegunAt);
    }

    /// <summary>Takes over what a step that did not fail has asked for.</summary>
    public void Take(ReviewFacts facts, IEnumerable<Effect> asked, IEnumerable<ClosedTask> tasks)
    {
        Facts = facts;
        _effects.AddRange(asked);
        _closed.AddRange(tasks);
    }

    /// <summary>Stops the review at an activity. What was still to run is kept for a retry.</summary>
    public void Fault(Work at, string message)
    {
        Data.Status = ReviewStatus.Faulted;
        Data.Fault = new ReviewFault(at.ActivityId, message);
        Data.Queue = [at, .. _queue];
    }

    /// <summary>Stops the review at an activity that waited; a retry begins it anew.</summary>
    public void Fault(Waiting at, string message)
    {
        Drop(at);
        Fault(new Work(at.ActivityId, at.Parent, at.IsBack), message);
    }

    private void Begin(Work work)
    {
        var activity = Definition.Find(work.ActivityId)!;
        var key = Visit(activity);
        if (activity.Container is not null)
        {
            Enter(activity, key, work);
            return;
        }

        var waiting = new Waiting
        {
            Key = key,
            ActivityId = activity.Id,
            Parent = work.Parent,
            IsBack = work.IsBack,
        };
        StepResult result;
        try
        {
            result = Reach(activity, waiting);
        }
        catch (StepFailedException fault)
        {
            Fault(work, fault.Message);
            return;
        }

        if (result.Outcomes is { } outcomes)
            Leave(activity, work.Parent, work.IsBack, outcomes);
    }

    private void Leave(Activity activity, string parent, bool isBack, IReadOnlyList<string> outcomes, TimeSpan? waited = null)
    {
        NoteLeft(activity, outcomes, Noted, waited);
        if (activity.Step?.Ends == Ending.Review)
            End();
        else
            ChildLeft(Data.Frames.Find(f => f.Key == parent)!, activity, isBack, outcomes);
    }
}
