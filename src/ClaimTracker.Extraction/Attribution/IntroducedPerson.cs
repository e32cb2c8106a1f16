using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// A person whom a sentence introduces without telling what she does: "for Ned Vale, 61,", "his sister, Ada Brix,". A name alone
/// may be of a place.
/// </summary>
internal static class IntroducedPerson
{
    private const int LongestName = 4;

    private static readonly WordSet Kin = new(
        "sister brother wife husband mother father son daughter widow widower uncle aunt cousin partner "
            + "friend neighbour neighbor boss owner founder captain coach manager author leader head lawyer"
    );

    /// <summary>Behind the name that begins at a token; the token itself where it introduces nobody.</summary>
    public static int EndOf(string text, TokenBuffer tokens, int start)
    {
        var end = start;
        while (end < tokens.Count && end - start < LongestName && IsOfName(tokens, end))
            end++;
        var isName = end - start >= 2 && (start == 0 || !IsOfName(tokens, start - 1)) && !tokens[end - 1].IsPossessive;
        return isName && (HasAge(text, tokens, end) || IsApposed(text, tokens, start, end)) ? end : start;
    }

    private static bool IsOfName(TokenBuffer tokens, int index) =>
        tokens[index].IsName && tokens[index].Class == WordClass.None && tokens[index].Shape == TokenShape.Capitalized;

    private static bool HasAge(string text, TokenBuffer tokens, int comma) =>
        comma + 2 < tokens.Count
        && Apposition.IsComma(text, tokens, comma)
        && tokens[comma + 1].Shape == TokenShape.Number
        && tokens[comma + 1].End - tokens[comma + 1].Start <= 2
        && Apposition.IsComma(text, tokens, comma + 2);

    private static bool IsApposed(string text, TokenBuffer tokens, int start, int end) =>
        start > 1
        && end < tokens.Count
        && Apposition.IsComma(text, tokens, start - 1)
        && Apposition.IsComma(text, tokens, end)
        && !tokens[start - 2].IsName
        && (
            tokens[start - 2].Is(WordClass.Title)
            || Kin.Has(text.AsSpan(tokens[start - 2].Start, tokens[start - 2].End - tokens[start - 2].Start))
        );
}
