using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Definitions.Linting;

namespace ClaimTracker.Web.Reviews;

/// <summary>What definitions say without effect: by this desk's settings, or since nothing reads it any more.</summary>
internal static class DefinitionWarnings
{
    /// <summary>What has no effect, by file and activity.</summary>
    public static IEnumerable<Fault> Of(DefinitionCatalog catalog, WorkflowSettings workflows, RecheckSettings rechecks) =>
        ScheduleRules
            .Warnings(catalog.LatestOfEach, definition => Longest(definition, workflows, rechecks))
            .Concat(RetiredRules.Warnings(catalog.Versions))
            .Concat(BlindRules.Warnings(catalog.Versions));

    // Which kinds a definition serves is known where the settings name it; any kind may come to another one.
    private static TimeSpan Longest(string definitionId, WorkflowSettings workflows, RecheckSettings rechecks)
    {
        var own = ClaimKinds.Ids.Where(kind => workflows.For(kind) == definitionId).Select(rechecks.For).ToList();
        return own.Count > 0
            ? own.Max(policy => policy.Every)
            : ClaimKinds
                .Ids.Select(rechecks.For)
                .Append(rechecks.Default)
                .Max(policy => policy.BackOff > 1 && policy.AtMost > policy.Every ? policy.AtMost : policy.Every);
    }
}
