using System.Globalization;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A time as it is compared: by its bounds where they are known, else by its words.</summary>
internal static class Moment
{
    private static readonly WordSet Padding = new("the of on in at during a an");

    /// <summary>The key of a time; a time of which the day is not known never has the key of one of which it is.</summary>
    public static string Key(string text, TimeReference time)
    {
        if (time.From is { } from)
            return string.Create(CultureInfo.InvariantCulture, $"@{from:s}/{time.To:s}");
        var words = new List<MatchWord>();
        WordReader.Read(Joined(time.Span.Of(text)), words);
        var keys = words.Where(word => !Padding.Has(word.Plain)).Select(word => Ordinal(Senses.Of(word.Plain, false)));
        return "@" + string.Join(' ', keys.Order(StringComparer.Ordinal));
    }

    // "10 a.m." is "10am".
    private static string Joined(string time) =>
        time.Replace(" a.m.", "am", StringComparison.OrdinalIgnoreCase)
            .Replace(" p.m.", "pm", StringComparison.OrdinalIgnoreCase)
            .Replace(" am", "am", StringComparison.OrdinalIgnoreCase)
            .Replace(" pm", "pm", StringComparison.OrdinalIgnoreCase);

    private static string Ordinal(string word) => char.IsDigit(word[0]) ? word.TrimEnd('s', 't', 'n', 'd', 'r', 'h') : word;
}
