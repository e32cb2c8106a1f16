using ClaimTracker.Workflows.Definitions.Reading;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>Finds what would run otherwise than it is drawn.</summary>
internal static class DefinitionLint
{
    /// <param name="definition">The definition.</param>
    /// <param name="stored">True where the version is stored already, so that what is asked of new ones alone is not asked of it.</param>
    public static IReadOnlyList<Finding> Check(CompiledDefinition definition, bool stored = false)
    {
        var findings = new Findings(definition.Source.File);
        if (!stored)
        {
            MinimumRules.Check(definition, findings);
            RetiredRules.Check(definition, findings);
        }

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
