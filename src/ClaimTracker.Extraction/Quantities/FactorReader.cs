using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells factors, "three times as many", "twice the size", from how often something happened, "three times a week", "he won
/// twice".
/// </summary>
internal static class FactorReader
{
    /// <summary>True where the word, "twice", multiplies what follows it.</summary>
    [Example("It is twice the size.", "twice")]
    public static bool IsTwice(Passage p, int start, int end) => p.Is(new TextSpan(start, end), "twice") && Multiplies(p, end);

    /// <summary>Reads "times" behind a number that multiplies, and moves <paramref name="end"/> behind it.</summary>
    [Example("It is three times as large.", "three times")]
    public static bool TryReadTimes(Passage p, int at, in Figure figure, ref int end)
    {
        var word = p.WordAt(at);
        if (!p.Is(word, "times") || (figure.Decimals == 0 && !Multiplies(p, word.End)))
            return false;
        end = word.End;
        return true;
    }

    private static bool Multiplies(Passage p, int at)
    {
        var next = p.WordAfter(at);
        if (next.Length == 0)
            return false;
        var behind = p.WordAfter(next.End);
        if (p.Is(next, "as"))
        {
            return p.Is(behind, FigureWord.Degree)
                || (p.IsAny(p.WordAfter(behind.End), ["as", "to"]) && !char.IsUpper(p[behind.Start]));
        }

        // "Twice the following week" tells when.
        if (p.Is(next, FigureWord.FactorBase))
        {
            return (!p.Is(behind, FigureWord.FactorTime) && !p.Is(p.WordAfter(behind.End), FigureWord.FactorTime))
                || p.Is(next, "that");
        }

        return p[next]
            is [.., 'e', 'r']
                and not ("over" or "under" or "after" or "per" or "other" or "never" or "ever" or "together" or "however");
    }
}
