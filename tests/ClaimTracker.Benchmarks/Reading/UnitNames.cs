using System.Globalization;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// Names of units from other systems, in our own spelling: whatever our scanner makes of "5 square kilometres".
/// </summary>
internal static class UnitNames
{
    private static readonly Dictionary<string, string?> Known = new()
    {
        ["dimensionless"] = null,
        ["percentage"] = "%",
        ["C"] = "°C",
        ["F"] = "°F",
        [""] = null,
    };

    public static string? Ours(string? name)
    {
        if (name is null)
            return null;
        if (Known.TryGetValue(name, out var unit))
            return unit;
        return Known[name] = Read(name) ?? Read(name.ToLowerInvariant()) ?? name;
    }

    private static string? Read(string name) =>
        All($"5 {name}s").FirstOrDefault()?.Unit ?? All($"5 {name}").FirstOrDefault()?.Unit;

    public static List<Quantity> All(string text)
    {
        var found = new List<Quantity>();
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), found);
        return found;
    }

    public static bool Near(double wanted, double? ours) =>
        ours is { } value && Math.Abs(wanted - value) <= 1e-6 * Math.Max(1e-9, Math.Abs(wanted));

    public static double? Number(string? written) =>
        double.TryParse(written?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
