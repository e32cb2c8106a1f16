using System.Text.Json;
using ClaimTracker.Benchmarks.Support;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// Recognizers' own specs: of each group the share of figures whose value, and whose unit where the group has units, we
/// read too. The specs hold telephone numbers, version numbers and the like, which we leave out on purpose.
/// </summary>
internal static class NumberSpecs
{
    private static readonly (string Group, string File)[] Files =
    [
        ("Number", "NumberModel"),
        ("Number", "PercentModel"),
        ("NumberWithUnit", "CurrencyModel"),
        ("NumberWithUnit", "DimensionModel"),
        ("NumberWithUnit", "AgeModel"),
        ("NumberWithUnit", "TemperatureModel"),
    ];

    public static void Print()
    {
        foreach (var (group, file) in Files)
        {
            var (values, units) = (new Tally(), new Tally());
            foreach (var one in Specs.Read(group, file))
            {
                var wanted = one.GetProperty("Results")
                    .EnumerateArray()
                    .Select(result => Wanted(result, file))
                    .OfType<PeerQuantity>()
                    .ToList();
                var ours = UnitNames.All(one.Text("Input")!);
                values.Compare(wanted, ours, (left, right) => UnitNames.Near(left.Value, right.Value));
                units.Compare(wanted, ours, (left, right) => UnitNames.Near(left.Value, right.Value) && left.Unit == right.Unit);
            }

            var withUnit = file == "NumberModel" ? "" : $", {units.Hits} with unit";
            Table.Row($"Recognizers specs, {file}", $"{values.Hits} of {values.Wanted} values{withUnit}");
        }
    }

    private static PeerQuantity? Wanted(JsonElement result, string file) =>
        UnitNames.Number(result.Text("Resolution", "value")) is { } value
            ? new PeerQuantity(value, file == "PercentModel" ? "%" : UnitNames.Ours(result.Text("Resolution", "unit")))
            : null;
}
