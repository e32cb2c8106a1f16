using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells numbers that name or place something from counts: "Boeing 737", "Article 5", "No. 3", "2-1", "10 Downing Street".
/// </summary>
internal static class Labels
{
    private const int LongestLabel = 4;

    private static readonly string[] Emergency = ["call", "called", "calling", "calls", "dial", "dialed", "dialled", "dialling"];

    /// <summary>True where a number that has no unit is a label; <paramref name="resume"/> is then where to read on.</summary>
    public static bool IsLabel(Passage p, in Amount amount, out int resume)
    {
        resume = amount.End;
        var figure = amount.Figure;
        if (figure.Kind == FigureKind.Words && amount.Unit is not null && IsPlaceInWords(p, amount))
            return true;
        if (amount.Unit is not null || figure.Kind is FigureKind.Fraction or FigureKind.Indefinite)
            return false;
        if (IsGroup(p, figure) || IsBlock(p, figure))
            return true;
        if (ImpliedUnit.MagnitudeMark(p, figure).Length > 0)
            return false;
        if (
            (Passage.IsHyphen(p[figure.End]) && p.IsAny(p.WordAt(figure.End + 1), ["something", "figure"]))
            || (p.Is(p.WordBefore(figure.Start), "of") && p.Is(p.WordBefore(p.WordBefore(figure.Start).Start), "round"))
        )
        {
            return true;
        }

        if (figure.Kind == FigureKind.Words)
            return IsNameInWords(p, figure) || IsAddress(p, figure);
        if (IsPartOfACode(p, figure))
        {
            resume = NumeralReader.EndOfToken(p, figure.Start);
            for (
                var groups = 0;
                p[figure.Start] == '0' && groups < LongestLabel && p[resume] == ' ' && char.IsAsciiDigit(p[resume + 1]);
                groups++
            )
            {
                resume = NumeralReader.EndOfToken(p, resume + 1);
            }

            return true;
        }

        if (figure.Scaled || IsBullet(p, figure))
            return !figure.Scaled;
        if (figure.Kind != FigureKind.Plain && figure.Decimals == 0)
            return IsAddress(p, figure);
        return IsAddress(p, figure)
            || FollowsAName(p, figure)
            || GoesOn(p, figure)
            || OpensAName(p, figure)
            || IsAircraft(p, figure)
            || (figure.Value is 911 or 999 or 112 && p.IsAny(p.WordBefore(figure.Start), Emergency));
    }

    /// <summary>"Ninety Mile Beach", "Three Mile Island": capitals in number, measure and noun.</summary>
    [Example("They went to Ninety Mile Beach.")]
    private static bool IsPlaceInWords(Passage p, in Amount amount) =>
        char.IsUpper(p[amount.Figure.Start])
        && p.WordAfterJoin(amount.Figure.End) is { Length: > 0 } unit
        && char.IsUpper(p[unit.Start])
        && p.WordAfterJoin(unit.End) is { Length: > 0 } noun
        && char.IsUpper(p[noun.Start]);

    /// <summary>"the Group of 20", "the Gang of Four": a name, where "a group of 20 people" is counted.</summary>
    [Example("The Group of 20 met.")]
    private static bool IsGroup(Passage p, in Figure figure)
    {
        var of = p.WordBefore(figure.Start);
        var name = p.Is(of, "of") ? p.WordBefore(of.Start) : default;
        return name.Length > 0
            && char.IsUpper(p[name.Start])
            && p.IsAny(name, ["group", "gang"])
            && (p.Is(p.WordBefore(name.Start), "the") || !p.Opens(name.Start));
    }

    /// <summary>"the 300 block of Main Street": where it is.</summary>
    [Example("The 300 block of Main Street is shut.")]
    private static bool IsBlock(Passage p, in Figure figure) =>
        figure.IsPlain
        && p.WordAfter(figure.End) is var block
        && p.Is(block, "block")
        && p.WordAfter(block.End) is var of
        && p.Is(of, "of")
        && char.IsUpper(p[p.WordAfter(of.End).Start]);

    /// <summary>"the 747 landed": an aircraft by its number alone, where "the 747 people" are counted.</summary>
    [Example("The 747 landed.")]
    private static bool IsAircraft(Passage p, in Figure figure) =>
        figure.IsPlain
        && figure.Value is 707 or 717 or 727 or 737 or 747 or 757 or 767 or 777 or 787
        && p.IsAny(p.WordBefore(figure.Start), ["the", "a", "an", "its", "this", "that", "another"])
        && !CountedNoun.TryRead(p, figure.End, false, out _);

    /// <summary>"junctions 10 and 11": the second of a list that a label opens.</summary>
    [Example("The road is shut between junctions 10 and 11.")]
    private static bool GoesOn(Passage p, in Figure figure)
    {
        var and = p.WordBefore(figure.Start);
        if (!p.IsAny(and, ["and", "or", "to"]))
            return false;
        var at = p[and.Start - 1] == ' ' ? and.Start - 1 : and.Start;
        var end = at;
        while (end - at < LongestLabel && char.IsAsciiDigit(p[at - 1]))
            at--;
        return at < end
            && !char.IsLetterOrDigit(p[at - 1])
            && p.WordBefore(at) is { Length: > 0 } name
            && p.Is(name, FigureWord.Label)
            && !p.Is(name, FigureWord.LabelOrCount)
            && p[name][^1] == 's';
    }

    /// <summary>
    /// Letters or dashes glued to the digits that no unit explained: "3D", "737-800-X", "555-1234", "#1", "1st".
    /// </summary>
    private static bool IsPartOfACode(Passage p, in Figure figure)
    {
        if (p[figure.Start - 1] is '#' or '@' or '±' or '_' or '/' or '\\' or '&' or '=' or '§' || p[figure.Start - 2] == '§')
            return true;
        // "(UTC+0900)", "230(c)(1)"
        if (
            (p[figure.Start - 1] == '+' && char.IsLetter(p[figure.Start - 2]))
            || (
                p[figure.Start - 1] == '('
                && p[figure.End] == ')'
                && (char.IsLetterOrDigit(p[figure.Start - 2]) || p[figure.Start - 2] == ')')
            )
        )
        {
            return true;
        }
        // "0800 123 456"
        if (p[figure.Start] == '0' && figure.End - figure.Start > 1 && figure.Decimals == 0)
            return true;
        // "02.jpg"
        if (p[figure.End] == '.' && char.IsAsciiLetterLower(p[figure.End + 1]))
            return true;
        // "Lineage P.1", "3-D"
        if (p[figure.Start - 1] == '.' && char.IsUpper(p[figure.Start - 2]) && !char.IsLetter(p[figure.Start - 3]))
            return true;
        if (Passage.IsHyphen(p[figure.End]) && char.IsUpper(p[figure.End + 1]) && !char.IsLetter(p[figure.End + 2]))
            return true;
        // "12-for-19 shooting"
        if (
            Passage.IsHyphen(p[figure.End])
            && p.WordAt(figure.End + 1) is { Length: > 1 and < 4 } middle
            && !p.Is(middle, "to")
            && Passage.IsHyphen(p[middle.End])
            && char.IsAsciiDigit(p[middle.End + 1])
        )
        {
            return true;
        }

        if (p[figure.Start - 1] is '[' && p[figure.End] is ']')
            return true;
        if (char.IsLetter(p[figure.End]) || (p[figure.End] is '_' or '@' or '/' && char.IsLetterOrDigit(p[figure.End + 1])))
            return true;
        if (!Passage.IsDash(p[figure.End]) || !char.IsAsciiDigit(p[figure.End + 1]))
            return false;
        var at = figure.End + 1;
        while (at - figure.End < 8 && char.IsAsciiDigit(p[at]))
            at++;
        return (Passage.IsDash(p[at]) && char.IsLetterOrDigit(p[at + 1]) && char.IsAsciiDigit(p[at + 1]))
            || (at - figure.End == 5 && figure.End - figure.Start == 3 && figure.IsPlain);
    }

    private static bool IsBullet(Passage p, in Figure figure) =>
        figure.IsPlain && figure.Start == p.Start && p[figure.End] is '.' or ')' && char.IsWhiteSpace(p[figure.End + 1]);

    [Example("It stands at 10 Downing Street.")]
    private static bool IsAddress(Passage p, in Figure figure)
    {
        var name = p.WordAfter(figure.End);
        if (name.Length == 0 || !char.IsUpper(p[name.Start]))
            return false;
        if (
            (p.TokenAfter(figure.End) is var token && p.Is(token, "u.s.") && p.Is(p.WordAfter(token.End), "code"))
            || p.Is(token, "u.s.c.")
            || p.Is(token, "u.s.c")
        )
        {
            return true;
        }

        var second = p.WordAfter(name.End);
        return p.Is(second, FigureWord.Street)
            || (second.Length > 0 && char.IsUpper(p[second.Start]) && p.Is(p.WordAfter(second.End), FigureWord.Street));
    }

    /// <summary>"the 737 MAX": capitals behind, which count nothing.</summary>
    [Example("The 737 MAX is back.")]
    private static bool OpensAName(Passage p, in Figure figure) =>
        p.IsAny(p.WordBefore(figure.Start), ["the", "a"])
        && p.WordAfter(figure.End) is { Length: > 0 } name
        && char.IsUpper(p[name.Start])
        && !CountedNoun.TryRead(p, figure.End, false, out _);

    private static bool FollowsAName(Passage p, in Figure figure)
    {
        var before = p.WordBefore(figure.Start);
        if (Passage.IsDash(p[figure.End]) && char.IsAsciiDigit(p[figure.End + 1]))
            return false;
        // "H.R. 932", "S. 316": bills of a parliament.
        if (before.Length == 1 && p[before.End] == '.' && char.IsUpper(p[before.Start]))
            return figure.IsPlain && !CountedNoun.TryRead(p, figure.End, true, out _);
        if (
            before.Length == 0
            || (p[before.End] == '.' && !p.Is(before, "no") && !p.Is(before, "nos"))
            || before.End == figure.Start
        )
        {
            return false;
        }

        var word = p[before];
        var last = word[(word.LastIndexOf('-') + 1)..];
        if (FigureWords.Has(last, FigureWord.Label))
        {
            return !FigureWords.Has(last, FigureWord.LabelOrCount)
                || (char.IsUpper(last[0]) && !p.Opens(before.Start))
                || (!CountedNoun.TryRead(p, figure.End, false, out _) && !p.Is(before, "group"));
        }
        // "the Leopard 2", "Flight 370": a name in capitals, which no plural follows to be counted.
        return char.IsUpper(word[0])
            && (!p.Opens(before.Start) || (word.Length > 1 && char.IsUpper(word[1])))
            && figure.Value < 10000
            && figure.Decimals < 2
            && !NounLexicon.IsStop(word)
            && !CountedNoun.TryRead(p, figure.End, false, out _)
            && !ComparatorReader.EndsAt(p, figure.Start)
            && !IsVerbLike(word);
    }

    private static bool IsVerbLike(ReadOnlySpan<char> word) => word.EndsWith("ed", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Group of Seven", "Chapter Seven", "Six Nations": capitals within a sentence.</summary>
    [Example("Leaders of the Group of Seven met.")]
    private static bool IsNameInWords(Passage p, in Figure figure)
    {
        var before = p.WordBefore(figure.Start);
        if (char.IsUpper(p[figure.Start]))
            return !p.Opens(figure.Start) && p[p.SkipBlanks(before.End)] is not (':' or '.' or '"' or '“' or '‘' or '\'');
        return before.Length > 0
            && p.Is(before, FigureWord.Label)
            && (
                !p.Is(before, FigureWord.LabelOrCount)
                || p.Is(p.WordAfter(figure.End), "of")
                || !CountedNoun.TryRead(p, figure.End, false, out _)
            );
    }
}
