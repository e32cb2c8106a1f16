using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads shares that are written around what they are of: "one person in four", "every third house".</summary>
internal static class ShareReader
{
    /// <summary>
    /// Reads "one person in four", "two people in every ten" whose first number is read already, adds the share and says where it
    /// ends.
    /// </summary>
    [Example("One person in four is idle.", "One person in four")]
    public static bool TryReadAround(Passage p, in Amount amount, int floor, List<Quantity> into, out int end)
    {
        end = amount.End;
        if (
            amount.Unit is not null
            || amount.Figure is not { IsInteger: true, Scaled: false, Value: >= 1 and < 10 }
            || amount.Negative
        )
        {
            return false;
        }

        var noun = p.WordAfter(amount.End);
        if (noun.Length < 3 || NounLexicon.IsStop(p[noun]) || !char.IsLower(p[noun.Start]))
            return false;
        var second = p.WordAfter(noun.End);
        var last = second.Length > 2 && !NounLexicon.IsStop(p[second]) ? second : noun;
        var at = p.WordAfter(last.End);
        if (p.Is(at, "out") && p.Is(p.WordAfter(at.End), "of"))
            at = p.WordAfter(at.End);
        else if (!p.Is(at, "in"))
            return false;
        if (p.Is(p.WordAfter(at.End), "every"))
            at = p.WordAfter(at.End);
        if (!FigureReader.TryReadNumber(p, p.SkipBlanks(at.End), out var whole) || !IsWhole(p, whole, amount.Figure.Value == 1))
            return false;
        if (whole.Value <= amount.Figure.Value)
            return false;
        var start = amount.Start;
        var comparator = ComparatorReader.ReadBefore(p, ref start);
        var share = amount.Figure.Value / whole.Value;
        var (low, high) = comparator switch
        {
            Comparator.Gt or Comparator.Gte => (share, (double?)null),
            Comparator.Lt or Comparator.Lte => ((double?)null, share),
            _ => ((double?)null, (double?)null),
        };
        end = whole.End;
        var counted = p[new TextSpan(noun.Start, last.End)].ToString();
        into.Add(new Quantity(new TextSpan(Math.Max(start, floor), end), share, low, high, comparator, null, counted));
        return true;
    }

    /// <summary>Reads "every third house" at its first word; a period, "every second day", is how often.</summary>
    [Example("Every third house is empty.", "Every third house")]
    public static bool TryReadEvery(Passage p, TextSpan every, List<Quantity> into, out int end)
    {
        end = every.End;
        var ordinal = p.WordAfter(every.End);
        if (!NumberLexicon.TryFindOrdinal(p[ordinal], out var part) || part is < 2 or > 10 || Passage.IsHyphen(p[ordinal.End]))
            return false;
        var noun = p.WordAfter(ordinal.End);
        if (
            noun.Length < 3
            || !char.IsLower(p[noun.Start])
            || NounLexicon.IsStop(p[noun])
            || p[noun][^1] == 's'
            || UnitLexicon.TryFind(p[noun], out _)
        )
        {
            return false;
        }

        end = noun.End;
        into.Add(new Quantity(new TextSpan(every.Start, end), 1d / part, null, null, Comparator.Eq, null, p[noun].ToString()));
        return true;
    }

    /// <summary>"in four" is a whole; "in four cities" is a place, "in 2019" and "in three days" a time.</summary>
    private static bool IsWhole(Passage p, in Figure whole, bool ofOne) =>
        whole.IsInteger
        && whole.Value is (>= 3 and <= 12) or 20 or 25 or 50 or 100 or 1000 or 2
        && !UnitReader.IsTimeUnit(p, whole.End)
        && !p.IsAny(p.WordAfter(whole.End), ["of", "different", "separate"])
        && (
            !CountedNoun.TryRead(p, whole.End, false, out var counted)
            || (
                ofOne
                && !p.Is(p.WordBefore(counted.End + 1), FigureWord.PlacePlural)
                && counted.Start == p.WordBefore(counted.End).Start
            )
        );
}
