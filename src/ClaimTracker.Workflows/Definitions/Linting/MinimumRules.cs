using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// No definition asks for less than one group of evidence and one approval: nothing is published with less, so that a file which
/// says so would not run as it reads. A script that reads nothing of the review is held to that as a value in the file is; one
/// whose value is not known before is raised by the publishing itself. A version that is stored already loads, and publishes by
/// the floor.
/// </summary>
internal static class MinimumRules
{
    public static void Check(CompiledDefinition definition, Faults faults)
    {
        foreach (var activity in definition.Activities)
        {
            foreach (var field in FieldsOf(activity.Step))
            {
                if (activity.Inputs.GetValueOrDefault(field) is { } expression && Problem(expression) is { } problem)
                    faults.Add(activity.Id, field, problem);
            }
        }
    }

    // An empty value in the file is Studio's for one that is not set, and one that is no number has been named already.
    private static string? Problem(Expression expression)
    {
        if (!expression.TryForesee(out var value))
            return null;
        var isWritten = expression is ConstantExpression;
        if (value is null || InputValues.Number(value) is not { } number)
        {
            return isWritten
                ? null
                : $"always gives {value?.ToJsonString() ?? "no number"}, which is no whole number; write one such as 2, or leave the field empty for 1";
        }

        return number < 1
            ? $"is {number}, and nothing is published with less than 1; write 1 or more, under a new id and version number where this one is in use"
            : null;
    }

    private static string[] FieldsOf(Step? step) =>
        step switch
        {
            Publish => ["minimumGroups", "approvals"],
            RequireEvidence => ["minimum"],
            _ => [],
        };
}
