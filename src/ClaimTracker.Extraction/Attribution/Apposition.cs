using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Words between commas that say who a speaker is: "Lena Ortiz, 54, mayor of Vell since 2019, said", "the governor, Mike
/// DeWine, announced".
/// </summary>
internal static class Apposition
{
    private const int LongestInsertion = 32;
    private const int MostCommas = 5;

    /// <summary>
    /// The speaker's name, left of the comma before the verb, and how many words of office stand before it; an end of 0 where
    /// there is none.
    /// </summary>
    public static (int First, int End, int Lead) Across(ReadOnlySpan<char> text, TokenBuffer tokens, int comma)
    {
        var nearest = OpeningComma(text, tokens, comma);
        if (nearest <= 0 || !IsComma(text, tokens, nearest) || tokens[nearest - 1].Shape == TokenShape.Quote)
            return default;
        var start = NounPhrase.StartOf(text, tokens, nearest);
        var office =
            start < nearest && (!tokens[start].IsName || tokens[start].Is(WordClass.Determiner) || !tokens[nearest - 1].IsName);
        // "…, herpetologist David Blackburn,": what he is may stand before the name.
        var calling =
            nearest + 2 < comma
            && tokens[nearest + 1].Shape == TokenShape.Word
            && !tokens[nearest + 1].Is(WordClass.Determiner | WordClass.Relative | WordClass.Preposition);
        if (office && calling && IsFullName(text, tokens, nearest + 2, comma))
            return (nearest + 1, comma, nearest + 1 - start);
        if (office && IsFullName(text, tokens, nearest + 1, comma))
            return (nearest + 1, comma, nearest + 1 - start);
        return Named(text, tokens, nearest) is var named && named.End > 0 ? named : (start, nearest, 0);
    }

    /// <summary>
    /// The nearest comma to the left that a person's name ends at: age and office may stand between commas of their own.
    /// </summary>
    private static (int First, int End, int Lead) Named(ReadOnlySpan<char> text, TokenBuffer tokens, int comma)
    {
        var open = comma;
        for (var commas = 0; commas < MostCommas && open > 0; commas++)
        {
            var start = NounPhrase.StartOf(text, tokens, open);
            if (IsFullName(text, tokens, start, open) && (start == 0 || !tokens[start - 1].IsWord))
                return (start, open, 0);
            var next = OpeningComma(text, tokens, open);
            if (next <= 0 || !SaysWho(text, tokens, next + 1, open))
                return default;
            open = next;
        }

        return default;
    }

    /// <summary>An age, or an office: "54", "a medic from Odran", "mayor of Vell since 2019".</summary>
    private static bool SaysWho(ReadOnlySpan<char> text, TokenBuffer tokens, int first, int end)
    {
        if (end - first == 1 && tokens[first].Shape == TokenShape.Number)
            return true;
        // "Mr Doyle, of Ashford, Kent,".
        if (tokens.WordIs(text, first, "of") || tokens.WordIs(text, first, "from"))
            return tokens[first + 1].IsName;
        if (
            !(
                tokens[first].Is(WordClass.Title | WordClass.Agent | WordClass.Relative | WordClass.Person)
                || tokens.WordIs(text, first, "a")
                || tokens.WordIs(text, first, "an")
                || tokens.WordIs(text, first, "the")
            )
        )
        {
            return false;
        }

        for (var i = first + 1; i < end; i++)
        {
            if (
                tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb)
                && !tokens[i].IsName
                && !tokens[first].Is(WordClass.Relative)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The comma that opens an insertion. One that begins with "who" may hold commas of its own.</summary>
    private static int OpeningComma(ReadOnlySpan<char> text, TokenBuffer tokens, int comma)
    {
        var nearest = 0;
        for (var i = comma - 1; i > 0 && comma - i < LongestInsertion && tokens[i].Shape != TokenShape.Quote; i--)
        {
            if (!IsComma(text, tokens, i))
                continue;
            nearest = nearest == 0 ? i : nearest;
            if (tokens.WordIs(text, i + 1, "who") || tokens.WordIs(text, i + 1, "whose"))
                return i;
        }

        return nearest;
    }

    /// <summary>Two to five words with capitals, titles and nicknames among them.</summary>
    private static bool IsFullName(ReadOnlySpan<char> text, TokenBuffer tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (
                !tokens[i].IsName
                && tokens[i].Shape != TokenShape.Quote
                && !(tokens[i].Shape == TokenShape.Mark && i > first && tokens[i - 1].Is(WordClass.Title))
            )
            {
                return false;
            }

            if (tokens[i].Is(WordClass.TimeWord))
                return false;
        }

        return end - first is >= 2 and <= 7;
    }

    /// <summary>
    /// "According to the foreign minister, Abbas Araghchi.": the name behind an office that stands behind a cue; where there is
    /// none, the office.
    /// </summary>
    public static (int First, int End) NameBehind(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        if (
            end <= start
            || !IsComma(text, tokens, end)
            || tokens[end - 1].IsName
            || !tokens[end - 1].Is(WordClass.Title | WordClass.Agent)
        )
        {
            return (start, end);
        }

        var behind = end + 1;
        while (behind < tokens.Count && tokens[behind].IsName)
            behind++;
        var isOver = behind >= tokens.Count || tokens.MarkAt(text, behind) is ',' or '.' or ';';
        return isOver && IsFullName(text, tokens, end + 1, behind) ? (end + 1, behind) : (start, end);
    }

    /// <summary>A comma, or a dash that stands for one.</summary>
    public static bool IsComma(ReadOnlySpan<char> text, TokenBuffer tokens, int index) =>
        tokens.MarkAt(text, index) is ',' or '–' or '—';
}
