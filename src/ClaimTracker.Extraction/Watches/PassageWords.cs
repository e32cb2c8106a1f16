using System.Globalization;
using System.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>One word, number or currency sign of a text, in the form in which two texts are compared.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Form">Lower case, without apostrophes; numbers without separators of thousands.</param>
internal readonly record struct PassageWord(int Start, int End, string Form)
{
    public bool IsNumber => char.IsAsciiDigit(Form[0]) || (Form.Length > 1 && Form[0] == '-');
}

/// <summary>Text → words. What typesetting changes (quotation marks, dashes, white space, soft hyphens) leaves no trace.</summary>
internal static class PassageWords
{
    public static List<PassageWord> Of(string text)
    {
        List<PassageWord> words = [];
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (IsWordChar(text, at))
                at = EndOfWord(text, at);
            else if (IsMinus(text, at))
                at = EndOfWord(text, at + 1);
            else if (text[at++] is not ('%' or '‰') && CharUnicodeInfo.GetUnicodeCategory(text[start]) != UnicodeCategory.CurrencySymbol)
                continue;
            words.Add(new PassageWord(start, at, Form(text.AsSpan(start, at - start))));
        }

        return words;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (IsWordChar(text, at) || text[at] == '\u00AD') at++;
            else if (at + 1 < text.Length && IsInner(text, at)) at++;
            else break;
        }

        return at;
    }

    // An apostrophe between letters; a point or comma, or a space that does not break, between digits.
    private static bool IsInner(string text, int at) => text[at] switch
    {
        '\'' or '’' or 'ʼ' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
        '.' or ',' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
        '\u00A0' or '\u202F' or '\u2009' => char.IsAsciiDigit(text[at - 1]) && ThreeDigits(text, at + 1),
        _ => false,
    };

    private static bool ThreeDigits(string text, int at) =>
        at + 3 <= text.Length && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static bool IsMinus(string text, int at) =>
        text[at] is '-' or '−' or '–' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[');

    private static bool IsWordChar(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at])
        || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Form(ReadOnlySpan<char> word)
    {
        var number = word.ContainsAnyInRange('0', '9');
        var form = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is '\'' or '’' or 'ʼ' or '\u00AD' or '\u00A0' or '\u202F' or '\u2009' || (number && c == ',' && IsThousands(word, i))) continue;
            form.Append(c is '−' or '–' ? '-' : char.ToLowerInvariant(c));
        }

        return form.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsThousands(ReadOnlySpan<char> word, int at) =>
        at + 3 < word.Length && word.Slice(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 4 == word.Length || !char.IsAsciiDigit(word[at + 4]));
}
