using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>"Turnout was 61% in Leeds and 48% in Hull": a second figure that is said of another place or group.</summary>
internal static class SecondFigure
{
    private const int LongestCounted = 3;

    /// <summary>
    /// The tokens that the second figure takes the place of, and those of what the first one counts; an end of 0 where
    /// <paramref name="and"/> joins no such figure to one before.
    /// </summary>
    public static (int First, int CountedFirst, int End) Before(SentenceView sentence, int and)
    {
        if (
            and + 3 >= sentence.Tokens.Count
            || !(sentence.WordIs(and, "and") || sentence.WordIs(and, "but"))
            || sentence.Tokens[and].InQuote
            || sentence.Cue.Weight > 0
            || sentence.Tokens[sentence.Opening].Is(WordClass.Pronoun)
            || sentence.Quantities is not [var one, var other]
        )
        {
            return default;
        }

        var (first, end) = sentence.TokensOf(one.Span);
        var (second, secondEnd) = sentence.TokensOf(other.Span);
        if (second != and + 1 || !(other.Unit is null || one.Unit == other.Unit) || first <= sentence.Opening)
            return default;
        var tie = Tie(sentence, secondEnd);
        var host = Tie(sentence, end);
        return
            tie > 0
            && host > 0
            && host < and
            && IsSame(sentence, tie, host)
            && NothingElse(sentence, host + 1, and)
            && NothingElse(sentence, tie + 1, sentence.Tokens.Count)
            && IsTimeless(sentence)
            ? (first, BehindNumber(sentence, first, end), host)
            : default;
    }

    // "in", "for", "among", with no more than what is counted before it.
    private static int Tie(SentenceView sentence, int from)
    {
        for (var i = from; i < Math.Min(sentence.Tokens.Count - 1, from + LongestCounted); i++)
        {
            if (sentence.WordIs(i, "in") || sentence.WordIs(i, "for") || sentence.WordIs(i, "among"))
                return i;
            if (sentence.Tokens[i].Shape != TokenShape.Word)
                return 0;
        }

        return 0;
    }

    // What a figure counts stands behind its number.
    private static int BehindNumber(SentenceView sentence, int first, int end)
    {
        var behind = first;
        for (var i = first; i < end; i++)
        {
            if (sentence.Tokens[i].Shape == TokenShape.Number || sentence.Tokens[i].Is(WordClass.NumberWord))
                behind = i + 1;
        }

        return behind;
    }

    private static bool IsSame(SentenceView sentence, int one, int other) =>
        sentence
            .Text.AsSpan(sentence.Tokens[one].Start, sentence.Tokens[one].End - sentence.Tokens[one].Start)
            .Equals(
                sentence.Text.AsSpan(sentence.Tokens[other].Start, sentence.Tokens[other].End - sentence.Tokens[other].Start),
                StringComparison.OrdinalIgnoreCase
            );

    private static bool NothingElse(SentenceView sentence, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (!token.IsWord && !(i == sentence.Tokens.Count - 1 && sentence.Tokens.MarkAt(sentence.Text, i) == '.'))
                return false;
            if (token.Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Relative | WordClass.Conjunction) && !token.IsName)
                return false;
        }

        return end > from;
    }

    // A time may be of one half or of both.
    private static bool IsTimeless(SentenceView sentence) => sentence.Times.Count == 0;
}
