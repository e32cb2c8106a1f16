namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Whether two statements differ only in that a name stands in full in one and by its first letters in the other, or has these in
/// brackets behind it: "the World Health Organization", "the WHO", "the World Health Organization (WHO)".
/// </summary>
internal static class ShortNames
{
    private const int Shortest = 2;
    private const int Longest = 7;

    /// <summary>True where nothing else differs, and something does.</summary>
    public static bool Differ(PageStatement was, PageStatement now)
    {
        var (a, b, found) = (0, 0, false);
        while (a < was.Words.Count && b < now.Words.Count)
        {
            if (was.Words[a].Form == now.Words[b].Form)
                (a, b) = (a + 1, b + 1);
            else if (Name(was, a, now, b) is var full and > 0)
                (a, b, found) = (a + full, b + 1, true);
            else if (Name(now, b, was, a) is var spelled and > 0)
                (a, b, found) = (a + 1, b + spelled, true);
            else if (IsInBrackets(now, b))
                (b, found) = (b + 1, true);
            else if (IsInBrackets(was, a))
                (a, found) = (a + 1, true);
            else
                return false;
        }

        return found && a == was.Words.Count && b == now.Words.Count;
    }

    // How many words from here on the other's capitals stand for; 0 for none.
    private static int Name(PageStatement full, int at, PageStatement brief, int capitals)
    {
        if (Capitals(brief, capitals) is not { } letters || !full.Words[at].Capital)
            return 0;
        var (next, read) = (at, 0);
        for (; next < full.Words.Count && read < letters.Length; next++)
        {
            var form = full.Words[next].Form;
            if (full.Words[next].Capital && char.ToUpperInvariant(form[0]) == letters[read])
                read++;
            else if (form is not ("of" or "the" or "and" or "for" or "in" or "on"))
                return 0;
        }

        return read == letters.Length ? next - at : 0;
    }

    // "(WHO)" behind the name that it stands for.
    private static bool IsInBrackets(PageStatement s, int at)
    {
        if (
            at == 0
            || Capitals(s, at) is not { } letters
            || s.Words[at].Span.Start is 0
            || s.Text[s.Words[at].Span.Start - 1] != '('
        )
        {
            return false;
        }

        for (var from = at - 1; from >= Math.Max(0, at - letters.Length - 3); from--)
        {
            if (Name(s, from, s, at) == at - from)
                return true;
        }

        return false;
    }

    private static string? Capitals(PageStatement s, int at) =>
        s.Words[at].Span.Of(s.Text) is { Length: >= Shortest and <= Longest } word && word.All(char.IsAsciiLetterUpper)
            ? word
            : null;
}
