using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Where a flowchart goes when an activity in it is left: Elsa's counters. Each activity counts how often it was left or
/// passed over, each connection how often it was visited and whether the last visit followed it; an activity with several
/// forward connections into it compares them, so that it knows which branches are still to come.
/// </summary>
internal sealed class FlowchartMove(Execution execution, Frame frame, FlowGraph graph)
{
    /// <summary>Goes on from an activity by its outcomes. Returns whether anything was queued.</summary>
    public bool Follow(Activity activity, IReadOnlyList<string> outcomes, bool cameBack = false)
    {
        if (activity.Step is Steps.Flow.FlowJoin && outcomes.Count > 0)
            CancelBranches(activity);
        if (!cameBack)
            frame.Left[activity.Index]++;
        var queued = false;
        foreach (var connection in graph.Outbound(activity))
        {
            var followed = outcomes.Contains(connection.Port);
            var visits = (frame.Taken[connection.Index] >> 1) + 1;
            frame.Taken[connection.Index] = (visits << 1) | (followed ? 1 : 0);
            if (graph.IsForward(connection))
                queued |= Reach(connection);
            else if (followed)
                queued |= Queue(connection.Target, isBack: true);
        }

        return queued;
    }

    private bool Reach(Connection connection)
    {
        var target = connection.Target;
        return Mode(target) switch
        {
            "WaitAny" => ReachAny(connection),
            "WaitAll" => AllVisited(target) && (AllFollowed(target) ? Queue(target, isBack: false) : PassOver(target)),
            _ => AllVisited(target) && (AnyFollowed(target) ? Queue(target, isBack: false) : PassOver(target)),
        };
    }

    private bool ReachAny(Connection connection)
    {
        var target = connection.Target;
        if (Visits(connection) <= frame.Left[target.Index] || execution.IsQueued(frame, target))
            return false;
        if (!AnyFollowed(target))
            return AllVisited(target) && PassOver(target);
        Queue(target, isBack: false);
        CancelBranches(target);
        return true;
    }

    /// <summary>A join has gone on, so that nothing on the ways to it is needed any more.</summary>
    private void CancelBranches(Activity join)
    {
        foreach (var activity in execution.Cancel(frame, graph.Ancestors(join)))
            PassOver(activity);
    }

    private bool PassOver(Activity activity) => Follow(activity, []);

    private bool Queue(Activity activity, bool isBack)
    {
        execution.Enqueue(new Work(activity.Id, frame.Key, isBack));
        return true;
    }

    private bool AllVisited(Activity activity) => graph.ForwardInbound(activity).Min(Visits) > frame.Left[activity.Index];

    private bool AnyFollowed(Activity activity)
    {
        var most = graph.ForwardInbound(activity).Max(Visits);
        return most > frame.Left[activity.Index] && graph.ForwardInbound(activity).Any(c => Visits(c) == most && WasFollowed(c));
    }

    private bool AllFollowed(Activity activity)
    {
        var most = graph.ForwardInbound(activity).Max(Visits);
        return most > frame.Left[activity.Index] && graph.ForwardInbound(activity).All(c => Visits(c) == most && WasFollowed(c));
    }

    private int Visits(Connection connection) => frame.Taken[connection.Index] >> 1;

    private bool WasFollowed(Connection connection) => (frame.Taken[connection.Index] & 1) == 1;

    private static string Mode(Activity activity) =>
        activity.Step is not Steps.Flow.FlowJoin ? "WaitAllActive"
        : InputValues.Text((activity.Inputs.GetValueOrDefault("mode") as ConstantExpression)?.Value) is { Length: > 0 } mode
            ? mode
        : "WaitAny";
}
