using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Measures of one kind, metric and not, brought to one of them: what a page gives in brackets behind a figure.
/// </summary>
internal static class Conversions
{
    private static readonly FrozenDictionary<string, (double Factor, string Kind)> Units = new Dictionary<
        string,
        (double, string)
    >
    {
        ["mm"] = (0.001, "length"),
        ["cm"] = (0.01, "length"),
        ["m"] = (1, "length"),
        ["km"] = (1000, "length"),
        ["inch"] = (0.0254, "length"),
        ["foot"] = (0.3048, "length"),
        ["yard"] = (0.9144, "length"),
        ["mile"] = (1609.344, "length"),
        ["g"] = (0.001, "weight"),
        ["kg"] = (1, "weight"),
        ["tonne"] = (1000, "weight"),
        ["oz"] = (0.02835, "weight"),
        ["lb"] = (0.4536, "weight"),
        ["m²"] = (1, "area"),
        ["hectare"] = (10_000, "area"),
        ["km²"] = (1_000_000, "area"),
        ["acre"] = (4046.86, "area"),
        ["square-foot"] = (0.0929, "area"),
        ["square-mile"] = (2_589_988, "area"),
        ["km/h"] = (1, "speed"),
        ["mph"] = (1.609, "speed"),
        ["knot"] = (1.852, "speed"),
        ["°C"] = (1, "temperature"),
    }.ToFrozenDictionary();

    /// <summary>The value in the measure that its kind is brought to; null for a measure that is not known.</summary>
    public static (double Value, string Kind)? InBase(double value, string unit) =>
        unit == "°F" ? ((value - 32) / 1.8, "temperature")
        : Units.TryGetValue(unit, out var of) ? (value * of.Factor, of.Kind)
        : null;
}
