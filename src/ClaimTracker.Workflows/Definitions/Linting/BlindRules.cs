using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// Where a definition asks for a rating without sight of the first, the words of its tasks stand in the file: whoever could still
/// rate reads them in queues, and a script could put a rating into them. A version that is stored already loads, and its tasks go
/// without such words.
/// </summary>
public static class BlindRules
{
    internal static void Check(CompiledDefinition definition, Faults faults)
    {
        foreach (var (activity, field) in ReckonedOf(definition))
        {
            faults.Add(
                activity,
                field,
                "is reckoned in the review, and in a definition that asks for a blind rating that could show a rating to whoever could still rate blind; write the words themselves"
            );
        }
    }

    /// <summary>What a stored version holds and no new one may, by file and activity.</summary>
    public static IEnumerable<Fault> Warnings(IEnumerable<CompiledDefinition> definitions) =>
        from definition in definitions
        from reckoned in ReckonedOf(definition)
        select new Fault(
            definition.Source.File,
            reckoned.Activity,
            reckoned.Field,
            "is reckoned in the review, which could show a rating to whoever could still rate blind, so its tasks go without it"
        );

    private static IEnumerable<(string Activity, string Field)> ReckonedOf(CompiledDefinition definition) =>
        !BlindSteps.Are(definition)
            ? []
            : from activity in definition.Activities
            where activity.Step is TaskStep
            from field in new[] { TaskStep.Title, TaskStep.Instructions }
            where BlindSteps.IsReckoned(activity, field)
            select (activity.Id, field);
}
