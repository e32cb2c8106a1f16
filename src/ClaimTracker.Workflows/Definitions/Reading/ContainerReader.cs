using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Reads what a flowchart or a sequence holds.</summary>
internal sealed class ContainerReader(ActivityReader activities, Faults faults)
{
    public const string Flowchart = "Elsa.Flowchart";
    public const string Sequence = "Elsa.Sequence";

    public Container Read(Activity owner, IReadOnlyList<Variable> variables)
    {
        var children = new List<Activity>();
        foreach (var json in owner.Json.Objects("activities"))
        {
            if (activities.Read(json, owner, children.Count) is { } child)
                children.Add(child);
        }

        if (children.Count == 0)
            faults.Add(owner.Id, "activities", "holds no activity; add one, or remove the container");
        if (owner.Type == Sequence)
            return new Container(children, null, variables);
        var connections = ReadConnections(owner, children);
        return new Container(children, new FlowGraph(children, connections, Start(children, connections)), variables);
    }

    /// <summary>Where Elsa starts: its field <c>start</c> is not looked at, neither there nor here.</summary>
    private static Activity? Start(List<Activity> children, List<Connection> connections)
    {
        var targets = connections.Select(c => c.Target).ToHashSet();
        return children.Find(a => a.Step is Steps.Flow.Start)
            ?? children.Find(a =>
                a.Json.IsTrue("canStartWorkflow") || (a.Json["customProperties"] as JsonObject).IsTrue("canStartWorkflow")
            )
            ?? children.Find(a => !targets.Contains(a))
            ?? children.FirstOrDefault();
    }

    private List<Connection> ReadConnections(Activity owner, List<Activity> children)
    {
        var connections = new List<Connection>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var byId = children.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);

        // What could not be read is a fault already; its connections are not a second one.
        var unread = owner.Json.Objects("activities").Select(a => a.Text("id")).Except(children.Select(c => c.Id)).ToHashSet();
        foreach (var json in owner.Json.Objects("connections"))
        {
            var (sourceId, port) = End(json, "source");
            var (targetId, _) = End(json, "target");
            var source = byId.GetValueOrDefault(sourceId);
            var target = byId.GetValueOrDefault(targetId);
            port ??= Step.Done;
            if (unread.Contains(sourceId) || unread.Contains(targetId))
                continue;
            if (source is null || target is null)
            {
                faults.Add(
                    owner.Id,
                    "connections",
                    $"one leads from “{sourceId}” to “{targetId}”, and {(source is null ? sourceId : targetId)} is no activity of this flowchart; mend or remove it"
                );
            }
            else if (new Connection(connections.Count, source, port, target) is var connection && names.Add(connection.Name))
            {
                connections.Add(connection);
            }
            else
            {
                faults.Add(source.Id, "connections", $"the connection from {port} to {target.Id} stands twice; remove one");
            }
        }

        return connections;
    }

    /// <summary>Reads <c>{activity, port}</c>, and the older form where the end is an id and the port stands beside it.</summary>
    private static (string Activity, string? Port) End(JsonObject connection, string name) =>
        connection[name] switch
        {
            JsonObject end => (end.Text("activity") ?? "", end.Text("port")),
            JsonValue id => (id.ToString(), connection.Text(name + "Port")),
            _ => ("", null),
        };
}
