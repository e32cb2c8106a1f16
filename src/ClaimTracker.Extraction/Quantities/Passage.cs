using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// A stretch of an article, looked at word by word. Positions are those of the article; whatever lies outside of
/// the stretch reads as <c>'\0'</c>, so that a reader may look ahead or back without asking where the text ends.
/// </summary>
internal readonly ref struct Passage(ReadOnlySpan<char> article, TextSpan within)
{
    /// <summary>No English word that matters here is longer; a look around never walks over more.</summary>
    private const int LongestWord = 48;
    private const int WidestBlank = 3;

    public ReadOnlySpan<char> Text { get; } = article[..within.End];
    public int Start { get; } = within.Start;
    public int End => Text.Length;

    public char this[int at] => at >= Start && at < End ? Text[at] : '\0';

    public ReadOnlySpan<char> this[TextSpan span] => Text[span.Start..span.End];

    public bool Is(TextSpan word, string lowerCase) =>
        word.Length == lowerCase.Length && this[word].Equals(lowerCase, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(TextSpan word, ReadOnlySpan<string> lowerCase)
    {
        foreach (var one in lowerCase)
        {
            if (Is(word, one))
                return true;
        }

        return false;
    }

    /// <summary>True where the lexicon has the word in any of some classes.</summary>
    public bool Is(TextSpan word, FigureWord any) => word.Length > 0 && FigureWords.Has(this[word], any);

    /// <summary>True where one of the last few words before a position, in the same clause, is one of a list.</summary>
    public bool AnyBefore(int at, int words, ReadOnlySpan<string> lowerCase)
    {
        for (var word = WordBefore(at); words > 0 && word.Length > 0; words--, word = WordBefore(word.Start))
        {
            if (IsAny(word, lowerCase))
                return true;
        }

        return false;
    }

    /// <summary>The same of the words in any of some classes.</summary>
    public bool AnyBefore(int at, int words, FigureWord any)
    {
        for (var word = WordBefore(at); words > 0 && word.Length > 0; words--, word = WordBefore(word.Start))
        {
            if (Is(word, any))
                return true;
        }

        return false;
    }

    /// <summary>True where any word of the passage is in any of some classes; it walks over all of them.</summary>
    public bool Has(FigureWord any)
    {
        for (var at = Start; at < End; at++)
        {
            if (!char.IsLetter(Text[at]))
                continue;
            var word = WordAt(at);
            var stem = this[word] is [.., '\'' or '’', 's'] ? word with { End = word.End - 2 } : word;
            if (Is(stem, any))
                return true;
            at = word.End;
        }

        return false;
    }

    /// <summary>
    /// Like <see cref="WordBefore"/>, over figures and their marks: before "15" of "rose by 3.5% to 15" stand "to", "by" and
    /// "rose".
    /// </summary>
    public TextSpan WordBeforeFigures(int before)
    {
        var at = before;
        while (before - at < LongestWord && IsOfAFigure(at - 1))
            at--;
        return WordBefore(at);
    }

    private bool IsOfAFigure(int at) =>
        char.IsWhiteSpace(this[at])
        || char.IsAsciiDigit(this[at])
        || this[at] is '%' or '$' or '£' or '€'
        || (this[at] is '.' or ',' && char.IsAsciiDigit(this[at + 1]));

    /// <summary>
    /// The letters that begin at a position, an apostrophe between letters included; empty where there are none.
    /// </summary>
    public TextSpan WordAt(int at)
    {
        var end = at;
        while (end - at < LongestWord && (char.IsLetter(this[end]) || IsInnerApostrophe(end)))
            end++;
        return new TextSpan(at, end);
    }

    public TextSpan WordAfter(int at) => WordAt(SkipBlanks(at));

    /// <summary>Like <see cref="WordAfter"/>, with a hyphen taken for a blank: "two-thirds" as "two thirds".</summary>
    public TextSpan WordAfterJoin(int at) => IsHyphen(this[at]) ? WordAt(at + 1) : WordAfter(at);

    /// <summary>A word as a reader sees it: hyphens, "U.S.", "F-16" and "AT&amp;T" are one.</summary>
    public TextSpan TokenAfter(int at)
    {
        var start = SkipBlanks(at);
        var end = start;
        while (end - start < LongestWord && (char.IsLetterOrDigit(this[end]) || IsInner(end)))
            end++;
        if (this[end] == '.' && end - start >= 3 && this[end - 2] == '.')
            end++;
        return new TextSpan(start, end);
    }

    /// <summary>
    /// The word that ends before a position, hyphens included and a full stop behind it left out; empty where none touches.
    /// </summary>
    public TextSpan WordBefore(int before)
    {
        var end = before;
        while (before - end < WidestBlank && char.IsWhiteSpace(this[end - 1]))
            end--;
        if (this[end - 1] == '.')
            end--;
        var start = end;
        while (end - start < LongestWord && (char.IsLetter(this[start - 1]) || IsInnerBefore(start - 1)))
            start--;
        return new TextSpan(start, end);
    }

    public int SkipBlanks(int at)
    {
        var end = at;
        while (end - at < WidestBlank && char.IsWhiteSpace(this[end]))
            end++;
        return end;
    }

    /// <summary>
    /// True where nothing but quotation marks and brackets stands between the beginning of the passage and a position.
    /// </summary>
    public bool Opens(int at)
    {
        while (at > Start && !char.IsLetterOrDigit(this[at - 1]) && this[at - 1] is not (',' or ';' or ')'))
            at--;
        return at == Start || this[at - 1] == '\0';
    }

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsDash(char c) => IsHyphen(c) || c is '\u2012' or '\u2013' or '\u2212';

    private bool IsInnerApostrophe(int at) =>
        this[at] is '\'' or '’' && char.IsLetter(this[at - 1]) && char.IsLetter(this[at + 1]);

    private bool IsInner(int at) =>
        (this[at] is '\'' or '’' or '.' or '&' || IsHyphen(this[at]))
        && char.IsLetterOrDigit(this[at - 1])
        && char.IsLetterOrDigit(this[at + 1])
        && (
            this[at] != '.'
            || at < 2
            || !char.IsLetter(this[at - 2])
            || !char.IsLetter(this[at - 1])
            || (char.IsLetter(this[at + 1]) && this[at + 2] == '.')
        );

    private bool IsInnerBefore(int at) =>
        (this[at] is '\'' or '’' || IsHyphen(this[at])) && char.IsLetter(this[at + 1]) && char.IsLetter(this[at - 1]);
}
