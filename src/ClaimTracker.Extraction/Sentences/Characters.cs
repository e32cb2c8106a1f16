using System.Globalization;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Classes of characters that sentence ends turn on.</summary>
internal static class Characters
{
    /// <summary>White space, and the invisible marks that web pages leave where a space was meant.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v';

    public static bool IsBullet(char c) => c is '•' or '⁃' or '▪' or '‣' or '●' or '○' or '◦' or '■' or '►' or '➢';

    public static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '‽' or '؟' or '।' or '۔' or '՞' || IsWideEnd(c);

    /// <summary>Full stops of scripts that put no space after them.</summary>
    public static bool IsWideEnd(char c) => c is '。' or '．' or '！' or '？';

    public static bool IsDoubleQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    public static bool IsSingleQuote(char c) => c is '\'' or '‘' or '’' or '`' or '‹' or '›';

    public static bool IsCloser(char c) => c is '"' or '”' or '»' or '\'' or '’' or '›' or ')' or ']' or '}' or '_' or '*';

    public static bool IsOpener(char c) =>
        c is '"' or '“' or '„' or '«' or '\'' or '‘' or '`' or '‹' or '(' or '[' or '{' or '¿' or '¡' or '_' or '*';

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―';

    /// <summary>A letter that can begin a sentence: a capital, or one of a script without capitals.</summary>
    public static bool IsCapital(char c) =>
        char.IsAscii(c)
            ? char.IsAsciiLetterUpper(c)
            : char.GetUnicodeCategory(c)
                is UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.Surrogate;
}
