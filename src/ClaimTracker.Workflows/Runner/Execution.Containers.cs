using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>Containers: entered, gone on with when something in them is left, and left or dropped.</summary>
internal sealed partial class Execution
{
    private void End()
    {
        _queue.Clear();
        if (Data.Frames.Count > 0)
            Drop(Data.Frames[0]);
        Data.Status = ReviewStatus.Finished;
    }

    private void Enter(Activity activity, string key, Work work)
    {
        var container = activity.Container!;
        var frame = new Frame
        {
            Key = key,
            ActivityId = activity.Id,
            Parent = work.Parent,
            IsBack = work.IsBack,
            Left = new int[container.Graph is null ? 0 : container.Activities.Count],
            Taken = new int[container.Graph?.Connections.Count ?? 0],
        };
        Data.Frames.Add(frame);
        foreach (var variable in container.Variables)
            Data.Variables[variable.Id] = variable.Default?.DeepClone();
        if (container.Graph is null)
            Next(frame, container);
        else
            Enqueue(new Work(container.Graph.Start!.Id, key, false));
    }

    private void ChildLeft(Frame frame, Activity child, bool isBack, IReadOnlyList<string> outcomes)
    {
        var container = Definition.Find(frame.ActivityId)!.Container!;
        if (child.Step?.Ends == Ending.Container)
            Leave(frame);
        else if (container.Graph is null)
            Next(frame, container);
        else if (!new FlowchartMove(this, frame, container.Graph).Follow(child, outcomes, isBack) && !IsBusy(frame))
            Leave(frame);
    }

    private void Next(Frame frame, Container sequence)
    {
        if (frame.Next == sequence.Activities.Count)
            Leave(frame);
        else
            Enqueue(new Work(sequence.Activities[frame.Next++].Id, frame.Key, false));
    }

    private bool IsBusy(Frame frame) =>
        IsOver
        || Data.Waiting.Exists(w => w.Parent == frame.Key)
        || Data.Frames.Exists(f => f.Parent == frame.Key)
        || _queue.Any(w => w.Parent == frame.Key);

    private void Leave(Frame frame)
    {
        Drop(frame);
        if (frame.Parent.Length == 0)
            End();
        else
            Leave(Definition.Find(frame.ActivityId)!, frame.Parent, frame.IsBack, [Step.Done]);
    }

    /// <summary>Drops a container with all that is under way in it.</summary>
    private void Drop(Frame frame)
    {
        foreach (var inner in Data.Frames.Where(f => f.Parent == frame.Key).ToList())
            Drop(inner);
        foreach (var waiting in Data.Waiting.Where(w => w.Parent == frame.Key).ToList())
            Drop(waiting);
        if (_queue.Any(w => w.Parent == frame.Key))
        {
            var rest = _queue.Where(w => w.Parent != frame.Key).ToList();
            _queue.Clear();
            rest.ForEach(_queue.Enqueue);
        }

        Data.Frames.Remove(frame);
    }

    /// <summary>Drops an activity that waits, with its task, its timers and its child.</summary>
    public void Drop(Waiting waiting)
    {
        Close(waiting);
        if (waiting.HasChild)
            _effects.Add(new CancelChild(waiting.ActivityId, waiting.Key));
        Data.Waiting.Remove(waiting);
        _trace.Add(new TraceEntry(waiting.ActivityId, "Cancelled", NowUtc));
    }

    private void Close(Waiting waiting)
    {
        if (waiting.Task is { } task)
            _closed.Add(new ClosedTask(task.Key, null, null, "not-needed"));
        waiting.Task = null;
    }

    /// <summary>Overtakes what is under way in some activities of a flowchart; says which were.</summary>
    public IReadOnlyList<Activity> Cancel(Frame frame, IReadOnlySet<Activity> activities)
    {
        var cancelled = new List<Activity>();
        foreach (var waiting in Data.Waiting.Where(w => w.Parent == frame.Key && Among(w.ActivityId)).ToList())
        {
            Drop(waiting);
            cancelled.Add(Definition.Find(waiting.ActivityId)!);
        }

        foreach (var inner in Data.Frames.Where(f => f.Parent == frame.Key && Among(f.ActivityId)).ToList())
        {
            Drop(inner);
            _trace.Add(new TraceEntry(inner.ActivityId, "Cancelled", NowUtc));
            cancelled.Add(Definition.Find(inner.ActivityId)!);
        }

        return cancelled;

        bool Among(string id) => activities.Contains(Definition.Find(id)!);
    }

    /// <summary>True where the activity is queued in that container.</summary>
    public bool IsQueued(Frame frame, Activity activity) => _queue.Any(w => w.Parent == frame.Key && w.ActivityId == activity.Id);
}
