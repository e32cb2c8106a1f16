using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimTracker.Extraction.Text;

/// <summary>Times of the day that a text writes out: "5pm", "5.30 p.m.", "17:30".</summary>
internal static partial class WrittenTimes
{
    /// <summary>The times in their order, in one form: "#17:30".</summary>
    public static List<(TextSpan Span, string Form)> Of(string text)
    {
        List<(TextSpan, string)> found = [];
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return found;
        foreach (Match match in Time().Matches(text))
        {
            var (hour, minute) = (
                Number(match.Groups["hour"].Value),
                match.Groups["minute"] is { Success: true } read ? Number(read.Value) : 0
            );
            if (match.Groups["half"] is { Success: true } half)
            {
                if (hour is 0 or > 12)
                    continue;
                hour = (hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
            }

            found.Add(
                (
                    new TextSpan(match.Index, match.Index + match.Length),
                    string.Create(CultureInfo.InvariantCulture, $"#{hour}:{minute:00}")
                )
            );
        }

        return found;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // A score of "3:1" has no two digits behind the colon, a time of "2:05:13" has more.
    [GeneratedRegex(
        """
            (?<![\w.,:])(?:
              (?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))?\s?(?<half>[ap]\.m\b\.?|[ap]m\b)
            | (?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:]|\.\d)
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Time();
}
