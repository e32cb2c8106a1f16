using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Whether a wording tells a time that only its story gives: "overnight", "two days later", "at the time".</summary>
internal static class OpenTimes
{
    private static readonly string[] Told =
    [
        "later",
        "earlier",
        "before",
        "after",
        "next",
        "following",
        "last",
        "day",
        "night",
        "ago",
    ];

    /// <summary>
    /// True where it does: a night keeps its word, and what is told from another time is not known unless that is.
    /// </summary>
    public static bool Any(string wording, TokenBuffer tokens, string text, IReadOnlyList<TimeReference> times)
    {
        foreach (var time in times)
        {
            var isNight =
                time is { Basis: TimeBasis.Published, From: { Hour: >= 17 } from, To: { } to }
                && to.Date > from.Date
                && to.Hour > 0;
            if (
                (isNight && AbsoluteTime.Of(text, time) is null)
                || (time.From is null && time.To is null && IsTold(time.Span.Of(text)))
            )
            {
                return true;
            }
        }

        var opens = tokens.WordIs(wording, 0, "at") && tokens.WordIs(wording, 1, "the") && tokens.WordIs(wording, 2, "time");
        var ends = tokens.WordIs(wording, tokens.Count - 3, "at") && tokens.WordIs(wording, tokens.Count - 1, "time");
        return opens || ends || IsAfterEvent(wording, tokens);
    }

    /// <summary>True where a year of four figures stands in it.</summary>
    public static bool HasYear(string wording, TokenBuffer tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (
                tokens[i].Shape == TokenShape.Number
                && tokens[i].End - tokens[i].Start == 4
                && !wording.AsSpan(tokens[i].Start, 4).ContainsAnyExceptInRange('0', '9')
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTold(string words) =>
        Array.Exists(Told, word => words.Contains(word, StringComparison.OrdinalIgnoreCase))
        || words.StartsWith("that ", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("this ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"two days later", "two days after the vote".</summary>
    private static bool IsAfterEvent(string wording, TokenBuffer tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            var told =
                tokens.WordIs(wording, i + 1, "later")
                || tokens.WordIs(wording, i + 1, "earlier")
                || (tokens.WordIs(wording, i + 1, "after") && tokens.WordIs(wording, i + 2, "the"));
            if (told && tokens[i].Is(WordClass.TimeWord) && !HasYear(wording, tokens))
                return true;
        }

        return false;
    }
}
