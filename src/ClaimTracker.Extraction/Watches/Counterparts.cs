namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Which of several places that say the same is which of the kept page's: each stands for one only, so that a copy that stood
/// there before is never taken for the confirmed one that is gone.
/// </summary>
internal static class Counterparts
{
    /// <summary>The place on the page as it stands that is the confirmed one; null where that one is gone.</summary>
    /// <param name="confirmed">Which of the kept page's.</param>
    /// <param name="was">All on the kept page.</param>
    /// <param name="now">All on the page as it stands.</param>
    /// <param name="fit">How well two of them fit, the higher the better.</param>
    public static PageStatement? Of(
        PageStatement confirmed,
        IReadOnlyList<PageStatement> was,
        IReadOnlyList<PageStatement> now,
        Func<PageStatement, PageStatement, double> fit
    )
    {
        var pairs = new List<(int Was, int Now, double Fit)>();
        for (var w = 0; w < was.Count; w++)
        {
            for (var n = 0; n < now.Count; n++)
                pairs.Add((w, n, fit(was[w], now[n])));
        }

        var (taken, given) = (new HashSet<int>(), new HashSet<int>());
        // Of equals the order on the page decides.
        foreach (var (w, n, _) in pairs.OrderByDescending(pair => pair.Fit).ThenBy(pair => Math.Abs(pair.Was - pair.Now)))
        {
            if (taken.Contains(w) || !given.Add(n))
                continue;
            taken.Add(w);
            if (was[w] == confirmed)
                return now[n];
        }

        return null;
    }
}
