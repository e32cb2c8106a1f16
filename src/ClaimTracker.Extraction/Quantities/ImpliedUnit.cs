using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// The measure that the words around a bare number imply: "magnitude 6.1", "aged 12", "Maria Silva, 34, said", "6ft 2".
/// </summary>
internal static class ImpliedUnit
{
    private const int OldestAge = 120;
    private const int FarthestAge = 7;

    /// <summary>Returns the unit, and moves <paramref name="start"/> to the word that names it.</summary>
    public static string? Read(Passage p, in Amount amount, Comparator comparator, ref int start, int end)
    {
        if (amount.Figure is not { Scaled: false, Value: < OldestAge })
            return null;
        if (MagnitudeMark(p, amount.Figure) is { Length: > 0 } mark)
        {
            start = mark.Start;
            return "magnitude";
        }

        var bare = amount.Start - (Passage.IsHyphen(p[amount.Start - 1]) ? 1 : 0);
        var before = p.WordBefore(bare);
        if (p.Is(before, "between") || p.Is(before, "from"))
            before = p.WordBefore(before.Start);
        if (p.Is(before, "of") && p.IsAny(p.WordBefore(before.Start), ["magnitude", "age", "ages"]))
            before = p.WordBefore(before.Start);
        var outer = p.WordBefore(start);
        if (p.Is(outer, "aged"))
            before = outer;
        var age = p.IsAny(before, ["aged", "age", "ages"]);
        if (age || p.Is(before, "magnitude") || p.Is(before, "mag"))
        {
            start = Math.Min(start, before.Start);
            return age ? "year" : "magnitude";
        }

        if (IsMagnitude(p, amount, end))
            return "magnitude";
        if (amount.Figure.Value < 12 && amount.Figure.IsPlain && GluedUnit.IsFeetBefore(p, amount.Start))
            return "inch";
        return
            amount.Figure.IsInteger
            && amount.Figure.Kind is FigureKind.Plain or FigureKind.Words
            && IsAge(p, amount, comparator, start, end)
            ? "year"
            : null;
    }

    /// <summary>The mark of a quake's size before a figure: "Mw 6.2", "M6.2", with "magnitude" before it.</summary>
    public static TextSpan MagnitudeMark(Passage p, in Figure figure)
    {
        if (figure is not { Decimals: 1, Value: < 10 })
            return default;
        var mark = p.WordBefore(figure.Start);
        if (mark.Length is 0 or > 2 || p[mark] is not ("M" or "Mw" or "ML" or "Ms" or "Mb"))
            return default;
        var name = p.WordBefore(mark.Start);
        return p.Is(name, "magnitude") ? name with { End = mark.End } : mark;
    }

    [Example("A 6.1 quake shook it.", "6.1")]
    private static bool IsMagnitude(Passage p, in Amount amount, int end) =>
        amount.Figure is { Decimals: 1, Value: < 10 }
        && (
            p.IsAny(p.WordAfter(end), ["quake", "earthquake", "tremor", "aftershock", "temblor"])
            || p.AnyBefore(amount.Start, 12, ["magnitude"])
        );

    private static bool IsAge(Passage p, in Amount amount, Comparator comparator, int start, int end)
    {
        var before = p.WordBefore(start);
        if (comparator is Comparator.Gt or Comparator.Lt or Comparator.Gte or Comparator.Lte)
        {
            return p.IsAny(p.WordBefore(end), ["older", "younger"])
                || (
                    p.Is(before, FigureWord.Living)
                    && p.IsAny(p.WordBefore(amount.Start), ["over", "under", "above", "below"])
                    && (EndsHere(p, end) || NounLexicon.IsStop(p[p.WordAfter(end)]))
                );
        }

        if (p[end] == ',' && p[before.Start - 2] == ',' && p.IsAny(before, ["then", "now"]))
            return true;
        return IsOfAnAge(p, amount, end) || IsSaidOfSomeone(p, amount, before, end) || IsApposed(p, amount, end);
    }

    /// <summary>"The pension age will go up to 67", "the youngest player is 16".</summary>
    [Example("The retirement age rises from 62 to 64.", "62", "64")]
    private static bool IsOfAnAge(Passage p, in Amount amount, int end) =>
        amount.Figure is { IsPlain: true, Value: >= 1 }
        && p.IsAny(p.WordBefore(amount.Start), ["to", "from", "is", "was"])
        && p.AnyBefore(amount.Start, FarthestAge, FigureWord.OfAge)
        && !CountedNoun.TryRead(p, end, false, out _);

    /// <summary>"He was 82", "when she was six", "died at 66", "turned 57", and "At 74, Charles is …".</summary>
    [Example("He died at 66.", "66")]
    private static bool IsSaidOfSomeone(Passage p, in Amount amount, TextSpan before, int end)
    {
        if (!EndsHere(p, end) || amount.Figure.Value < 1)
            return false;
        if (p.IsAny(before, ["was", "is", "turned", "turns", "turn"]))
        {
            var who = p.WordBefore(before.Start);
            return before.Length > 3 || p.IsAny(who, ["he", "she", "who"]) || p.Is(who, FigureWord.Kin);
        }

        if (!p.Is(before, "at"))
            return false;
        return p.Opens(before.Start)
            ? p[end] == ',' && amount.Figure.Value >= 10
            : p.IsAny(p.WordBefore(before.Start), ["died", "dies", "dead", "dying", "married", "retired", "retire"])
                && !p.Is(p.WordBefore(p.WordBefore(before.Start).Start), "the");
    }

    /// <summary>"Maria Silva, 34, said", "the striker, 23, who".</summary>
    [Example("Maria Silva, 34, said no.", "34")]
    private static bool IsApposed(Passage p, in Amount amount, int end)
    {
        if (IsInBrackets(p, amount, end))
            return true;
        if (p[amount.Start - 1] != ' ' || p[amount.Start - 2] != ',' || amount.Figure is not { IsPlain: true, Value: >= 1 })
            return false;
        var (name, next) = (p.WordBefore(amount.Start - 2), p.WordAfter(end + 1));
        if (name.Length == 0)
            return false;
        if (char.IsUpper(p[name.Start]))
        {
            return (p[end] == ',' && char.IsLower(p[next.Start]))
                || (p[end] == '.' && p[end + 1] is '\0' or ' ')
                || p[end] == '\0';
        }
        if (p.Is(name, FigureWord.Kin))
            return p[end] is ',' or '.' or '\0';
        // "The lawyer, 58, and his wife", but "the members, 58, and the guests" are counted.
        var goesOn = (!p.Is(next, "and") && !p.Is(next, "or")) || p.IsAny(p.WordAfter(next.End), ["his", "her", "their"]);
        return p[end] == ','
            && amount.Figure.Value >= 10
            && char.IsLower(p[next.Start])
            && goesOn
            && !NounLexicon.IsPlural(p[name]);
    }

    /// <summary>"Maria Silva (52)": behind a name of two words.</summary>
    [Example("Maria Silva (52) said no.", "52")]
    private static bool IsInBrackets(Passage p, in Amount amount, int end) =>
        amount.Figure is { IsPlain: true, Value: >= 10 }
        && p[amount.Start - 1] == '('
        && p[end] == ')'
        && p.WordBefore(amount.Start - 1) is { Length: > 1 } last
        && char.IsUpper(p[last.Start])
        && char.IsLower(p[last.Start + 1])
        && p.WordBefore(last.Start) is { Length: > 1 } first
        && char.IsUpper(p[first.Start])
        && char.IsLower(p[first.Start + 1]);

    private static bool EndsHere(Passage p, int end) =>
        p[end] is ',' or '.' or ';' or ')' or '"' or '”' or '\0' || p.Is(p.WordAfter(end), FigureWord.BehindAge);
}
