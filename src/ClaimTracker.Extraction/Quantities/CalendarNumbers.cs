using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Tells years, days and clock times from counts. They are the business of <see cref="Times"/>.</summary>
internal static class CalendarNumbers
{
    private const int LongestList = 5;
    private const int LongestYear = 6;

    private static readonly string[] Eras = ["bc", "bce", "ad", "ce", "b.c", "a.d", "b.c.e", "c.e"];

    /// <summary>True where plain digits are a time; <paramref name="resume"/> is then where to read on.</summary>
    public static bool IsTime(Passage p, in Amount amount, out int resume)
    {
        resume = amount.End;
        var figure = amount.Figure;
        if (IsClock(p, figure, ref resume) || IsInAnEra(p, figure))
            return true;
        if (amount.Unit is not null || figure.Scaled || !figure.IsPlain)
            return false;
        return IsShortYear(p, figure) || IsDay(p, figure) || IsYear(p, figure, ref resume) || IsDecade(p, figure, ref resume);
    }

    /// <summary>"10:30", "8.30pm", "at 8.30", "10 a.m.", "1030 GMT", "five o'clock".</summary>
    [Example("The bus left at 10:30, 8.30pm and five o'clock.")]
    private static bool IsClock(Passage p, in Figure figure, ref int resume)
    {
        if (figure.Value >= 2400 || figure.Scaled || figure.Kind is FigureKind.Fraction or FigureKind.Indefinite)
            return false;
        if (p[figure.End] == ':' && char.IsAsciiDigit(p[figure.End + 1]))
        {
            resume = NumeralReader.EndOfToken(p, figure.Start);
            return true;
        }

        if (figure.Decimals == 2 && DottedClock.Stands(p.Text, figure.Start, figure.End))
            return true;
        var at = p.SkipBlanks(figure.End);
        if (p[at] is 'a' or 'p' or 'A' or 'P' && p[at + 1] == '.' && p[at + 2] is 'm' or 'M')
            return true;
        return p.Is(p.WordAt(at), FigureWord.Clock | FigureWord.Zone)
            || (figure.End - figure.Start == 4 && p.Is(p.WordAt(at), "hrs"));
    }

    /// <summary>"10,000 BC", "AD 79", "500–400 B.C.E."</summary>
    [Example("The wall was built in 214 BC.")]
    private static bool IsInAnEra(Passage p, in Figure figure)
    {
        var end = figure.End;
        if (Passage.IsDash(p[end]))
            end++;
        for (var digits = 0; digits < LongestYear && end > figure.End && char.IsAsciiDigit(p[end]); digits++)
            end++;
        var era = p.TokenAfter(end);
        if (era.Length == 0 || !char.IsUpper(p[era.Start]))
            era = p.WordBefore(figure.Start);
        else if (p[era.End - 1] == '.')
            era = new TextSpan(era.Start, era.End - 1);
        return era.Length > 0 && char.IsUpper(p[era.Start]) && p.IsAny(era, Eras);
    }

    /// <summary>"18 August", "August 18", "18–19 August", "August 18, 19 and 20".</summary>
    [Example("It rained on 18–19 August and August 21, 22 and 24.")]
    private static bool IsDay(Passage p, in Figure figure)
    {
        if (figure.Value is < 1 or > 31)
            return false;
        var end = figure.End;
        for (var times = 0; times < LongestList && end > 0; times++)
        {
            if (CalendarLexicon.IsMonth(p[p.WordAfter(end)]))
                return true;
            end = NextInList(p, end);
        }

        var start = figure.Start;
        for (var times = 0; times < LongestList && start > 0; times++)
        {
            // "As of April 28, 22 candidates are running": what counts something is no day.
            if (CalendarLexicon.IsMonth(p[p.WordBefore(start)]))
                return times == 0 || p[figure.Start - 2] != ',' || !CountedNoun.TryRead(p, figure.End, false, out _);
            start = PreviousInList(p, start);
        }

        return false;
    }

    private static int NextInList(Passage p, int end)
    {
        var at = end;
        while (at - end < 2 && (p[at] is ',' or ' ' || Passage.IsDash(p[at])))
            at++;
        var word = p.WordAt(at);
        if (p.Is(word, "and") || p.Is(word, "to") || p.Is(word, "or"))
            at = p.SkipBlanks(word.End);
        if (at == end || !char.IsAsciiDigit(p[at]))
            return -1;
        at += char.IsAsciiDigit(p[at + 1]) ? 2 : 1;
        return char.IsAsciiDigit(p[at]) ? -1 : at;
    }

    private static int PreviousInList(Passage p, int start)
    {
        var at = start;
        var word = p.WordBefore(start);
        if (p.Is(word, "and") || p.Is(word, "to") || p.Is(word, "or"))
            at = word.Start;
        while (start - at < 6 && (p[at - 1] is ',' or ' ' || Passage.IsDash(p[at - 1])))
            at--;
        if (at == start || !char.IsAsciiDigit(p[at - 1]))
            return -1;
        at -= char.IsAsciiDigit(p[at - 2]) ? 2 : 1;
        return char.IsLetterOrDigit(p[at - 1]) ? -1 : at;
    }

    /// <summary>Four plain digits are a year, unless a round number counts something: "killed 1500 people".</summary>
    [Example("In 1875 the dam held 1850 bears.", "1850 bears")]
    private static bool IsYear(Passage p, in Figure figure, ref int resume)
    {
        if (figure.End - figure.Start != 4 || figure.Value is < 1000 or > 2150)
            return false;
        if (Passage.IsDash(p[figure.End]) && char.IsAsciiDigit(p[figure.End + 1]))
            resume = NumeralReader.EndOfToken(p, figure.Start);
        var before = p.WordBefore(figure.Start);
        var start = figure.Start;
        if (BoundsACount(p, figure) || p.Is(before, FigureWord.Average))
            return false;
        if (p.WordAfter(figure.End).Length == 0 && SubjectReader.IsNumber(p, figure.Start))
            return false;
        if (
            ComparatorReader.ReadBefore(p, ref start) is not Comparator.Eq
            && !(p.Is(before, FigureWord.BeforeYear) || p.Is(before, "around") || p.Is(before, "about"))
        )
        {
            return false;
        }

        if (p.Is(before, FigureWord.BeforeYear) || CalendarLexicon.IsMonth(p[before]))
            return figure.Value >= 1500 || !CountedNoun.TryRead(p, figure.End, false, out _);
        return (figure.Value is >= 1600 and < 2100 && figure.Value % 50 != 0)
            || (!CountedNoun.TryRead(p, figure.End, false, out _) && figure.Value >= 1400);
    }

    /// <summary>"1900 - 2100 steps": four digits that a dash with blanks joins to what is counted.</summary>
    [Example("The way has 1900 - 2100 steps.", "1900 - 2100 steps")]
    private static bool BoundsACount(Passage p, in Figure figure)
    {
        if (p[figure.End] != ' ' || !Passage.IsDash(p[figure.End + 1]) || p[figure.End + 2] != ' ')
            return false;
        var end = figure.End + 3;
        while (end - figure.End < LongestYear + 3 && char.IsAsciiDigit(p[end]))
            end++;
        return end > figure.End + 3 && CountedNoun.TryRead(p, end, false, out var counted) && char.IsLower(p[counted.Start]);
    }

    /// <summary>"in ’91", "the class of ’03"; a number that opens a quotation may count.</summary>
    [Example("They met in ’91.")]
    private static bool IsShortYear(Passage p, in Figure figure) =>
        figure.End - figure.Start == 2
        && p[figure.Start - 1] is '’' or '\''
        && !char.IsLetterOrDigit(p[figure.Start - 2])
        && p[figure.End] is not ('\'' or '’')
        && (p[figure.Start - 1] == '’' || !CountedNoun.TryRead(p, figure.End, false, out _));

    /// <summary>"the 1990s", "in his 30s", "the '90s".</summary>
    [Example("In the 1990s he was in his 30s.")]
    private static bool IsDecade(Passage p, in Figure figure, ref int resume)
    {
        var at = p[figure.End] is '\'' or '’' ? figure.End + 1 : figure.End;
        if (p[at] != 's' || char.IsLetterOrDigit(p[at + 1]))
            return false;
        resume = at + 1;
        return true;
    }
}
