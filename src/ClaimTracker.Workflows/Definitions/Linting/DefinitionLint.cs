using ClaimTracker.Workflows.Definitions.Reading;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>Finds what would run otherwise than it is drawn.</summary>
internal static class DefinitionLint
{
    public static IReadOnlyList<Finding> Check(CompiledDefinition definition)
    {
        var findings = new Findings(definition.Source.File);
        VariableRules.Check(definition, findings);
        foreach (var activity in definition.Activities)
        {
            TaskRules.Check(definition, activity, findings);
            if (activity.Container?.Graph is not { } graph)
                continue;
            ConnectionRules.Check(graph, findings);
            BranchRules.Check(graph, findings);
        }

        return findings.All;
    }
}
