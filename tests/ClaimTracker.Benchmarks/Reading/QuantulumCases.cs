using System.Text.Json;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>Quantities in running text, most of it science: values, then values with units, beside the peer.</summary>
internal static class QuantulumCases
{
    public static void Print()
    {
        using var cases = JsonDocument.Parse(
            File.ReadAllText(SharedData.Path("quantulum3-tests", "quantulum3", "_lang", "en_US", "tests", "quantities.json"))
        );
        var (values, units, peerValues, peerUnits) = (new Tally(), new Tally(), new Tally(), new Tally());
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            var text = one.GetProperty("req").GetString()!;
            var wanted = one.GetProperty("res")
                .EnumerateArray()
                .Select(item => new PeerQuantity(
                    item.GetProperty("value").GetDouble(),
                    UnitNames.Ours(item.GetProperty("unit").GetString())
                ))
                .ToList();
            var ours = UnitNames.All(text);
            var theirs = Recognizers.Quantities(text);
            values.Compare(wanted, ours, SameValue);
            units.Compare(wanted, ours, (left, right) => SameValue(left, right) && left.Unit == right.Unit);
            peerValues.Compare(wanted, theirs, (left, right) => UnitNames.Near(left.Value, right.Value));
            peerUnits.Compare(
                wanted,
                theirs,
                (left, right) => UnitNames.Near(left.Value, right.Value) && left.Unit == right.Unit
            );
        }

        Table.Row("quantities, quantulum3 cases: value", values.ToString(), "0.93 on news", $"Recognizers {peerValues}");
        Table.Row("quantities, quantulum3 cases: value and unit", units.ToString(), "0.87 on news", $"Recognizers {peerUnits}");
    }

    private static bool SameValue(PeerQuantity wanted, Quantity ours) =>
        UnitNames.Near(wanted.Value, ours.Value ?? (ours.Low + ours.High) / 2);
}
