using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Data;

/// <summary>Turns what a reader types into a query that no input can break.</summary>
internal static partial class SearchWords
{
    private const int Most = 12;

    // A letter that stands in hardly any text, before the number of a span (claim_search.sql).
    private const char Span = 'ꙮ';

    /// <summary>
    /// Every word must occur, the last one at least as a beginning; operators typed by the reader are words like others.
    /// </summary>
    public static string ForFts5(string typed) => Query(typed, '"', " ", "*");

    /// <summary>The same among the claims from one number to before another, at most a few spans apart.</summary>
    public static string ForFts5(string typed, long from, long before)
    {
        // One word is read along its own list, as far as it goes; lists of several are aligned from their ends on, however far
        // beyond the numbers that is.
        if (Word().Count(typed) < 2)
            return ForFts5(typed);
        List<string> spans = [];
        for (var span = from / ClaimSearch.Span; span <= (before - 1) / ClaimSearch.Span; span++)
            spans.Add($"\"{Span}{span}\"");
        return $"({ForFts5(typed)}) AND ({string.Join(" OR ", spans)})";
    }

    /// <summary>The same for <c>to_tsquery</c>.</summary>
    public static string ForTsQuery(string typed) => Query(typed, '\'', " & ", ":*");

    /// <summary>Every word must occur, in any of its forms.</summary>
    public static string ForFts5(IReadOnlyList<TellingWord> words) => All(words, '"', " OR ", " AND ");

    /// <summary>The same for <c>to_tsquery</c>.</summary>
    public static string ForTsQuery(IReadOnlyList<TellingWord> words) => All(words, '\'', " | ", " & ");

    /// <summary>True where there is anything to search for.</summary>
    public static bool HasAny(string? typed) => typed is not null && Word().IsMatch(typed);

    private static string Query(string typed, char quote, string and, string beginning)
    {
        var words = Word().Matches(typed).Take(Most).Select(match => $"{quote}{match.Value}{quote}").ToList();
        return words.Count == 0 ? "" : string.Join(and, words) + beginning;
    }

    // Forms are letters alone, so that no quote stands in them.
    private static string All(IReadOnlyList<TellingWord> words, char quote, string or, string and) =>
        string.Join(and, words.Select(word => $"({string.Join(or, word.Forms.Select(form => $"{quote}{form}{quote}"))})"));

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Word();
}
