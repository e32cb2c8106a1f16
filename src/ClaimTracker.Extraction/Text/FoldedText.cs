using System.Globalization;
using System.Text;

namespace ClaimTracker.Extraction.Text;

/// <summary>
/// A text without what typesetting adds: blanks, note marks, accents, ligatures, soft hyphens, quotation marks, hyphens at the
/// ends of lines, capitals. Quote and page are folded by the same rules, and each character leads back to where it stood.
/// </summary>
public sealed class FoldedText
{
    private readonly List<int> _from = [];
    private readonly StringBuilder _folded = new();
    private readonly string _text;

    private FoldedText(string text) => _text = text;

    /// <summary>Letters, digits and the signs that change a figure: money, %, minus, comparison.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Folds a text. Linear in its length.</summary>
    public static FoldedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldedText(text);
        folded.Fold();
        return folded;
    }

    /// <summary>
    /// The next place at which a folded text stands as whole words, as a range of the text before folding; null where none is.
    /// </summary>
    /// <param name="wanted">What <see cref="Folded"/> gave for the text that is looked for.</param>
    /// <param name="from">Where in the text to begin.</param>
    public TextSpan? Find(FoldedText wanted, int from)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.Folded.Length == 0)
            return null;
        var at = _from.BinarySearch(from);
        if (at < 0)
            at = ~at;
        while (
            at <= Folded.Length - wanted.Folded.Length && (at = Folded.IndexOf(wanted.Folded, at, StringComparison.Ordinal)) >= 0
        )
        {
            var last = at + wanted.Folded.Length - 1;
            if (Parts(at) && Parts(last + 1))
                return new TextSpan(_from[at], EndOf(last));
            at++;
        }

        return null;
    }

    // A place in the folded text parts two words where something was left out there that is no part of a word or number.
    private bool Parts(int at)
    {
        if (at <= 0 || at >= Folded.Length)
            return true;
        var (before, after) = (Folded[at - 1], Folded[at]);
        if (!char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after))
            return true;
        var gap = _text.AsSpan(_from[at - 1] + 1, Math.Max(0, _from[at] - _from[at - 1] - 1));
        if (char.IsDigit(before) && char.IsDigit(after))
            return gap.Length > 1 || (gap.Length == 1 && gap[0] is ' ' or '\n' or '/' or '-' or '–');
        foreach (var c in gap)
        {
            if (!IsUnseen(c) && c is not ('\'' or '’' or 'ʼ'))
                return true;
        }

        return char.IsDigit(before) != char.IsDigit(after);
    }

    private int EndOf(int last)
    {
        var end = _from[last] + (char.IsHighSurrogate(_text[_from[last]]) ? 2 : 1);
        while (end < _text.Length && IsUnseen(_text[end]))
            end++;
        return end;
    }

    private void Fold()
    {
        for (var at = 0; at < _text.Length; )
        {
            var mark = NoteMarks.At(_text, at);
            if (mark == 0)
                Add(at);
            at += Math.Max(mark, 1);
        }

        Folded = _folded.ToString();
    }

    private void Add(int at)
    {
        var c = _text[at];
        if (c < 128)
        {
            if (char.IsAsciiLetterOrDigit(c))
                Add(at, char.ToLowerInvariant(c));
            else if (c is '%' or '$' or '+' or '<' or '>' or '=' or '~')
                Add(at, c);
            else if (c == '&')
                Add(at, "and");
            else if (c == '-' && IsMinus(at))
                Add(at, '-');
            else if (c is '.' or ',' && IsDecimal(at))
                Add(at, '.');
        }
        else if (Ligature(c) is { } letters)
        {
            Add(at, letters);
        }
        else if (c is '−' or '–' && IsMinus(at))
        {
            Add(at, '-');
        }
        else if (c is '‰' or '±' or '≈' or '°' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
        {
            Add(at, c);
        }
        else if (Superscript(c) is { } digit)
        {
            Add(at, digit);
        }
        else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
        {
            Add(at, Latin.Fold(char.ToLowerInvariant(c)));
        }
    }

    private void Add(int at, string letters)
    {
        foreach (var letter in letters)
            Add(at, letter);
    }

    private void Add(int at, char c)
    {
        _folded.Append(c);
        _from.Add(at);
    }

    private bool IsMinus(int at) =>
        at + 1 < _text.Length
        && char.IsAsciiDigit(_text[at + 1])
        && (at == 0 || char.IsWhiteSpace(_text[at - 1]) || _text[at - 1] is '(' or '[');

    // Between digits, and three digits behind it would be a thousand.
    private bool IsDecimal(int at)
    {
        if (at == 0 || !char.IsAsciiDigit(_text[at - 1]))
            return false;
        var end = at + 1;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            end++;
        return end > at + 1 && end - at - 1 != 3;
    }

    private static bool IsUnseen(char c) =>
        c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char? Superscript(char c) =>
        c switch
        {
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            '⁰' or (>= '⁴' and <= '⁹') => (char)('0' + (c - '⁰')),
            _ => null,
        };

    private static string? Ligature(char c) =>
        c switch
        {
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' or 'ﬆ' => "st",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'ß' => "ss",
            'ĳ' => "ij",
            >= '₀' and <= '₉' => ((char)('0' + (c - '₀'))).ToString(),
            _ => null,
        };
}
