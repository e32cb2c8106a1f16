namespace ClaimTracker.Extraction.Kinds;

/// <summary>All kinds. Where two find the same words, the earlier one has them.</summary>
public static class ClaimKinds
{
    internal static readonly IClaimKind[] All =
    [
        new CasualtyFigure(),
        new AttackCount(),
        new LegalStatus(),
        new Trend(),
        new Statistic(),
        new Superlative(),
        new Count(),
        new Event(),
        new Quote(),
    ];

    /// <summary>The ids that are stored with claims.</summary>
    public static readonly IReadOnlyList<string> Ids = [.. All.Select(kind => kind.Id)];
}
