using System.Globalization;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A figure in the smallest measure of its kind, so that 2 tonnes and 2,000 kilograms are one.</summary>
internal static class Measure
{
    private static readonly Dictionary<string, (string Kind, double Times)> Units = new()
    {
        ["mm"] = ("length", 0.001),
        ["cm"] = ("length", 0.01),
        ["m"] = ("length", 1),
        ["km"] = ("length", 1000),
        ["inch"] = ("length-imperial", 1),
        ["foot"] = ("length-imperial", 12),
        ["yard"] = ("length-imperial", 36),
        ["mile"] = ("length-imperial", 63360),
        ["mg"] = ("weight", 0.001),
        ["g"] = ("weight", 1),
        ["kg"] = ("weight", 1000),
        ["tonne"] = ("weight", 1_000_000),
        ["kilotonne"] = ("weight", 1e9),
        ["megatonne"] = ("weight", 1e12),
        ["ml"] = ("volume", 0.001),
        ["cl"] = ("volume", 0.01),
        ["litre"] = ("volume", 1),
        ["m²"] = ("area", 1),
        ["hectare"] = ("area", 10_000),
        ["km²"] = ("area", 1_000_000),
        ["W"] = ("power", 1),
        ["kW"] = ("power", 1000),
        ["MW"] = ("power", 1e6),
        ["GW"] = ("power", 1e9),
        ["kWh"] = ("energy", 1),
        ["MWh"] = ("energy", 1000),
        ["GWh"] = ("energy", 1e6),
        ["TWh"] = ("energy", 1e9),
        ["second"] = ("time", 1),
        ["minute"] = ("time", 60),
        ["hour"] = ("time", 3600),
        ["day"] = ("time", 86_400),
        ["week"] = ("time", 604_800),
        ["fortnight"] = ("time", 1_209_600),
        ["month"] = ("months", 1),
        ["year"] = ("months", 12),
        ["decade"] = ("months", 120),
        ["century"] = ("months", 1200),
        ["%"] = ("share", 0.01),
        ["basis-point"] = ("points", 0.01),
        ["percentage-point"] = ("points", 1),
        ["GBX"] = ("GBP", 0.01),
    };

    /// <summary>True for the name of a measure.</summary>
    public static bool Knows(string unit) => Units.ContainsKey(unit);

    /// <summary>True for the name of a length of time.</summary>
    public static bool IsTime(string unit) => Units.TryGetValue(unit, out var of) && (of.Kind is "time" or "months");

    /// <summary>So many of a measure, as keys have it.</summary>
    public static string Of(string unit, double many) => $"{Text(many * Units[unit].Times)} {Units[unit].Kind}";

    /// <summary>The key of a figure; figures with one key agree in value, bounds and measure.</summary>
    public static string Key(Quantity figure)
    {
        var (kind, times) = figure.Unit is null
            ? (IsShare(figure) ? "share" : "", 1)
            : Units.GetValueOrDefault(figure.Unit, (figure.Unit, 1));
        var bounds =
            figure.Comparator == Comparator.Range
                ? $"{Text(figure.Low * times)}-{Text(figure.High * times)}"
                : Text(figure.Value * times);
        var per = figure.Per is { } of ? "per " + Senses.Of(of.ToLowerInvariant(), false) + ' ' : "";
        return $"#{figure.Comparator} {bounds} {per}{kind}";
    }

    // "Half of the voters", "three-quarters of doctors" are what per cent say.
    private static bool IsShare(Quantity figure) => figure.Value is > 0 and < 1;

    private static string Text(double? value) => value is null ? "?" : value.Value.ToString("G9", CultureInfo.InvariantCulture);
}
