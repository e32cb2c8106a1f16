using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>A figure as the peer reads it.</summary>
internal sealed record PeerQuantity(double Value, string? Unit);

/// <summary>The peer: Microsoft.Recognizers, with the models that do what ours do.</summary>
internal static class Recognizers
{
    private static readonly DateTime Reference = new(2023, 6, 15, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Numbers, measures, money, percentages: a longer finding swallows the number inside it.</summary>
    public static List<PeerQuantity> Quantities(string text)
    {
        List<ModelResult> found =
        [
            .. NumberWithUnitRecognizer.RecognizeCurrency(text, Culture.English),
            .. NumberWithUnitRecognizer.RecognizeDimension(text, Culture.English),
            .. NumberWithUnitRecognizer.RecognizeTemperature(text, Culture.English),
            .. NumberWithUnitRecognizer.RecognizeAge(text, Culture.English),
            .. NumberRecognizer.RecognizePercentage(text, Culture.English),
            .. NumberRecognizer.RecognizeNumber(text, Culture.English),
        ];
        var kept = new List<ModelResult>();
        foreach (var one in found.OrderByDescending(result => result.End - result.Start))
        {
            if (!kept.Exists(other => one.Start <= other.End && other.Start <= one.End))
                kept.Add(one);
        }

        return [.. kept.OrderBy(one => one.Start).Select(Quantity).OfType<PeerQuantity>()];
    }

    /// <summary>What reading for figures and times costs with the peer: numbers, dimensions, dates.</summary>
    public static void ReadAll(string sentence)
    {
        NumberRecognizer.RecognizeNumber(sentence, Culture.English);
        NumberWithUnitRecognizer.RecognizeDimension(sentence, Culture.English);
        DateTimeRecognizer.RecognizeDateTime(sentence, Culture.English, DateTimeOptions.None, Reference);
    }

    private static PeerQuantity? Quantity(ModelResult result)
    {
        var written = result.Resolution.TryGetValue("value", out var value) ? value?.ToString() : null;
        var unit = result.Resolution.TryGetValue("unit", out var named) ? named?.ToString() : null;
        return UnitNames.Number(written) is { } number
            ? new PeerQuantity(number, result.TypeName == "percentage" ? "%" : UnitNames.Ours(unit))
            : null;
    }
}
