using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>
/// Which activities ask for a rating without sight of the first, and which words would be reckoned in a review.
/// </summary>
internal static class BlindSteps
{
    /// <summary>True where the definition has one.</summary>
    public static bool Are(CompiledDefinition definition) => definition.Activities.Any(Is);

    /// <summary>True where it is one.</summary>
    public static bool Is(Activity activity) =>
        activity.Step is ProposeVerdict
        && activity.Inputs.GetValueOrDefault("blind") is ConstantExpression { Value: { } value }
        && InputValues.Flag(value) == true;

    /// <summary>True where a script or a variable gives the input, so that it is known only in the review.</summary>
    public static bool IsReckoned(Activity activity, string input) =>
        activity.Inputs.GetValueOrDefault(input) is { } expression && !expression.TryForesee(out _);
}
