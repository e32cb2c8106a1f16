using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells the comma before decimals, as most of Europe writes them, "3,5 million", from the comma between thousands and between
/// items.
/// </summary>
internal static class DecimalComma
{
    /// <summary>
    /// True where the comma at <paramref name="comma"/>, behind digits that begin at <paramref name="start"/>, is followed by
    /// decimals: one or two of them, with a measure that only one number can have.
    /// </summary>
    public static bool Stands(Passage p, int start, int comma)
    {
        if (p[comma] != ',' || !char.IsAsciiDigit(p[comma + 1]))
            return false;
        var end = comma + (char.IsAsciiDigit(p[comma + 2]) ? 3 : 2);
        if (char.IsAsciiDigit(p[end]) || (p[end] is ',' or '.' && char.IsAsciiDigit(p[end + 1])) || p[start - 1] is ',' or '/')
            return false;
        return CurrencyLexicon.IsSymbol(p[start - 1])
            || p[p.SkipBlanks(end)] is '%'
            || CurrencyLexicon.IsSymbol(p[p.SkipBlanks(end)])
            || IsMeasure(p, p.WordAfter(end));
    }

    private static bool IsMeasure(Passage p, TextSpan word) =>
        (NumberLexicon.TryFind(p[word], out var scale) && scale.Kind == NumberWordKind.Scale)
        || (NumberLexicon.TryFindSuffix(p[word], out _) && word.Length > 1)
        || UnitLexicon.TryFind(p[word], out _)
        || p.Is(word, "per")
        || CurrencyLexicon.TryFindName(p[word], out _);
}
