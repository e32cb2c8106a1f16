namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads the second bound behind a first: "15,000 to 20,000", "12–14 %", "between 3 and 5", "two or three".</summary>
internal static class RangeReader
{
    /// <summary>Words that say something moved: "rose from 3 % to 5 %" are two figures, no range.</summary>
    private static readonly string[] Moves =
    [
        "rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "grew", "grow", "grown", "growing", "growth", "increase", "increased", "increases", "increasing", "decrease", "decreased",
        "dropped", "drop", "drops", "dropping", "declined", "decline", "cut", "cuts", "cutting", "raised", "raise", "raising", "lowered", "lowering", "reduced", "reduce", "reducing", "jumped", "jump", "climbed", "climb",
        "up", "down", "went", "changed", "change", "moved", "shrank", "slipped", "surged", "slashed", "widened", "narrowed", "doubled", "tripled", "upgraded", "revised", "swelled", "soared", "plunged", "tumbled", "edged", "extended", "expanded", "improved", "eased", "slowed", "accelerated", "lifted", "boosted", "hike", "hiked",
    ];

    private static readonly string[] Contests = ["won", "lost", "voted", "beat", "defeated", "win", "lose", "vote", "victory", "leading", "led", "passed", "lead"];

    /// <summary>Reads a second amount and tells how the two belong together.</summary>
    public static RangeReading Read(Passage p, ref Amount first, out Amount second)
    {
        second = default;
        if (first.Figure.Kind is FigureKind.Indefinite or FigureKind.Fraction || !TryFindJoin(p, first, out var at, out var dashed)) return RangeReading.None;
        var money = CurrencyLexicon.IsSymbol(p[at]) || char.IsUpper(p[at]) && !NumberLexicon.TryFind(p[p.WordAt(at)], out _);
        if (money) at = SkipMoneyMark(p, at);
        if (!Amount.TryRead(p, at, out second) || second.Figure.Kind is FigureKind.Indefinite || second.Negative && !dashed) return RangeReading.None;
        second.Negative = false;
        var share = !first.Figure.Scaled && second.Figure.Scaled && first.Figure.Value < second.Figure.Value / second.Figure.Factor && first.Unit is null or { Length: 3 };
        if (share) first.Figure.ScaleBy(second.Figure.Factor, first.Figure.End);
        if (first.Unit is not null && second.Unit is null && first.Start < first.Figure.Start) second.Unit = first.Unit;
        var same = first.Unit is null || first.Unit == second.Unit;
        if (same && first.Figure.Value < second.Figure.Value && (dashed || !Moved(p, first))) return RangeIsSaid(p, first, second, dashed) ? RangeReading.Range : RangeReading.Score;
        return dashed && first.Unit is null && second.Unit is null ? RangeReading.Score : RangeReading.None;
    }

    /// <summary>True where a range is opened before its first bound, by "from" or "between"; <paramref name="start"/> is moved there.</summary>
    public static bool IsOpened(Passage p, ref int start)
    {
        var before = p.WordBefore(start);
        if (!p.Is(before, "from") && !p.Is(before, "between")) return false;
        start = before.Start;
        return true;
    }

    private static bool TryFindJoin(Passage p, in Amount first, out int at, out bool dashed)
    {
        at = first.End;
        dashed = Passage.IsDash(p[at]) && !p.Is(p.WordAt(at + 1), "to") || p[at] == ' ' && p[at + 1] == '–' && p[at + 2] == ' ' && char.IsAsciiDigit(p[at + 3]);
        if (dashed)
        {
            at += p[at] == ' ' ? 3 : 1;
            return char.IsAsciiDigit(p[at]) || CurrencyLexicon.IsSymbol(p[at]);
        }

        // "8- to 16-metre"
        if (Passage.IsHyphen(p[at]) && p[at + 1] == ' ') at++;
        var word = p.WordAfterJoin(at);
        var before = p.WordBefore(first.Start);
        var joins = p.Is(word, "to") || p.Is(word, "and") && p.Is(before, "between")
            || p.Is(word, "or") && first.Unit is null && first.Figure.Value < 100;
        at = Passage.IsHyphen(p[word.End]) ? word.End + 1 : p.SkipBlanks(word.End);
        if (joins && p.Is(p.WordAt(at), "as") || p.Is(p.WordAt(at), "about")) at = p.SkipBlanks(p.WordAt(at).End);
        return joins;
    }

    private static int SkipMoneyMark(Passage p, int at)
    {
        var end = at;
        while (end - at < 5 && (CurrencyLexicon.IsSymbol(p[end]) || char.IsLetter(p[end]) || p[end] == ' ')) end++;
        return end;
    }

    /// <summary>Of two bare small numbers with a dash only what follows tells a range, "3-5 people", from a result, "won 3-5".</summary>
    private static bool RangeIsSaid(Passage p, in Amount first, in Amount second, bool dashed)
    {
        var start = first.Start;
        if (!dashed) return !p.IsAny(p.WordBefore(start), Contests);
        return second.Unit is not null || second.Figure.Scaled || second.Figure.Kind == FigureKind.Numeral && second.Figure.Decimals == 0
            || IsOpened(p, ref start) || ComparatorReader.EndsAt(p, start) || CountedNoun.TryRead(p, second.End, false, out _);
    }

    private static bool Moved(Passage p, in Amount first)
    {
        var word = p.WordBefore(first.Start);
        if (!p.Is(word, "from") && (first.Unit is null || p.IsAny(word, ["between", "by", "of"]))) return false;
        for (var words = 0; words < 6 && word.Length > 0; words++, word = p.WordBefore(word.Start))
        {
            if (p.IsAny(word, Moves)) return true;
        }

        return false;
    }
}

/// <summary>What two numbers that are joined by a dash or a word make.</summary>
internal enum RangeReading
{
    /// <summary>Nothing: each is read for itself.</summary>
    None,

    /// <summary>One quantity with two bounds.</summary>
    Range,

    /// <summary>The result of a contest or a code, and no quantity.</summary>
    Score,
}
