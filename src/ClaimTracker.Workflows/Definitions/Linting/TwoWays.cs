namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// Asks whether two branches reach an activity by ways that share nothing before it: whether two units flow from the branches to the
/// activity where each activity between lets one unit through (Menger's theorem). Two searches, so its cost is linear in the drawing.
/// </summary>
internal sealed class TwoWays
{
    private readonly Dictionary<Side, Dictionary<Side, int>> capacity = [];
    private readonly Side sink;

    private TwoWays(FlowGraph graph, Connection first, Connection second, Activity meeting)
    {
        sink = new Side(meeting, Leaving: false);
        HashSet<Activity> seen = [meeting];
        foreach (var branch in new[] { first, second })
        {
            Join(default, new Side(branch.Target, Leaving: false));
            Draw(graph, branch.Target, seen);
        }
    }

    public static bool Meet(FlowGraph graph, Connection first, Connection second, Activity meeting)
    {
        var ways = new TwoWays(graph, first, second, meeting);
        return ways.Push(default, []) && ways.Push(default, []);
    }

    private void Draw(FlowGraph graph, Activity from, HashSet<Activity> seen)
    {
        var open = new Stack<Activity>([from]);
        while (open.TryPop(out var activity))
        {
            if (!seen.Add(activity))
                continue;
            Join(new Side(activity, Leaving: false), new Side(activity, Leaving: true));
            foreach (var next in graph.Outbound(activity).Where(graph.IsForward).Select(c => c.Target).Distinct())
            {
                Join(new Side(activity, Leaving: true), new Side(next, Leaving: false));
                open.Push(next);
            }
        }
    }

    private void Join(Side from, Side to)
    {
        Towards(from)[to] = Towards(from).GetValueOrDefault(to) + 1;
        Towards(to).TryAdd(from, 0);
    }

    // A unit pushed one way may be pushed back, which is how the second search mends a greedy first one.
    private bool Push(Side from, HashSet<Side> tried)
    {
        if (from == sink)
            return true;
        if (!tried.Add(from))
            return false;
        foreach (var (to, free) in Towards(from).ToList())
        {
            if (free == 0 || !Push(to, tried))
                continue;
            capacity[from][to]--;
            capacity[to][from]++;
            return true;
        }

        return false;
    }

    private Dictionary<Side, int> Towards(Side side)
    {
        if (!capacity.TryGetValue(side, out var towards))
            capacity[side] = towards = [];
        return towards;
    }

    /// <summary>An activity where it is entered or where it is left; the default is where both branches come from.</summary>
    private readonly record struct Side(Activity? Activity, bool Leaving);
}
