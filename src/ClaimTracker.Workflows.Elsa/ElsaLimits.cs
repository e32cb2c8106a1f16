using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Steps;
using ClaimTracker.Workflows.Steps.Flow;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>What Elsa 3.7.1 cannot run as drawn and our own runner can.</summary>
public sealed class ElsaLimits : IEngineLimits
{
    /// <inheritdoc />
    public IEnumerable<Fault> Check(CompiledDefinition definition) =>
        from container in definition.Activities
        let graph = container.Container?.Graph
        where graph is not null
        from merge in graph.Activities
        where merge.Step is FlowJoin && Drops(merge)
        from loser in graph.Ancestors(merge)
        where loser.Container is not null
        select new Fault(
            definition.Source.File,
            merge.Id,
            "mode",
            $"drops “{loser.Title}” where another branch is first, and Elsa fails when it drops a container; let the join wait for all, or put what is in “{loser.Title}” on the branch itself"
        );

    private static bool Drops(Activity join) =>
        InputValues.Text((join.Inputs.GetValueOrDefault("mode") as ConstantExpression)?.Value) is null or "" or "WaitAny";
}
