namespace ClaimTracker.Extraction.Watches;

/// <summary>Which of several places is the passage's.</summary>
internal static class PassagePlace
{
    /// <summary>
    /// The likeliest first: the text itself before what stands beside it, a sentence before a heading, the first of equals.
    /// </summary>
    public static IEnumerable<Place> InOrder(IEnumerable<Place> places) => places.OrderBy(Rank);

    /// <summary>The likeliest; null for none.</summary>
    public static Place? Choose(IReadOnlyList<Place> places) => places.MinBy(Rank);

    /// <summary>The place that was confirmed; null where none of them is it.</summary>
    public static Place? Confirmed(IEnumerable<Place> places, PageStatements page, QuotePlace confirmed) =>
        places
            .Select(place => (Place: place, Found: QuotePlace.Of(page, place)))
            .Where(pair => pair.Found.IsLike(confirmed))
            .OrderByDescending(pair => pair.Found.Shares(confirmed))
            .ThenBy(pair => Math.Abs(pair.Found.Position - confirmed.Position))
            .Select(pair => pair.Place)
            .FirstOrDefault();

    private static int Rank(Place place) =>
        (int)place.First.Block.Zone * 2 + (place.First.Block.Kind is BlockKind.Heading or BlockKind.Caption ? 1 : 0);
}
