using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// The number at the head of a heading or paragraph, "3. Losses", "(c) Losses", "Section 3: Losses", "3.2 Losses". It counts what
/// stands there and says nothing, as long as it only shifts because something was put in or taken out.
/// </summary>
/// <param name="Number">"3", "c", "3.2".</param>
/// <param name="Rest">What it stands before, as statements are compared.</param>
internal readonly partial record struct Numbering(string Number, string Rest)
{
    /// <summary>
    /// The number and the rest; null where it has none. A count of things, "3 ships", is no number of a heading.
    /// </summary>
    public static Numbering? Of(string text)
    {
        var match = Head().Match(text);
        if (!match.Success)
            return null;
        var rest = PageStatement.KeyOf(PlainWords.Of(text[match.Length..]));
        return rest.Length == 0 ? null : new Numbering(match.Groups["number"].Value.ToLowerInvariant(), rest);
    }

    [GeneratedRegex(
        """
            ^\s*(?:
              (?:section|chapter|part|annex|appendix|table|figure|step|point|question|item|no\.|nr\.|§)\s*(?<number>\d{1,3}(?:\.\d{1,3}){0,3}|[ivxlc]{1,6}|[a-z])(?:\s*[.):–—-])?\s+
            | \(\s?(?<number>\d{1,3}|[ivxlc]{1,6}|[a-z])\s?\)\s+
            | (?<number>\d{1,3}(?:\.\d{1,3}){0,3}|[ivxlc]{1,6}|[a-z])\s?[.)]\s+
            | (?<number>\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\p{Lu})
            )(?!(?:million|billion|thousand|per\s?cent|%))
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Head();
}
