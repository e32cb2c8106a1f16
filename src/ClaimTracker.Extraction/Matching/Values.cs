using System.Globalization;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Figures by what they are worth, so that "14k", "14,000" and "fourteen thousand" meet.</summary>
internal static class Values
{
    // What is written longer is no figure that anybody repeats.
    private const int Longest = 20;

    /// <summary>Adds the value of each figure that is not written so already.</summary>
    public static void Add(string text, List<MatchWord> words)
    {
        var figures = new List<Quantity>();
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), figures);
        foreach (var figure in figures)
        {
            if (figure.Value is not { } value)
                continue;
            var written = value.ToString("0.######", CultureInfo.InvariantCulture);
            if (written.Length <= Longest && !words.Exists(word => word.Plain == written))
                words.Add(new MatchWord(written, written, false, false));
        }
    }
}
