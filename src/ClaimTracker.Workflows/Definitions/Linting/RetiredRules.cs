using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// What definitions could say once and nothing does any more. No new version says so; one that is stored already loads, and is
/// named. An input without effect is a warning and no fault: the review runs as it should.
/// </summary>
public static class RetiredRules
{
    /// <summary>Values that no new version may hold.</summary>
    internal static void Check(CompiledDefinition definition, Faults faults)
    {
        foreach (var (activity, field, value) in RetiredOf(definition))
        {
            faults.Add(
                activity,
                field,
                $"is “{value}”, which nobody and nothing decides any more: a job looks at sources without a task. Use ClaimTracker.RunWatch, or a role of people"
            );
        }
    }

    /// <summary>
    /// What is read and has no effect, and what a stored version holds and no new one may, by file and activity.
    /// </summary>
    public static IEnumerable<Fault> Warnings(IEnumerable<CompiledDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            foreach (var (activity, field, value) in RetiredOf(definition))
            {
                yield return new Fault(
                    definition.Source.File,
                    activity,
                    field,
                    $"is “{value}”, which nobody and nothing decides any more; its reviews wait there until they are moved to a version without it or cancelled"
                );
            }

            foreach (var activity in definition.Activities.Where(a => a.Step is RunWatch))
            {
                foreach (var (field, why) in RunWatch.WithoutEffect.Where(input => activity.Inputs.ContainsKey(input.Key)))
                {
                    yield return new Fault(
                        definition.Source.File,
                        activity.Id,
                        field,
                        $"has no effect any more: {why}. Leave it out"
                    );
                }
            }
        }
    }

    private static IEnumerable<(string Activity, string Field, string Value)> RetiredOf(CompiledDefinition definition) =>
        from activity in definition.Activities
        from input in activity.Step?.Description.Inputs ?? []
        where input.Retired is not null
        let value = InputValues.Text((activity.Inputs.GetValueOrDefault(input.Name) as ConstantExpression)?.Value)
        where value is not null && input.Retired!.Contains(value)
        select (activity.Id, input.Name, value);
}
