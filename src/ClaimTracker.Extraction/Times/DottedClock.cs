using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Tells the British clock time with a full stop, "began at 12.30", from a value with decimals, "shares closed at 12.30".
/// </summary>
internal static class DottedClock
{
    private const int FarthestValue = 8;
    private const int LongestWord = 24;

    /// <summary>Words before "at" behind which a value stands.</summary>
    private static readonly WordSet Values = new(
        "Shares Stocks Prices Sterling Oil Gold share shares stock stocks index price prices priced yield yields rate rates dollar pound sterling euro yen yuan rupee rouble ruble currency average gpa score scored odds ratio valued value trading traded futures oil gold crude bond bonds inflation unemployment stood stands stand estimated put set fixed remained stayed peaked averaged record timed clocked is was are were measured capped"
    );

    /// <summary>
    /// True where the digits from <paramref name="start"/> to before <paramref name="end"/>, "12.30", are a time of day going by
    /// the words around them.
    /// </summary>
    public static bool Stands(ReadOnlySpan<char> text, int start, int end)
    {
        if (
            end - start is < 4 or > 5
            || text[end - 3] != '.'
            || Number(text[start..(end - 3)]) > 23
            || Number(text[(end - 2)..end]) > 59
            || IsMeasured(text, end)
        )
        {
            return false;
        }

        var word = WordBefore(text, start);
        if (text[word.Start..word.End] is not ("at" or "At" or "until" or "till"))
            return false;
        for (var words = 0; words < FarthestValue && (word = WordBefore(text, word.Start)).Length > 0; words++)
        {
            if (Values.Has(text[word.Start..word.End]))
                return false;
        }

        return true;
    }

    private static bool IsMeasured(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] is not (' ' or ',' or '.' or ';' or ')' or '\n' or '”' or '"'))
            return true;
        var at = Math.Min(end + 1, text.Length);
        var stop = at;
        while (stop < text.Length && stop - at < LongestWord && char.IsLetter(text[stop]))
            stop++;
        var next = text[at..stop];
        return end < text.Length
            && text[end] == ' '
            && (
                next.IsEmpty
                || next is "per" or "points"
                || UnitLexicon.TryFind(next, out _)
                || CurrencyLexicon.TryFindName(next, out _)
                || (NumberLexicon.TryFind(next, out var word) && word.Kind == NumberWordKind.Scale)
            );
    }

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, out var value) ? value : int.MaxValue;

    private static TextSpan WordBefore(ReadOnlySpan<char> text, int before)
    {
        var end = before > 0 && text[before - 1] == ' ' ? before - 1 : before;
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(text[start - 1]))
            start--;
        return new TextSpan(start, end);
    }
}
