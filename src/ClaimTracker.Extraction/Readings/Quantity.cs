using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Readings;

/// <summary>How a figure relates to the value that the text names.</summary>
public enum Comparator
{
    /// <summary>Exactly the value: "270 drones".</summary>
    Eq,

    /// <summary>About the value: "some 300".</summary>
    Approx,

    /// <summary>More than the value: "more than a million".</summary>
    Gt,

    /// <summary>The value or more: "at least 19".</summary>
    Gte,

    /// <summary>Less than the value: "fewer than 40".</summary>
    Lt,

    /// <summary>The value or less: "up to 20".</summary>
    Lte,

    /// <summary>Between two values: "from 15,000 to 20,000".</summary>
    Range,
}

/// <summary>Where a thing moved between two times.</summary>
public enum Direction
{
    /// <summary>"rose by 3 %", "a 3 % increase".</summary>
    Up,

    /// <summary>"fell to 12", "down $1.12".</summary>
    Down,
}

/// <summary>A figure that a text states.</summary>
/// <param name="Span">Where it stands, comparator and counted noun included.</param>
/// <param name="Value">The figure as a plain number ("3.6m" is 3,600,000, "one in six" 0.1667); of a range the middle; of an open
/// number ("dozens", "hundreds of thousands") what the word stands for (12, 100,000), with <see cref="Comparator.Gt"/>.</param>
/// <param name="Low">The least it can be: of a range, of "more than" and "at least"; null where the text sets no bound.</param>
/// <param name="High">The most it can be: of a range, of "less than" and "up to"; null where the text sets no bound.</param>
/// <param name="Comparator">How the figure relates to <paramref name="Value"/>.</param>
/// <param name="Unit">A measure: "%", "USD", "km", "percentage-point"; null for a count.</param>
/// <param name="Counted">What is counted, as the text writes it: "people", "self-propelled howitzers"; what became of them where
/// no noun stands ("12 dead"); what a share or a measure is of ("40 % of voters"); null where nothing is named. In a list the
/// bare numbers share the noun of the last.</param>
public sealed record Quantity(
    TextSpan Span,
    double? Value,
    double? Low,
    double? High,
    Comparator Comparator,
    string? Unit,
    string? Counted
)
{
    /// <summary>What it is a rate of, one noun as the text writes it: "barrel" of "$70 a barrel", "day" of "500 shells per day".
    /// Null where nothing is said, and of units with a name of their own ("km/h").</summary>
    public string? Per { get; init; }

    /// <summary>
    /// Where the thing itself moved between two times; null where it did not, as where two things are compared.
    /// </summary>
    public Direction? Change { get; init; }
}
