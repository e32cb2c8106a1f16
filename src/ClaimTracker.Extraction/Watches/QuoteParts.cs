using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// The parts of a quote between its omissions and insertions: "launched 270 drones […] overnight", "[Mr] Orban said".
/// </summary>
internal static partial class QuoteParts
{
    /// <summary>The parts in their order; the quote itself where it leaves nothing out.</summary>
    public static IReadOnlyList<string> Of(string quote) =>
        [.. Omission().Split(quote).Where(part => part.Any(char.IsLetterOrDigit))];

    [GeneratedRegex(@"\[[^\]\n]{0,120}\]|\((?:…|\.\s?\.\s?\.)\)|…|\.\s?\.\s?\.+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Omission();
}
