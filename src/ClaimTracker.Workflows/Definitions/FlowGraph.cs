namespace ClaimTracker.Workflows.Definitions;

/// <summary>
/// The connections of a flowchart, sorted as Elsa sorts them: a walk breadth first from the start takes each connection
/// as forward unless it would close a circle; what is left leads back.
/// </summary>
internal sealed class FlowGraph
{
    private readonly List<Connection>[] outbound;
    private readonly List<Connection>[] inbound;
    private readonly HashSet<Activity>?[] ancestors;
    private readonly bool[] forward;

    public FlowGraph(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, Activity? start)
    {
        Activities = activities;
        Connections = connections;
        Start = start;
        outbound = Group(connections, c => c.Source);
        forward = new bool[connections.Count];
        if (start is not null)
            Sort(start);
        inbound = Group([.. connections.Where(c => forward[c.Index])], c => c.Target);
        ancestors = new HashSet<Activity>?[activities.Count];
    }

    public IReadOnlyList<Activity> Activities { get; }

    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>Where it begins.</summary>
    public Activity? Start { get; }

    public IReadOnlyList<Connection> Outbound(Activity activity) => outbound[activity.Index];

    public IReadOnlyList<Connection> ForwardInbound(Activity activity) => inbound[activity.Index];

    public bool IsForward(Connection connection) => forward[connection.Index];

    /// <summary>True where no forward way leads from the start to the activity.</summary>
    public bool IsDangling(Activity activity) => activity != Start && inbound[activity.Index].Count == 0;

    /// <summary>All activities from which a forward way leads to this one.</summary>
    public IReadOnlySet<Activity> Ancestors(Activity activity)
    {
        if (ancestors[activity.Index] is { } known)
            return known;
        var found = new HashSet<Activity>();
        var open = new Stack<Activity>([activity]);
        while (open.TryPop(out var current))
        {
            foreach (var connection in inbound[current.Index])
            {
                if (found.Add(connection.Source))
                    open.Push(connection.Source);
            }
        }

        return ancestors[activity.Index] = found;
    }

    /// <summary>All activities to which a forward way leads from this one, itself included.</summary>
    public HashSet<Activity> Reach(Activity activity) => Walk(activity, c => forward[c.Index]);

    /// <summary>
    /// True where a connection that leads back is one that counting can follow: each way from the start to its source
    /// passes its target.
    /// </summary>
    public bool IsSoundBackward(Connection connection) =>
        connection.Target == Start || connection.Source == connection.Target
        || !Walk(Start!, c => forward[c.Index] && c.Target != connection.Target).Contains(connection.Source);

    private HashSet<Activity> Walk(Activity from, Func<Connection, bool> follow)
    {
        var seen = new HashSet<Activity> { from };
        var open = new Stack<Activity>([from]);
        while (open.TryPop(out var current))
        {
            foreach (var connection in outbound[current.Index].Where(follow))
            {
                if (seen.Add(connection.Target))
                    open.Push(connection.Target);
            }
        }

        return seen;
    }

    private void Sort(Activity start)
    {
        var queue = new Queue<Activity>([start]);
        var seen = new HashSet<Activity> { start };
        var done = new HashSet<Activity>();
        while (queue.TryDequeue(out var source))
        {
            if (!done.Add(source))
                continue;
            foreach (var target in outbound[source.Index].Select(c => c.Target).Distinct().ToList())
            {
                if (Reach(target).Contains(source))
                    continue;
                foreach (var connection in outbound[source.Index].Where(c => c.Target == target))
                    forward[connection.Index] = true;
                if (seen.Add(target))
                    queue.Enqueue(target);
            }
        }
    }

    private List<Connection>[] Group(IReadOnlyList<Connection> connections, Func<Connection, Activity> by)
    {
        var groups = new List<Connection>[Activities.Count];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = [];
        foreach (var connection in connections)
            groups[by(connection).Index].Add(connection);
        return groups;
    }
}
