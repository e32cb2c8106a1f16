using System.Collections;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>
/// The connections of a flowchart, sorted as Elsa sorts them: a walk breadth first from the start takes each connection
/// as forward unless it would close a circle; what is left leads back.
/// </summary>
internal sealed class FlowGraph
{
    private readonly List<Connection>[] _outbound;
    private readonly List<Connection>[] _inbound;
    private readonly HashSet<Activity>?[] _ancestors;
    private readonly bool[] _forward;
    private readonly int[] _visited;
    private int _walks;
    private IReadOnlyList<Activity>? _forwardOrder;

    public FlowGraph(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, Activity? start)
    {
        Activities = activities;
        Connections = connections;
        Start = start;
        _outbound = Group(connections, c => c.Source);
        _forward = new bool[connections.Count];
        _visited = new int[activities.Count];
        if (start is not null)
            Sort(start);
        _inbound = Group([.. connections.Where(c => _forward[c.Index])], c => c.Target);
        _ancestors = new HashSet<Activity>?[activities.Count];
    }

    public IReadOnlyList<Activity> Activities { get; }

    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>Where it begins.</summary>
    public Activity? Start { get; }

    public List<Connection> Outbound(Activity activity) => _outbound[activity.Index];

    public List<Connection> ForwardInbound(Activity activity) => _inbound[activity.Index];

    public bool IsForward(Connection connection) => _forward[connection.Index];

    /// <summary>True where no forward way leads from the start to the activity.</summary>
    public bool IsDangling(Activity activity) => activity != Start && _inbound[activity.Index].Count == 0;

    /// <summary>All activities from which a forward way leads to this one.</summary>
    public IReadOnlySet<Activity> Ancestors(Activity activity)
    {
        if (_ancestors[activity.Index] is { } known)
            return known;
        var found = new HashSet<Activity>();
        var open = new Stack<Activity>([activity]);
        while (open.TryPop(out var current))
        {
            foreach (var connection in _inbound[current.Index])
            {
                if (found.Add(connection.Source))
                    open.Push(connection.Source);
            }
        }

        return _ancestors[activity.Index] = found;
    }

    /// <summary>The activities in an order in which each comes after all from which a forward way leads to it.</summary>
    public IReadOnlyList<Activity> ForwardOrder => _forwardOrder ??= Order();

    /// <summary>By the index of an activity the indexes of all to which a forward way leads from it, itself included.</summary>
    public BitArray[] ForwardReach()
    {
        var reach = new BitArray[Activities.Count];
        foreach (var activity in ForwardOrder.Reverse())
        {
            var to = reach[activity.Index] = new BitArray(Activities.Count) { [activity.Index] = true };
            foreach (var connection in _outbound[activity.Index].Where(IsForward))
                to.Or(reach[connection.Target.Index]);
        }

        return reach;
    }

    /// <summary>
    /// True where a connection that leads back is one that counting can follow: each way from the start to its source
    /// passes its target.
    /// </summary>
    public bool IsSoundBackward(Connection connection) =>
        connection.Target == Start
        || connection.Source == connection.Target
        || !Leads(Start!, connection.Source, around: connection.Target);

    /// <summary>
    /// Whether forward connections lead from one activity to another. One array serves all walks, since sorting takes one a
    /// connection.
    /// </summary>
    private bool Leads(Activity from, Activity to, Activity? around = null)
    {
        var walk = ++_walks;
        _visited[from.Index] = walk;
        var open = new Stack<Activity>([from]);
        while (open.TryPop(out var current))
        {
            if (current == to)
                return true;
            foreach (var connection in _outbound[current.Index])
            {
                if (!_forward[connection.Index] || connection.Target == around || _visited[connection.Target.Index] == walk)
                    continue;
                _visited[connection.Target.Index] = walk;
                open.Push(connection.Target);
            }
        }

        return false;
    }

    private List<Activity> Order()
    {
        var missing = _inbound.Select(c => c.Count).ToArray();
        var order = Activities.Where(a => missing[a.Index] == 0).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            order.AddRange(
                _outbound[order[i].Index].Where(c => IsForward(c) && --missing[c.Target.Index] == 0).Select(c => c.Target)
            );
        }

        return order;
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
            foreach (var target in _outbound[source.Index].Select(c => c.Target).Distinct().ToList())
            {
                if (Leads(target, source))
                    continue;
                foreach (var connection in _outbound[source.Index].Where(c => c.Target == target))
                    _forward[connection.Index] = true;
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
