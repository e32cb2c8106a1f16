using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>What follows a mark that might end a sentence.</summary>
internal enum NextKind
{
    /// <summary>Nothing that can begin a sentence: lower case, a comma.</summary>
    GoesOn,

    /// <summary>A word that begins with a capital.</summary>
    Capital,

    /// <summary>A quotation mark before such a word.</summary>
    Opened,

    /// <summary>A bracket before such a word.</summary>
    Bracket,

    /// <summary>A dash before such a word.</summary>
    Dash,

    /// <summary>A figure.</summary>
    Number,

    /// <summary>A sign: "$", "#".</summary>
    Sign,
}

/// <summary>The word after a mark, and what it says of the mark.</summary>
internal readonly record struct NextWord(NextKind Kind, int Start, int End)
{
    /// <summary>The word itself.</summary>
    public ReadOnlySpan<char> Word(string text) => text.AsSpan(Start, End - Start);

    /// <summary>Reads on from <paramref name="from"/>, over white space, openers and dashes.</summary>
    public static NextWord After(string text, TextSpan block, int from)
    {
        var kind = NextKind.Capital;
        var i = SkipSpace(text, block, from);
        var marker = i;
        while (i < block.End)
        {
            var c = text[i];
            if (Characters.IsOpener(c))
            {
                kind =
                    c is '(' or '[' ? NextKind.Bracket
                    : kind == NextKind.Capital ? NextKind.Opened
                    : kind;
                i++;
            }
            else if (Characters.IsDash(c))
            {
                kind = NextKind.Dash;
                i = SkipSpace(text, block, i + 1);
            }
            else if (c == '<' && text.AsSpan(i, Math.Min(60, block.End - i)).IndexOf('>') is var close and > 0)
            {
                i = SkipSpace(text, block, i + close + 1);
            }
            else
            {
                break;
            }
        }

        if (i >= block.End)
        {
            return new NextWord(NextKind.GoesOn, i, i);
        }

        var end = WordEnd(text, block, i);
        if (IsListStart(text, block, marker))
        {
            return new NextWord(NextKind.Sign, i, end);
        }

        return new NextWord(Classify(text, i, end, kind), i, end);
    }

    private static NextKind Classify(string text, int at, int end, NextKind kind)
    {
        var c = text[at];
        if (char.IsDigit(c))
        {
            return kind is NextKind.Dash ? NextKind.GoesOn
                : kind == NextKind.Capital ? NextKind.Number
                : kind;
        }

        // iPhone, eBay, macOS: the capital comes later.
        if (Characters.IsCapital(c) || (end - at > 2 && text.AsSpan(at + 1, end - at - 1).ContainsAnyInRange('A', 'Z')))
        {
            return kind;
        }

        var sign = !char.IsLetter(c) && c is not (',' or ';' or ':' or '.' or '!' or '?' or ')' or '/' or '%' or '&' or '=');
        return sign && kind != NextKind.Dash ? NextKind.Sign : NextKind.GoesOn;
    }

    /// <summary>A list may go on in lower case: "a. here it is", "w) hello", "(b) the second".</summary>
    private static bool IsListStart(string text, TextSpan block, int at)
    {
        var end = Math.Min(block.End, at + 7);
        for (var i = at + 1; i < end; i++)
        {
            if (text[i] is '.' or ')')
            {
                return ListMarker.TryReadAt(text, block, i, out var marker) && (text[i] == ')' || marker.Value == 1);
            }
        }

        return false;
    }

    private static int SkipSpace(string text, TextSpan block, int from)
    {
        while (from < block.End && Characters.IsSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private static int WordEnd(string text, TextSpan block, int from)
    {
        var end = from;
        while (end < block.End && end - from < 40 && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
