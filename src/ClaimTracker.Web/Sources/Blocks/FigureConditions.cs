using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>What a look finds of a change of a figure: as it is stored, and as it is compared.</summary>
internal static class FigureConditions
{
    /// <summary>The condition of evidence as it is compared.</summary>
    public static FigureCondition Compared(Evidence evidence) => Compared(evidence.Condition, evidence.ConditionLimit);

    /// <summary>The same, as it came from elsewhere.</summary>
    public static FigureCondition Compared(WatchCondition condition, double? limit) =>
        new(
            condition switch
            {
                WatchCondition.Any => ConditionKind.Any,
                WatchCondition.Percent => ConditionKind.Percent,
                WatchCondition.Passes => ConditionKind.Passes,
                WatchCondition.FallsBelow => ConditionKind.FallsBelow,
                _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
            },
            limit
        );
}
