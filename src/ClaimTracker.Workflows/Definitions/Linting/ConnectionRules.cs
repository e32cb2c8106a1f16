using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>Each outcome leads somewhere, each connection leaves by an outcome, each activity is reached.</summary>
internal static class ConnectionRules
{
    public static void Check(FlowGraph graph, Faults faults)
    {
        foreach (var activity in graph.Activities)
        {
            var ports = graph.Outbound(activity).Select(c => c.Port).ToHashSet(StringComparer.Ordinal);
            CheckPorts(activity, ports, faults);
            CheckOutcomes(activity, ports, faults);
            if (graph.IsDangling(activity))
            {
                faults.Add(
                    activity.Id,
                    "connections",
                    $"no connection leads here from “{graph.Start?.Id}”, where the flowchart starts; connect it or remove it"
                );
            }
        }

        foreach (var connection in graph.Connections.Where(c => !graph.IsForward(c) && !graph.IsSoundBackward(c)))
        {
            faults.Add(
                connection.Source.Id,
                "connections",
                $"{connection.Port} leads back to “{connection.Target.Id}”, which not every way to here passes; Elsa stops such a review. Lead it back to an activity that all ways pass"
            );
        }
    }

    private static void CheckPorts(Activity activity, HashSet<string> ports, Faults faults)
    {
        var known = activity.Step is { IsAlsoDone: true } ? [.. activity.Outcomes, Step.Done] : activity.Outcomes;
        foreach (var port in ports.Except(known))
        {
            faults.Add(
                activity.Id,
                "connections",
                known.Count == 0
                    ? $"a connection leaves by “{port}”, and {activity.Type} has no way out; remove it"
                    : $"a connection leaves by “{port}”, which is no outcome; it has {string.Join(", ", known)}"
            );
        }
    }

    private static void CheckOutcomes(Activity activity, HashSet<string> ports, Faults faults)
    {
        if (activity.Step is { IsAlsoDone: true } && ports.Contains(Step.Done))
            return;
        if (activity.Step is { Description.MayEnd: true } && ports.Count == 0)
            return;
        foreach (var outcome in activity.Outcomes.Where(o => !ports.Contains(o)))
        {
            faults.Add(
                activity.Id,
                outcome,
                "is an outcome that leads nowhere, so that the path would end in silence; connect it, to an Elsa.Finish where the review is to end"
            );
        }
    }
}
