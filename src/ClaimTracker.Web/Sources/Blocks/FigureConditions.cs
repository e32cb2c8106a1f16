using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>What a look finds of a change of a figure: as it is stored, and as it is compared.</summary>
internal static class FigureConditions
{
    /// <summary>The condition of evidence as it is compared.</summary>
    public static FigureCondition Compared(Evidence evidence) =>
        new(
            evidence.Condition switch
            {
                WatchCondition.Any => ConditionKind.Any,
                WatchCondition.Percent => ConditionKind.Percent,
                WatchCondition.Passes => ConditionKind.Passes,
                WatchCondition.FallsBelow => ConditionKind.FallsBelow,
                _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence.Condition, null),
            },
            evidence.ConditionLimit
        );
}
