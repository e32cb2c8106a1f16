using ClaimTracker.Workflows.Definitions.Reading;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>Finds what would run otherwise than it is drawn.</summary>
internal static class DefinitionLint
{
    /// <param name="definition">The definition.</param>
    /// <param name="stored">True where the version is stored already, so that what is asked of new ones alone is not asked of
    /// it.</param>
    public static IReadOnlyList<Fault> Check(CompiledDefinition definition, bool stored = false)
    {
        var faults = new Faults(definition.Source.File);
        if (!stored)
        {
            MinimumRules.Check(definition, faults);
            ApproverRules.Check(definition, faults);
            RetiredRules.Check(definition, faults);
            BlindRules.Check(definition, faults);
        }

        VariableRules.Check(definition, faults);
        foreach (var activity in definition.Activities)
        {
            TaskRules.Check(definition, activity, faults);
            if (activity.Container?.Graph is not { } graph)
                continue;
            ConnectionRules.Check(graph, faults);
            BranchRules.Check(graph, faults);
        }

        return faults.All;
    }
}
