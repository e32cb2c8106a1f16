using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>Steps at work, whoever moves the review along its connections.</summary>
internal sealed partial class Execution
{
    /// <summary>How many entries the trace has so far.</summary>
    public int Noted => _trace.Count;

    /// <summary>Counts another visit of an activity and names it.</summary>
    public string Visit(Activity activity) =>
        $"{activity.Id}#{Data.Visits[activity.Id] = Data.Visits.GetValueOrDefault(activity.Id) + 1}";

    /// <summary>
    /// Lets a step act that is reached. A <see cref="StepFailedException"/> comes out, and then nothing has taken hold.
    /// </summary>
    public StepResult Reach(Activity activity, Waiting waiting)
    {
        var context = new StepContext(this, activity, waiting, null);
        if (activity.Step is TaskStep)
            Data.DecidedBy.Remove(activity.Id);
        var result = Attempt(() => activity.Step!.Execute(context));
        context.Commit();
        if (result.Outcomes is null)
        {
            waiting.BegunAt = NowUtc;
            Data.Waiting.Add(waiting);
            _trace.Add(new TraceEntry(activity.Id, null, NowUtc));
        }

        return result;
    }

    /// <summary>Lets a step act that waits. Fails as <see cref="Reach"/> does.</summary>
    public StepResult Resume(Waiting waiting, Decision? decision, Func<Step, StepContext, StepResult> act)
    {
        var activity = Definition.Find(waiting.ActivityId)!;
        var context = new StepContext(this, activity, waiting, decision);
        var result = Attempt(() => act(activity.Step!, context));
        context.Commit();
        if (result.Outcomes is not null)
        {
            Close(waiting);
            Data.Waiting.Remove(waiting);
        }

        return result;
    }

    /// <summary>Tells of an activity whose visit was overtaken by another one of its own.</summary>
    public void NoteVisitedAnew(Activity activity)
    {
        _trace.Add(new TraceEntry(activity.Id, "Cancelled", NowUtc));
        _trace.Add(new TraceEntry(activity.Id, null, NowUtc));
    }

    // A deadline past the end of the calendar, a number too large: whatever a step meets is that step's failure, and an
    // administrator reads of it.
    private static T Attempt<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (failure is not StepFailedException)
        {
            throw new StepFailedException($"it cannot go on with what it was given: {failure.Message}", failure);
        }
    }

    /// <summary>
    /// Tells of an activity that is left, as entry <paramref name="at"/>: before whatever its leaving overtook.
    /// </summary>
    public void NoteLeft(Activity activity, IReadOnlyList<string> outcomes, int at, TimeSpan? waited)
    {
        // Done beside a decision is for the definition's connections; people are shown the decision.
        var shown = activity.Step is { IsAlsoDone: true } ? outcomes.Take(1) : outcomes;
        _trace.Insert(at, new TraceEntry(activity.Id, string.Join(',', shown), NowUtc, waited));
    }
}
