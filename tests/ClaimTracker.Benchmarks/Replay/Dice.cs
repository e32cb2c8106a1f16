namespace ClaimTracker.Benchmarks.Replay;

/// <summary>Chance that falls alike in each run: by what it is about and the day, not by what was asked before.</summary>
internal static class Dice
{
    /// <summary>A number from 0 to below <paramref name="sides"/>.</summary>
    public static int Roll(int sides, params ReadOnlySpan<int> about)
    {
        var mixed = 0x9E3779B97F4A7C15UL;
        foreach (var part in about)
        {
            mixed = (mixed ^ (uint)part) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            mixed ^= mixed >> 31;
        }

        return (int)(mixed % (ulong)sides);
    }

    /// <summary>One of some.</summary>
    public static T Of<T>(IReadOnlyList<T> some, params ReadOnlySpan<int> about) => some[Roll(some.Count, about)];
}
