using System.Globalization;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Watches;

/// <summary>What has to become of a watched figure before anybody is told.</summary>
public enum ConditionKind
{
    /// <summary>Any change.</summary>
    Any,

    /// <summary>A change of so many per cent of the figure as it was published.</summary>
    Percent,

    /// <summary>It reaches a limit that lies above it.</summary>
    Passes,

    /// <summary>It falls to a limit that lies below it.</summary>
    FallsBelow,
}

/// <summary>A condition on the one figure of a passage, measured against the figure as it was quoted and published.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Limit">The per cent, or the limit; null for any change.</param>
public sealed record FigureCondition(ConditionKind Kind, double? Limit)
{
    // "About 1,000" may be as much off.
    private const double About = 0.05;
    private const double Hair = 1e-9;

    // What has changed by more than half of itself is another figure, whatever a desk cares to be told.
    private const double MostPercent = 50;

    /// <summary>Why the condition cannot be watched for with this passage; null where it can.</summary>
    public string? Refuse(string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        if (RefuseLimit() is { } refusal)
            return refusal;
        if (Limit is not { } limit)
            return null;
        var figures = PassageSubject.FiguresOf(quote);
        if (figures is not [var (published, text)])
            return $"A condition watches one figure, and {(figures.Count == 0 ? "the passage has none" : $"the passage has {figures.Count}: {string.Join("; ", figures.Select(figure => $"“{figure.Text}”"))}. Quote the one that is watched, with as few words as tell it")}.";
        if (published.Value is not { } value)
            return $"“{text}” names no number that could be measured.";
        return Kind switch
        {
            ConditionKind.Percent => value == 0 ? "A share of nothing cannot be measured: the published figure is 0." : null,
            ConditionKind.Passes => IsBelow(published, limit)
                ? null
                : $"“{text}” is not below {Number(limit)}, so that it cannot come to pass it.",
            ConditionKind.FallsBelow => IsAbove(published, limit)
                ? null
                : $"“{text}” is not above {Number(limit)}, so that it cannot fall below it.",
            _ => throw new ArgumentOutOfRangeException(nameof(quote), Kind, null),
        };
    }

    /// <summary>Why there is no such condition, whatever passage it is for; null where there is.</summary>
    public string? RefuseLimit() =>
        Kind == ConditionKind.Any
            ? Limit is null
                ? null
                : "Any change has no limit; leave it empty, or choose what it limits."
            : Limit is not { } limit || !double.IsFinite(limit)
                ? "Give the limit as a number, for instance 5 for per cent, or 1000000."
                : Kind == ConditionKind.Percent && (limit <= 0 || limit > MostPercent)
                    ? $"Give the per cent as a number above 0, at most {Number(MostPercent)}: what has changed by more is another figure."
                    : null;

    /// <summary>
    /// What is said where the figure as it reads now is surely within what nobody has to be told; null where it is not, or not
    /// surely.
    /// </summary>
    internal string? Within(Quantity published, Quantity now)
    {
        if (Limit is not { } limit || now.Value is not { } value || !IsSameThing(published, now))
            return null;
        return Kind switch
        {
            ConditionKind.Percent => Difference(published, now) is { } per && per < limit - Hair
                ? $"now {Number(value)}, {per.ToString("0.##", CultureInfo.InvariantCulture)} % from the published {Number(published.Value!.Value)}, under {Number(limit)} %"
                : null,
            ConditionKind.Passes => IsBelow(now, limit) ? $"now {Number(value)}, below {Number(limit)}" : null,
            ConditionKind.FallsBelow => IsAbove(now, limit) ? $"now {Number(value)}, above {Number(limit)}" : null,
            _ => null,
        };
    }

    // The greatest difference of their ends, in per cent. Of what is open to one side only the same opening can be measured.
    private static double? Difference(Quantity was, Quantity now)
    {
        if (was.Value is not { } before || now.Value is not { } after)
            return null;
        if (was.Comparator == Comparator.Range || now.Comparator == Comparator.Range)
        {
            if (Bounds(was) is not ({ } low, { } high) || Bounds(now) is not ({ } nowLow, { } nowHigh) || low == 0 || high == 0)
                return null;
            return Math.Max(Percent(low, nowLow), Percent(high, nowHigh));
        }

        var isOpen = IsOpen(was.Comparator) || IsOpen(now.Comparator);
        return isOpen && was.Comparator != now.Comparator ? null : Percent(before, after);
    }

    private static double Percent(double was, double now) => Math.Abs(now - was) / Math.Abs(was) * 100;

    private static bool IsOpen(Comparator comparator) =>
        comparator is Comparator.Gt or Comparator.Gte or Comparator.Lt or Comparator.Lte;

    private static bool IsBelow(Quantity figure, double limit) =>
        Bounds(figure).High is { } high && (high < limit || (high == limit && figure.Comparator == Comparator.Lt));

    private static bool IsAbove(Quantity figure, double limit) =>
        Bounds(figure).Low is { } low && (low > limit || (low == limit && figure.Comparator == Comparator.Gt));

    private static (double? Low, double? High) Bounds(Quantity figure) =>
        (figure.Comparator, figure.Value) switch
        {
            (_, null) => (null, null),
            (Comparator.Eq, { } value) => (value, value),
            (Comparator.Approx, { } value) => (value - Math.Abs(value * About), value + Math.Abs(value * About)),
            (Comparator.Gt or Comparator.Gte, { } value) => (value, null),
            (Comparator.Lt or Comparator.Lte, { } value) => (null, value),
            (Comparator.Range, _) => (figure.Low, figure.High),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Comparator, null),
        };

    private static bool IsSameThing(Quantity one, Quantity other) =>
        (one.Unit, one.Per, one.Change) == (other.Unit, other.Per, other.Change)
        && string.Equals(one.Counted, other.Counted, StringComparison.OrdinalIgnoreCase);

    /// <summary>A number as people read it: "1,000,000", "4.2".</summary>
    public static string Number(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);
}
