namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// What a sentence shows beside the classes of its words. The order is part of the features: a new one changes their version.
/// </summary>
internal enum FoundSign
{
    Figure,
    SeveralFigures,
    Measured,
    Counted,
    Time,
    Hedged,
    Attributed,
    Question,
    Conditional,
    Intention,
    Opinion,
    Addressed,
    Negated,
    Short,
    Long,
}
