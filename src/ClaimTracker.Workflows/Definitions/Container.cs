using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>What a flowchart or a sequence holds.</summary>
/// <param name="Activities">In the order of the file.</param>
/// <param name="Graph">The connections of a flowchart; null for a sequence.</param>
/// <param name="Variables">Variables that begin anew each time the container is entered.</param>
internal sealed record Container(IReadOnlyList<Activity> Activities, FlowGraph? Graph, IReadOnlyList<Variable> Variables);
