namespace ClaimTracker.Benchmarks.Support;

/// <summary>Hits, false alarms and misses.</summary>
internal sealed class Tally
{
    public int Hits { get; private set; }

    public int Found { get; private set; }

    public int Wanted { get; private set; }

    public double F1 => Found + Wanted == 0 ? 0 : 2.0 * Hits / (Found + Wanted);

    /// <summary>Compares two lists in which each item may be used once.</summary>
    public void Compare<TWanted, TFound>(IEnumerable<TWanted> wanted, IEnumerable<TFound> found, Func<TWanted, TFound, bool> same)
    {
        var left = found.ToList();
        Found += left.Count;
        foreach (var one in wanted)
        {
            Wanted++;
            var at = left.FindIndex(other => same(one, other));
            if (at < 0)
                continue;
            Hits++;
            left.RemoveAt(at);
        }
    }

    public override string ToString() => $"F1 {F1:F3} ({Hits} of {Wanted}, {Found} found)";
}
