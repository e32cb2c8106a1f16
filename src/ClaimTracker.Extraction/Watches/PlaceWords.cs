namespace ClaimTracker.Extraction.Watches;

/// <summary>A place on a page in words.</summary>
public static class PlaceWords
{
    /// <summary>"in a row of a table with the columns “Day”, “Ships” under “May”".</summary>
    public static string Of(QuotePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Kind(place.Kind)
            + (
                place.Columns.Count > 0
                    ? $" with the columns {string.Join(", ", place.Columns.Select(column => $"“{column}”"))}"
                    : ""
            )
            + (place.Heading is null ? "" : $" under “{place.Heading}”")
            + (place.Zone == PageZone.Body ? "" : ", beside its text and not in it");
    }

    internal static string Of(PageStatements page, Place place) => Of(QuotePlace.Of(page, place));

    private static string Kind(BlockKind kind) =>
        kind switch
        {
            BlockKind.Heading => "in a heading",
            BlockKind.Item => "in an item of a list",
            BlockKind.Row => "in a row of a table",
            BlockKind.Caption => "in a caption",
            BlockKind.Field => "in a field",
            BlockKind.Quoted => "in a quotation",
            _ => "in a paragraph",
        };
}
