using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Whether a single full stop belongs to an abbreviation, an initial or a list mark.</summary>
internal readonly ref struct FullStop(string text, TextSpan block, int at, int start)
{
    private const int LongestAbbreviation = 14;

    /// <summary>True where the sentence goes on after the full stop, given what follows.</summary>
    public bool GoesOn(NextWord next)
    {
        var word = WordBefore(text, Math.Max(start, block.Start), at);
        if (word.IsEmpty)
        {
            return false;
        }

        // "P. 55" is a page, "P. K. Rao" a person.
        if (Abbreviations.IsBeforeNumber(word) && !(word.Length == 1 && char.IsUpper(word[0]) && next.Kind != NextKind.Number))
        {
            // "No." alone is an answer; the others are followed by more, whatever it is.
            return next.Kind == NextKind.Number;
        }

        if (word.Length == 1)
        {
            return IsInitial(word[0], next);
        }

        if (Abbreviations.IsNeverLast(word))
        {
            return true;
        }

        if (IsClock(word))
        {
            return BelongsToClock(next);
        }

        return (Abbreviations.MayEnd(word) || IsDotted(word)) && !Begins(next, Abbreviations.IsStarter(next.Word(text)));
    }

    /// <summary>The word, dots inside it included, that ends before <paramref name="at"/>.</summary>
    public static ReadOnlySpan<char> WordBefore(string text, int start, int at)
    {
        var begin = at;
        while (
            begin > start
            && at - begin <= LongestAbbreviation
            && (char.IsLetterOrDigit(text[begin - 1]) || text[begin - 1] is '.' or '°' or '\'' or '’')
        )
        {
            begin--;
        }

        return text.AsSpan(begin, at - begin).TrimStart(".'’");
    }

    private bool IsInitial(char letter, NextWord next)
    {
        if (!char.IsLetter(letter))
        {
            return char.IsDigit(letter) && IsMarker();
        }

        if (IsMarker())
        {
            return true;
        }

        // "you and I. Did you" ends; "Albert I. Jones" does not.
        var word = next.Word(text);
        return !Begins(next, letter == 'I' ? Abbreviations.IsStarter(word) || word is "Did" : Abbreviations.IsPlainStarter(word));
    }

    /// <summary>True where the sentence has not begun yet: "1.", "Q.".</summary>
    private bool IsMarker() => text.AsSpan(start, at - start).Trim(" •⁃(\"“'‘").Length == 1;

    private bool Begins(NextWord next, bool starter)
    {
        if (next.Kind is NextKind.Number or NextKind.Bracket or NextKind.Sign)
        {
            return false;
        }

        // "A." after a full stop is one more initial, not an article.
        return starter && (next.End >= block.End || text[next.End] != '.' || next.End - next.Start > 1);
    }

    private static bool IsClock(ReadOnlySpan<char> word) => word is "a.m" or "p.m" or "A.M" or "P.M" or "am" or "pm";

    private bool BelongsToClock(NextWord next)
    {
        var word = next.Word(text);
        var zone = word.Length is >= 2 and <= 4 && !word.ContainsAnyExceptInRange('A', 'Z');
        // "8:51 p.m. (1451 GMT)": what stands in brackets says the same hour once more.
        return (next.Kind == NextKind.Bracket && next.Start < block.End && char.IsAsciiDigit(text[next.Start]))
            || (next.Kind == NextKind.Capital && (zone || Abbreviations.GoesWithClock(word) || IsLeadIn()));
    }

    /// <summary>"At 5 a.m. Mr. Smith …": only a time so far, so that the sentence is still to come.</summary>
    private bool IsLeadIn()
    {
        var said = text.AsSpan(start, at - start);
        return said.Length <= 24
            && said.IndexOf(' ') is var space and > 0
            && said[..space] is "At" or "By" or "Around" or "About" or "Before" or "After" or "Until" or "From" or "Shortly";
    }

    /// <summary>Letters with dots between: "U.S", "Ph.D", "e.g".</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        int part = 0,
            dots = 0;
        foreach (var c in word)
        {
            dots += c == '.' ? 1 : 0;
            part = c == '.' ? 0 : part + 1;
            if (part > 2 || char.IsDigit(c))
            {
                return false;
            }
        }

        return dots > 0;
    }
}
