namespace ClaimTracker.Extraction.Watches;

/// <summary>What a look says of a passage.</summary>
public enum LookOutcome
{
    /// <summary>It still stands in its place, asserted, with nothing new that speaks against it.</summary>
    Unchanged,

    /// <summary>It or what belongs to it reads differently.</summary>
    Changed,

    /// <summary>The same words stand in another place.</summary>
    Moved,

    /// <summary>
    /// It stands, and something new on the page speaks of the same: a newer figure, a correction, a withdrawal.
    /// </summary>
    AlsoElsewhere,

    /// <summary>It stands, and is denied around it.</summary>
    Denied,

    /// <summary>It is gone.</summary>
    Missing,

    /// <summary>What came is not the page: nothing can be said of the passage.</summary>
    Unreadable,
}

/// <summary>A figure of the passage that reads differently now.</summary>
/// <param name="Was">As it stood.</param>
/// <param name="Now">As the page has it.</param>
public sealed record FigureChange(string Was, string Now);

/// <summary>One part of what was compared.</summary>
/// <param name="Part">Which: page, sentence, place, heading, before, after, columns, elsewhere.</param>
/// <param name="Holds">True where it is as it was, or in other words that are read as the same.</param>
/// <param name="Was">What stood; null where nothing did.</param>
/// <param name="Now">What stands now; null where nothing does.</param>
public sealed record LookPart(string Part, bool Holds, string? Was, string? Now);

/// <summary>What a look at a page found.</summary>
/// <param name="Outcome">The word for it.</param>
/// <param name="Was">The passage as it stood.</param>
/// <param name="Now">What stands in its place, or what speaks of it now; null where nothing does.</param>
/// <param name="Why">What was seen and where, in one sentence.</param>
/// <param name="Parts">What was compared.</param>
/// <param name="Figures">The figures that differ.</param>
public sealed record PageLook(
    LookOutcome Outcome,
    string Was,
    string? Now,
    string Why,
    IReadOnlyList<LookPart> Parts,
    IReadOnlyList<FigureChange> Figures
)
{
    /// <summary>
    /// Where the passage reads differently within what nobody has to be told: its figure, "now 997,120, below 1,000,000", or
    /// other words that are read as the same. Else null.
    /// </summary>
    public string? Within { get; init; }
}
