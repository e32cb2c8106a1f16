using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A word that tells a claim from others, for a full text that knows words only as they are written.</summary>
/// <param name="Forms">The word in lower case, other forms of it, and what else is said for it; some may be no words at
/// all.</param>
public sealed partial record TellingWord(IReadOnlyList<string> Forms)
{
    private const int Shortest = 3;

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    /// <summary>
    /// The words of a claim that tell most: names first, then long ones. Figures are left out, since other figures are looked for
    /// too.
    /// </summary>
    /// <param name="wording">The claim.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<TellingWord> Of(string wording, int most)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return
        [
            .. Letters()
                .Matches(wording)
                .Select(match => (Word: Read(match.Value), match.Value, match.Index))
                .Where(found => found.Word is { Stop: false })
                .OrderByDescending(found => found.Index > 0 && found.Word!.Value.Capital)
                .ThenByDescending(found => found.Value.Length)
                .DistinctBy(found => found.Word!.Value.Stem)
                .Take(most)
                .Select(found => new TellingWord([
                    .. Inflected(found.Value.ToLowerInvariant()).Concat(Variants.Group(found.Word!.Value.Stem)).Distinct(),
                ])),
        ];
    }

    private static MatchWord? Read(string word)
    {
        var words = new List<MatchWord>();
        WordReader.Read(word, words);
        return words is [var read] ? read : null;
    }

    private static IEnumerable<string> Inflected(string word)
    {
        var ending = Array.Find(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal)) ?? "";
        var stem = word.Length - ending.Length < Shortest ? word : word[..^ending.Length];
        return [word, stem, .. Endings.Select(other => stem + other)];
    }

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Letters();
}
