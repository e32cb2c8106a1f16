namespace ClaimTracker.Extraction.Watches;

/// <summary>The figures that differ between two forms of a statement.</summary>
internal static class FigureDifference
{
    /// <summary>Pairs them in their order; none where their number differs.</summary>
    public static IReadOnlyList<FigureChange> Changed(string was, string now)
    {
        var (before, after) = (PassageSubject.FiguresOf(was), PassageSubject.FiguresOf(now));
        if (before.Count != after.Count)
            return [];
        return
        [
            .. before
                .Zip(after)
                .Where(pair => !Bearing.SameValue(pair.First.Quantity, pair.Second.Quantity))
                .Select(pair => new FigureChange(pair.First.Text, pair.Second.Text)),
        ];
    }
}
