using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>
/// Steps that schedule a re-check later than a policy has it due anyway. The earlier of the two counts, so such a step does
/// nothing. That is a warning and no fault: the review runs as it should.
/// </summary>
public static class ScheduleRules
{
    /// <summary>What has no effect, by file and activity.</summary>
    /// <param name="definitions">The definitions to look at.</param>
    /// <param name="longest">The longest that the policies leave a claim of a definition before its next check.</param>
    public static IEnumerable<Fault> Warnings(IEnumerable<CompiledDefinition> definitions, Func<string, TimeSpan> longest)
    {
        foreach (var definition in definitions)
        {
            var due = longest(definition.DefinitionId);
            foreach (var activity in definition.Activities.Where(a => a.Step is ScheduleRecheck))
            {
                if (
                    activity.Inputs.GetValueOrDefault("after") is { } expression
                    && expression.TryForesee(out var value)
                    && value is not null
                    && InputValues.Duration(value) is { } after
                    && after >= due
                )
                {
                    yield return new Fault(
                        definition.Source.File,
                        activity.Id,
                        "after",
                        $"{after:c} has no effect: by the settings a check is due after {due:c} at the latest, and the earlier counts. Leave it out, or name a shorter time"
                    );
                }
            }
        }
    }
}
