namespace ClaimTracker.Extraction.Kinds;

/// <summary>All kinds. Where two find the same words, the earlier one has them.</summary>
internal static class ClaimKinds
{
    public static readonly IClaimKind[] All =
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
}
