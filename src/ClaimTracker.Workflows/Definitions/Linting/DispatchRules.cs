using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>A workflow that is dispatched must be there.</summary>
internal static class DispatchRules
{
    public static IEnumerable<Fault> Check(IReadOnlyCollection<CompiledDefinition> definitions)
    {
        var published = definitions
            .Where(d => d.Source.IsPublished)
            .Select(d => d.DefinitionId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            foreach (var activity in definition.Activities.Where(a => a.Step is Steps.Flow.DispatchWorkflow))
            {
                if (
                    activity.Inputs.GetValueOrDefault("workflowDefinitionId") is ConstantExpression constant
                    && InputValues.Text(constant.Value) is { } id
                    && !published.Contains(id)
                )
                {
                    yield return new Fault(
                        definition.Source.File,
                        activity.Id,
                        "workflowDefinitionId",
                        $"“{id}” is no published definition here; add its file, or mend the name"
                    );
                }
            }
        }
    }
}
