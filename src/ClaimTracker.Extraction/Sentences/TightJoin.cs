using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Ends of sentences with no white space behind them: "world.Today", a footnote's number, a wide full stop.</summary>
internal static class TightJoin
{
    /// <summary>
    /// Where the sentence ends whose mark at <paramref name="at"/> is followed by no space; 0 where it goes on.
    /// </summary>
    public static int End(string text, TextSpan block, int at, MarkRun run, int closed)
    {
        if (closed >= block.End || at == block.Start)
        {
            return 0;
        }

        var next = text[closed];
        var before = text[at - 1];
        if (Characters.IsWideEnd(text[at]))
        {
            return char.IsDigit(next) || Characters.IsEnd(next) ? 0 : closed;
        }

        if (char.IsAsciiDigit(next))
        {
            return closed == run.End && run.Length == 1 ? FootnoteEnd(text, block, at, closed) : 0;
        }

        if (!char.IsUpper(next) || closed + 1 >= block.End || run.Length > 3)
        {
            return 0;
        }

        var quoteBetween = closed > run.End && text[closed - 1] is '”' or '»' or ']' or ')';
        var wordEnds = char.IsLower(before) || char.IsAsciiDigit(before) || before is ')' or '”' or '%';
        return (quoteBetween || wordEnds) && StartsSentence(text, block, closed) && IsPlainWord(text, block, at) ? closed : 0;
    }

    /// <summary>"Today is", not the "Doe" of an address nor the "Com" of a site.</summary>
    private static bool StartsSentence(string text, TextSpan block, int at)
    {
        var end = at + 1;
        while (end < block.End && end - at < 40 && char.IsLower(text[end]))
        {
            end++;
        }

        if (end < block.End && (text[end] is '@' or '/' or '_' or '(' || char.IsUpper(text[end]) || char.IsDigit(text[end])))
        {
            return false;
        }

        var word = text.AsSpan(at, end - at);
        var dotted = end + 1 < block.End && text[end] == '.' && char.IsLower(text[end + 1]);
        return !dotted && (word.Length > 1 || word is "I" or "A") && word is not ("Com" or "Net" or "Org");
    }

    /// <summary>True where the word before is neither part of an address nor an abbreviation.</summary>
    private static bool IsPlainWord(string text, TextSpan block, int at)
    {
        var begin = at;
        while (begin > block.Start && at - begin < 60 && !char.IsWhiteSpace(text[begin - 1]))
        {
            begin--;
            if (text[begin] is '@' or '/' or '_' or '=' or '\\')
            {
                return false;
            }
        }

        if (text[at - 1] == '%')
        {
            return true;
        }

        var word = FullStop.WordBefore(text, block.Start, at);
        return !word.StartsWith("www", StringComparison.OrdinalIgnoreCase)
            && !Abbreviations.IsNeverLast(word)
            && !Abbreviations.MayEnd(word)
            && word.Length > 1;
    }

    /// <summary>A superscript that lost its place: "consultation.11 12 Take", "(type 2).10 This".</summary>
    private static int FootnoteEnd(string text, TextSpan block, int at, int from)
    {
        var before = text[at - 1];
        var word = FullStop.WordBefore(text, block.Start, at);
        if (before != ')' && !(word.Length > 2 && char.IsLower(before) && !Abbreviations.IsBeforeNumber(word)))
        {
            return 0;
        }

        var end = from;
        for (var i = from; i < block.End && i - from < 24 && (char.IsAsciiDigit(text[i]) || text[i] is ' ' or ',' or '–'); i++)
        {
            end = char.IsAsciiDigit(text[i]) ? i + 1 : end;
        }

        return end + 1 < block.End && text[end] == ' ' && char.IsUpper(text[end + 1]) ? end : 0;
    }
}
