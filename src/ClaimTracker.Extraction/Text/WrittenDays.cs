using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimTracker.Extraction.Text;

/// <summary>
/// Days that a text writes out, in the ways that leave no doubt: "17 March 2023", "March 17th, 2023", "17.03.2023", "2023-03-17",
/// "17 March".
/// </summary>
internal static partial class WrittenDays
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary>The days in their order, in one form: "@2023-03-17", without a year "@--03-17".</summary>
    public static List<(TextSpan Span, string Form)> Of(string text)
    {
        List<(TextSpan, string)> found = [];
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return found;
        foreach (Match match in Day().Matches(text))
        {
            var month = match.Groups["name"] is { Success: true } name
                ? Array.IndexOf(Months, name.Value.ToLowerInvariant()) + 1
                : Number(match.Groups["month"].Value);
            var (day, year) = (Number(match.Groups["day"].Value), match.Groups["year"].Value);
            if (month is < 1 or > 12 || day is < 1 or > 31)
                continue;
            found.Add(
                (
                    new TextSpan(match.Index, match.Index + match.Length),
                    string.Create(CultureInfo.InvariantCulture, $"@{(year.Length == 0 ? "-" : year)}-{month:00}-{day:00}")
                )
            );
        }

        return found;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
            (?<![\w.,])(?:
              (?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?(?:,?[\s-]+(?<year>(?:19|20)\d\d)\b)?
            | (?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:million|billion|thousand|%|percent))(?:,?\s+(?<year>(?:19|20)\d\d)\b)?
            | (?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?![\w])
            | (?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>(?:19|20)\d\d)(?!\w)
            | (?<day>(?:1[3-9]|2\d|3[01]))/(?<month>\d{1,2})/(?<year>(?:19|20)\d\d)(?!\w)
            | (?<month>\d{1,2})/(?<day>(?:1[3-9]|2\d|3[01]))/(?<year>(?:19|20)\d\d)(?!\w)
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Day();
}
