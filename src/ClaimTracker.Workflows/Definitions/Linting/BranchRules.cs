using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Steps;
using ClaimTracker.Workflows.Steps.Flow;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// Branches that run at the same time meet at a join and nowhere else, and nothing leads back into one or out of one:
/// Elsa's counters would run past the join, or not run it.
/// </summary>
internal static class BranchRules
{
    public static void Check(FlowGraph graph, Findings findings)
    {
        var pairs = graph.Activities.SelectMany(a => Parallel(graph, a)).ToList();
        CheckMerges(graph, pairs, findings);
        foreach (var back in graph.Connections.Where(c => !graph.IsForward(c)))
        {
            if (pairs.FirstOrDefault(p => IsInside(graph, p, back.Source) || IsInside(graph, p, back.Target)) is { First: not null } pair)
            {
                findings.Add(back.Source.Id, "connections",
                    $"{back.Port} leads back to “{back.Target.Id}” across the branches that part at “{pair.First.Source.Id}”, and Elsa's join would not run or would not wait; put the loop into an Elsa.Flowchart of its own that is the branch, or decide after the join");
            }
        }
    }

    /// <summary>Forward connections of one activity that are followed together.</summary>
    private static IEnumerable<(Connection First, Connection Second)> Parallel(FlowGraph graph, Activity activity)
    {
        var forward = graph.Outbound(activity).Where(graph.IsForward).ToList();
        for (var i = 0; i < forward.Count; i++)
        {
            for (var j = i + 1; j < forward.Count; j++)
            {
                if (AreFollowedTogether(activity, forward[i].Port, forward[j].Port))
                    yield return (forward[i], forward[j]);
            }
        }
    }

    private static bool AreFollowedTogether(Activity activity, string first, string second) =>
        first == second
        || activity.Step is FlowFork
        || (activity.Step is FlowSwitch && InputValues.Text((activity.Inputs.GetValueOrDefault("mode") as Expressions.ConstantExpression)?.Value) == "MatchAny")
        || (activity.Step is { IsAlsoDone: true } && (first == Step.Done || second == Step.Done));

    private static bool IsInside(FlowGraph graph, (Connection First, Connection Second) pair, Activity activity) =>
        graph.Reach(pair.First.Target).Contains(activity) != graph.Reach(pair.Second.Target).Contains(activity);

    private static void CheckMerges(FlowGraph graph, List<(Connection First, Connection Second)> pairs, Findings findings)
    {
        foreach (var activity in graph.Activities.Where(a => a.Step is not FlowJoin && graph.ForwardInbound(a).Count > 1))
        {
            if (pairs.FirstOrDefault(p => TwoWays.Meet(graph, p.First, p.Second, activity)) is { First: not null } pair)
            {
                findings.Add(activity.Id, "connections",
                    $"branches that part at “{pair.First.Source.Id}” meet here, so that it waits for all of them; put an Elsa.FlowJoin before it, or lead one of them elsewhere");
            }
        }
    }
}
