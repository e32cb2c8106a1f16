using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads units that are written to the figure itself, or as one letter behind it: "12kg", "4km^3", "20 °C", "10 m".
/// </summary>
internal static class GluedUnit
{
    /// <summary>Reads what stands behind the figure without a blank; null where that is no unit.</summary>
    public static string? Read(Passage p, in Figure figure, ref int end)
    {
        var at = p[end] == ' ' && p[end + 1] is '°' or 'º' ? end + 1 : end;
        var stop = at;
        while (stop - at < 6 && (char.IsLetter(p[stop]) || p[stop] is '°' or 'º' or '²' or '³' or '/' or '″' or '×'))
            stop++;
        if (p[stop - 1] == '/' && stop > at)
            stop--;
        if (p[stop] == '.' && p[stop + 1] is 'm' or 'M')
            return null;
        if (
            p[at] is '°' or 'º'
            && stop == at + 1
            && p.WordAfter(stop) is { Length: > 0 } scale
            && (p.IsAny(scale, ["c", "celsius"]) || p.IsAny(scale, ["f", "fahrenheit"]))
        )
        {
            end = scale.End;
            return p[scale.Start] is 'C' or 'c' ? "°C" : "°F";
        }

        // "12st" is a weight, "21st" an ordinal.
        if (figure.Value % 10 == 1 && figure.Value != 11 && p.Text[at..stop] is "st")
            return null;
        // "0.2s" is a time, "the 90s" another.
        if (stop == at || (stop == at + 1 && p[at] == 's' && figure.Decimals == 0))
            return null;
        if (p[stop] is '2' or '3')
            stop++;
        if (p[stop] == '^' && p[stop + 1] is '2' or '3')
            return ReadPower(p, at, stop, ref end);
        if (char.IsAsciiDigit(p[stop]))
            return null;
        if (
            !UnitLexicon.TryFindGlued(p.Text[at..stop], out var unit)
            && !UnitLexicon.TryFind(p.Text[at..stop], out unit)
            && !CurrencyLexicon.TryFindName(p.Text[at..stop], out unit)
        )
        {
            return null;
        }

        end = stop;
        return unit;
    }

    /// <summary>"4km^3"</summary>
    [Example("It holds 4 km^3 of ice.", "4 km^3 of ice")]
    public static string? ReadPower(Passage p, int at, int caret, ref int end)
    {
        Span<char> name = stackalloc char[8];
        p.Text[at..caret].CopyTo(name);
        name[caret - at] = p[caret + 1];
        if (!UnitLexicon.TryFind(name[..(caret - at + 1)], out var unit))
            return null;
        end = caret + 2;
        return unit;
    }

    /// <summary>
    /// A letter one blank behind: "4 L", "10 m"; and "in", which is an inch only before what it measures: "23 in)", "2 in thick".
    /// </summary>
    public static string? ReadLetter(Passage p, in Figure figure, ref int end)
    {
        if (p[end] is not (' ' or '\u00A0'))
            return null;
        var word = p.WordAt(end + 1);
        var inch =
            p.Is(word, "in")
            && (
                p[word.End] == ')'
                || p.IsAny(p.WordAfter(word.End), ["thick", "wide", "deep", "tall", "long"])
                || IsFeetBefore(p, figure.Start)
            );
        var degrees = p[word] is "C" or "F" && p.AnyBefore(figure.Start, 6, FigureWord.Temperature);
        if (
            !inch
            && !degrees
            && p[word] is not "pc"
            && (
                word.Length != 1
                || p[word.Start] is not ('m' or 'g' or 'L' or 'W' or 'V' or 't' or 'p')
                || p[word.End] is '-' or '\'' or '’' or '&' or '^' or '²' or '³'
                || (p[word.End] == '/' && UnitReader.TryReadName(p, word.Start, out _, out _))
                || (p[word.End] == '.' && p[word.Start] != 'p')
            )
        )
        {
            return null;
        }

        end = word.End;
        return UnitLexicon.TryFindGlued(p[word], out var unit) ? unit : null;
    }

    /// <summary>True behind "5 ft", "6-foot-" and the like, where a bare number is inches.</summary>
    public static bool IsFeetBefore(Passage p, int start)
    {
        if (Passage.IsHyphen(p[start - 1]))
            start--;
        var feet = p.WordBefore(start);
        return p.IsAny(feet, ["foot", "feet", "ft"])
            && (char.IsAsciiDigit(p[feet.Start - 1]) || char.IsAsciiDigit(p[feet.Start - 2]));
    }
}
