using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells the number "one" from the pronoun and the idioms: "one person was killed", but "one of the largest", "one day", "no
/// one".
/// </summary>
internal static class OneReader
{
    /// <summary>True where "one" counts.</summary>
    public static bool Counts(Passage p, in Amount amount)
    {
        var after = p.WordAfter(amount.End);
        if (Passage.IsHyphen(p[amount.End]))
            return amount.Unit is not null || p.Is(p.WordAt(amount.End + 1), FigureWord.OneOf);
        if (
            amount.Unit is not null
            && (amount.Unit is not "day" and not "night" || p.Is(p.WordBefore(amount.Start), FigureWord.BeforeOneDay))
        )
        {
            return true;
        }

        var start = amount.Start;
        if (ComparatorReader.ReadBefore(p, ref start) is not Comparator.Eq)
            return !p.Is(after, "of");
        if (p.Is(p.WordBefore(amount.Start), FigureWord.NotBeforeOne) || p.Is(after, FigureWord.NotBehindOne))
            return false;
        return CountedNoun.TryRead(p, amount.End, true, out _)
            || p.Is(p.WordBefore(amount.Start), "killing")
            || p.Is(p.WordBefore(amount.Start), "killed");
    }
}
