using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// An approval is an editor's: a step that lets another role approve would refuse each of them. A version that is stored already
/// loads, and refuses so.
/// </summary>
internal static class ApproverRules
{
    public static void Check(CompiledDefinition definition, Faults faults)
    {
        foreach (var activity in definition.Activities.Where(Approves))
        {
            if (
                activity.Inputs.GetValueOrDefault("role") is { } expression
                && expression.TryForesee(out var value)
                && InputValues.Text(value) is { Length: > 0 } role
                && role != Roles.Editor
            )
            {
                faults.Add(
                    activity.Id,
                    "role",
                    $"is “{role}”, and only who is an {Roles.Editor} approves; give the task to {Roles.Editor}, or take the decision out of “approves”"
                );
            }
        }
    }

    private static bool Approves(Activity activity) =>
        activity.Step is Vote
        || (
            activity.Step is Decide
            && activity.Inputs.GetValueOrDefault("approves") is { } expression
            && !(expression.TryForesee(out var value) && (InputValues.List(value) ?? []).Count == 0)
        );
}
