using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// No definition asks for less than one group of evidence and one approval: nothing is published with less, so that a file which
/// says so would not run as it reads. A version that is stored already loads, and publishes by the floor.
/// </summary>
internal static class MinimumRules
{
    public static void Check(CompiledDefinition definition, Faults faults)
    {
        foreach (var activity in definition.Activities)
        {
            foreach (var field in FieldsOf(activity.Step))
            {
                if (
                    (activity.Inputs.GetValueOrDefault(field) as ConstantExpression)?.Value is { } value
                    && InputValues.Number(value) is < 1 and var number
                )
                {
                    faults.Add(
                        activity.Id,
                        field,
                        $"is {number}, and nothing is published with less than 1; write 1 or more, under a new id and version number where this one is in use"
                    );
                }
            }
        }
    }

    private static string[] FieldsOf(Step? step) =>
        step switch
        {
            Publish => ["minimumGroups", "approvals"],
            RequireEvidence => ["minimum"],
            _ => [],
        };
}
