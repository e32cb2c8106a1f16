namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>Asks whether two branches reach an activity by ways that share nothing before it.</summary>
internal static class TwoWays
{
    public static bool Meet(FlowGraph graph, Connection first, Connection second, Activity meeting)
    {
        // Each way of the first branch is tried; definitions are small, and what was tried is not tried again.
        foreach (var way in Ways(graph, first.Target, meeting, []))
        {
            if (Reaches(graph, second.Target, meeting, [.. way]))
                return true;
        }

        return false;
    }

    private static IEnumerable<HashSet<Activity>> Ways(FlowGraph graph, Activity from, Activity to, HashSet<Activity> passed)
    {
        if (from == to)
        {
            yield return passed;
            yield break;
        }

        HashSet<Activity> here = [.. passed, from];
        foreach (var next in graph.Outbound(from).Where(graph.IsForward).Select(c => c.Target).Distinct())
        {
            foreach (var way in Ways(graph, next, to, here))
                yield return way;
        }
    }

    private static bool Reaches(FlowGraph graph, Activity from, Activity to, HashSet<Activity> closed)
    {
        if (from == to)
            return true;
        return closed.Add(from)
            && graph.Outbound(from).Where(graph.IsForward).Any(c => Reaches(graph, c.Target, to, closed));
    }
}
