namespace ClaimTracker.Domain;

/// <summary>A figure in a claim, as it was read.</summary>
/// <param name="Text">The words of the text.</param>
/// <param name="Value">Plain number; null where only bounds are known.</param>
/// <param name="Low">Least it can be.</param>
/// <param name="High">Most it can be.</param>
/// <param name="Comparator">eq, approx, gt, gte, lt, lte or range.</param>
/// <param name="Unit">A measure, e.g. <c>%</c>; null for a count.</param>
/// <param name="Counted">What is counted.</param>
public sealed record ClaimFigure(
    string Text,
    double? Value,
    double? Low,
    double? High,
    string Comparator,
    string? Unit,
    string? Counted
);

/// <summary>A time in a claim, resolved against the article's date.</summary>
/// <param name="Text">The words of the text.</param>
/// <param name="From">First instant, local to the article.</param>
/// <param name="To">End, exclusive; null where open-ended.</param>
public sealed record ClaimTime(string Text, DateTime? From, DateTime? To)
{
    /// <summary>
    /// The day after the last day that is meant, in UTC: what was said of that time can be seen by then. Null where none is.
    /// </summary>
    public DateTime? Over =>
        (To is { } end && end > DateTime.MinValue ? end.AddTicks(-1) : From) is { Year: < 9_999 } last
            ? DateTime.SpecifyKind(last.Date.AddDays(1), DateTimeKind.Utc)
            : null;
}

/// <summary>What was read out of the sentence that a claim stands in.</summary>
public sealed record ClaimDetails
{
    public IReadOnlyList<ClaimFigure> Figures { get; init; } = [];

    public IReadOnlyList<ClaimTime> Times { get; init; } = [];

    public string? Place { get; init; }

    /// <summary>Who the article puts the statement down to; null where it speaks for itself.</summary>
    public string? AttributedTo { get; init; }

    public string? Cue { get; init; }

    public bool Quoted { get; init; }

    public bool Negated { get; init; }

    public IReadOnlyList<string> Hedges { get; init; } = [];

    /// <summary>
    /// What the wording leaves open for whoever reads it alone, as it was read: who, what, where, when, of what. Empty where
    /// nothing is known to be missing, and once a person has worded the claim.
    /// </summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Why it was held check-worthy, in words.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
