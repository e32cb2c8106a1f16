using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads how far a figure may be off either way: "1010 ± 195 light years", "50 people, give or take 2".</summary>
internal static class Tolerance
{
    /// <summary>
    /// Reads "±" or "+/-" and its number right behind a figure, and moves <paramref name="end"/> behind it; 0 where none stands
    /// there.
    /// </summary>
    [Example("It is 50 ± 2 degrees.", "50 ± 2 degrees")]
    public static double Read(Passage p, ref int end)
    {
        var at = p.SkipBlanks(end);
        if (p[at] == '+' && p[at + 1] == '/')
            at += 2;
        else if (p[at] != '±')
            return 0;
        return ReadNumber(p, at + 1, ref end);
    }

    /// <summary>Reads "give or take 2" and "plus or minus 2" behind what a figure counts.</summary>
    [Example("It took 50 days, give or take 2.", "50 days, give or take 2")]
    public static double ReadBehind(Passage p, ref int end)
    {
        var give = p.WordAfter(p[end] == ',' ? end + 1 : end);
        if (!p.Is(give, "give") && !p.Is(give, "plus"))
            return 0;
        var or = p.WordAfter(give.End);
        var take = p.WordAfter(or.End);
        if (!p.Is(or, "or") || !p.Is(take, p.Is(give, "give") ? "take" : "minus"))
            return 0;
        var tolerance = ReadNumber(p, take.End, ref end);
        // "2%, plus or minus one point"
        if (tolerance > 0 && p.IsAny(p.WordAfter(end), ["point", "points"]))
            end = p.WordAfter(end).End;
        return tolerance;
    }

    private static double ReadNumber(Passage p, int at, ref int end)
    {
        if (!FigureReader.TryReadNumber(p, p.SkipBlanks(at), out var tolerance))
            return 0;
        end = tolerance.End;
        return tolerance.Value;
    }
}
