using System.Collections;
using ClaimTracker.Workflows.Steps;
using ClaimTracker.Workflows.Steps.Flow;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>Forward connections of one activity that are followed together: branches that run at the same time.</summary>
/// <param name="Source">Where they part.</param>
/// <param name="Ways">Two at least.</param>
internal sealed record Branches(Activity Source, IReadOnlyList<Connection> Ways)
{
    /// <summary>The branches that part at an activity, by what it may be left by at once.</summary>
    public static IEnumerable<Branches> Of(FlowGraph graph, Activity activity)
    {
        var forward = graph.Outbound(activity).Where(graph.IsForward).ToList();
        if (
            activity.Step is FlowFork
            || (
                activity.Step is FlowSwitch
                && InputValues.Text((activity.Inputs.GetValueOrDefault("mode") as Expressions.ConstantExpression)?.Value)
                    == "MatchAny"
            )
        )
        {
            return Several(activity, [forward]);
        }

        var byPort = forward
            .GroupBy(c => c.Port, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

        // Done is followed beside each decision, and two decisions are never followed together.
        if (activity.Step is not { IsAlsoDone: true } || !byPort.Remove(Step.Done, out var done))
            return Several(activity, byPort.Values);
        return byPort.Count == 0
            ? Several(activity, [done])
            : Several(activity, byPort.Values.Select(ways => ways.Concat(done).ToList()));
    }

    /// <summary>
    /// The activities where two of the branches meet by ways that share nothing before. Along each way the first activity that
    /// all ways there share is handed on; where two ways bring different ones, they meet. One walk, so its cost is linear in the
    /// drawing.
    /// </summary>
    public IEnumerable<Activity> Meetings(FlowGraph graph)
    {
        var shared = new Activity?[graph.Activities.Count];
        var entered = new int[graph.Activities.Count];
        foreach (var way in Ways)
            entered[way.Target.Index]++;
        foreach (var activity in graph.ForwardOrder)
        {
            var times = entered[activity.Index];
            var first = times > 0 ? activity : null;
            var differ = times > 1;
            foreach (var connection in graph.ForwardInbound(activity))
            {
                if (shared[connection.Source.Index] is not { } brought)
                    continue;
                first ??= brought;
                differ |= brought != first;
            }

            shared[activity.Index] = differ || times > 0 ? activity : first;
            if (differ)
                yield return activity;
        }
    }

    /// <summary>The activities that lie on some of the branches and not on all.</summary>
    public BitArray Inside(IReadOnlyList<BitArray> reach)
    {
        var (some, all) = (new BitArray(reach[Ways[0].Target.Index]), new BitArray(reach[Ways[0].Target.Index]));
        foreach (var way in Ways.Skip(1))
        {
            some.Or(reach[way.Target.Index]);
            all.And(reach[way.Target.Index]);
        }

        return some.And(all.Not());
    }

    private static IEnumerable<Branches> Several(Activity source, IEnumerable<List<Connection>> groups) =>
        groups.Where(ways => ways.Count > 1).Select(ways => new Branches(source, ways));
}
