using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>A name in quotation marks that is part of a speaker's: "Bob “Rocket” Hanley", "a man known as “Lefty”".</summary>
internal static class Nickname
{
    private const int Longest = 4;

    /// <summary>
    /// Behind a nickname that begins at a mark and leads to a surname; <paramref name="index"/> where none does.
    /// </summary>
    public static int EndBehind(TokenBuffer tokens, int index)
    {
        var close = Close(tokens, index);
        return close > 0 && close + 1 < tokens.Count && tokens[close + 1].IsName ? close + 1 : index;
    }

    /// <summary>
    /// Where a nickname begins that ends just before <paramref name="end"/>, with a first name before it; <paramref name="end"/>
    /// where none does.
    /// </summary>
    public static int StartBefore(TokenBuffer tokens, int end)
    {
        if (end < 4 || tokens[end - 1].Shape != TokenShape.Quote || !tokens[end].IsName)
            return end;
        for (var i = end - 2; i > Math.Max(0, end - Longest - 2); i--)
        {
            if (tokens[i].Shape == TokenShape.Quote)
                return i < end - 2 && tokens[i - 1].IsName ? i : end;
            if (!tokens[i].IsName)
                return end;
        }

        return end;
    }

    /// <summary>
    /// Behind "known as “Lefty”", "identified as Petrov" at <paramref name="end"/>; <paramref name="end"/> where nothing of the
    /// kind follows.
    /// </summary>
    public static int EndOfAlias(ReadOnlySpan<char> text, TokenBuffer tokens, int first, int end)
    {
        if (end > first + 1 && IsNaming(text, tokens, end - 1))
            end--;
        if (end == first || !IsNaming(text, tokens, end))
            return end;
        var name = end + 1;
        while (tokens.WordIs(text, name, "as") || tokens.WordIs(text, name, "only"))
            name++;
        if (Close(tokens, name) is var close and > 0)
            return close + 1;
        var behind = name;
        while (behind < tokens.Count && tokens[behind].IsName)
            behind++;
        return behind > name ? behind : end;
    }

    private static bool IsNaming(ReadOnlySpan<char> text, TokenBuffer tokens, int index) =>
        tokens.WordIs(text, index, "known")
        || tokens.WordIs(text, index, "named")
        || tokens.WordIs(text, index, "identified")
        || tokens.WordIs(text, index, "nicknamed");

    /// <summary>The mark that closes a nickname opened at <paramref name="index"/>; 0 where none is.</summary>
    private static int Close(TokenBuffer tokens, int index)
    {
        if (index >= tokens.Count || tokens[index].Shape != TokenShape.Quote)
            return 0;
        for (var i = index + 1; i < Math.Min(tokens.Count, index + Longest + 2); i++)
        {
            if (tokens[i].Shape == TokenShape.Quote)
                return i > index + 1 ? i : 0;
            if (!tokens[i].IsWord || !tokens[index + 1].IsName)
                return 0;
        }

        return 0;
    }
}
