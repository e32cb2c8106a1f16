using System.Text.RegularExpressions;

namespace ClaimTracker.Web.Data;

/// <summary>Turns what a reader types into a query that no input can break.</summary>
internal static partial class SearchWords
{
    private const int Most = 12;

    /// <summary>Every word must occur, the last one at least as a beginning; operators typed by the reader are words like others.</summary>
    public static string ForFts5(string typed) => Query(typed, '"', " ", "*");

    /// <summary>The same for <c>to_tsquery</c>.</summary>
    public static string ForTsQuery(string typed) => Query(typed, '\'', " & ", ":*");

    /// <summary>True where there is anything to search for.</summary>
    public static bool HasAny(string? typed) => typed is not null && Word().IsMatch(typed);

    private static string Query(string typed, char quote, string and, string beginning)
    {
        var words = Word().Matches(typed).Take(Most).Select(match => $"{quote}{match.Value}{quote}").ToList();
        return words.Count == 0 ? "" : string.Join(and, words) + beginning;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
