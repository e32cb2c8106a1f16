using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Steps.Flow;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// Branches that run at the same time meet at a join and nowhere else, and nothing leads back into one or out of one:
/// Elsa's counters would run past the join, or not run it.
/// </summary>
internal static class BranchRules
{
    public static void Check(FlowGraph graph, Faults faults)
    {
        var branches = graph.Activities.SelectMany(a => Branches.Of(graph, a)).ToList();
        CheckMerges(graph, branches, faults);
        var back = graph.Connections.Where(c => !graph.IsForward(c)).ToList();
        if (back.Count > 0 && branches.Count > 0)
            CheckBack(graph, branches, back, faults);
    }

    private static void CheckMerges(FlowGraph graph, List<Branches> branches, Faults faults)
    {
        var found = new Dictionary<Activity, Activity>();
        foreach (var parting in branches)
        {
            foreach (var meeting in parting.Meetings(graph).Where(a => a.Step is not FlowJoin))
                found.TryAdd(meeting, parting.Source);
        }

        foreach (var meeting in graph.Activities.Where(found.ContainsKey))
        {
            faults.Add(
                meeting.Id,
                "connections",
                $"branches that part at “{found[meeting].Id}” meet here, so that it waits for all of them; put an Elsa.FlowJoin before it, or lead one of them elsewhere"
            );
        }
    }

    private static void CheckBack(FlowGraph graph, List<Branches> branches, List<Connection> back, Faults faults)
    {
        var reach = graph.ForwardReach();
        foreach (var parting in branches)
        {
            var inside = parting.Inside(reach);
            foreach (var way in back.Where(c => inside[c.Source.Index] || inside[c.Target.Index]).ToList())
            {
                back.Remove(way);
                faults.Add(
                    way.Source.Id,
                    "connections",
                    $"{way.Port} leads back to “{way.Target.Id}” across the branches that part at “{parting.Source.Id}”, and Elsa's join would not run or would not wait; put the loop into an Elsa.Flowchart of its own that is the branch, or decide after the join"
                );
            }
        }
    }
}
