namespace ClaimTracker.Extraction.Watches;

/// <summary>Which of several places is the passage's.</summary>
internal static class PassagePlace
{
    /// <summary>The text itself before what stands beside it, a sentence before a heading, the first of equals; null for none.</summary>
    public static Place? Choose(IReadOnlyList<Place> places) => places.MinBy(Rank);

    private static int Rank(Place place) =>
        (int)place.First.Block.Zone * 2 + (place.First.Block.Kind is BlockKind.Heading or BlockKind.Caption ? 1 : 0);
}

/// <summary>Where a quote stands on its page, for a person to confirm and for the next look to find it again (the selector of W3C's annotations).</summary>
/// <param name="Sentence">The whole sentence or row around it.</param>
/// <param name="Prefix">What stands before it, at most 64 characters.</param>
/// <param name="Suffix">What stands behind it, at most 64 characters.</param>
/// <param name="Position">Its first character in the text that the page shows, in UTF-16 code units.</param>
/// <param name="Heading">The heading above it; null for none.</param>
/// <param name="Kind">The block it stands in.</param>
/// <param name="Columns">The column headers of its row; empty elsewhere.</param>
/// <param name="Zone">The part of the page.</param>
public sealed record QuotePlace(
    string Sentence, string Prefix, string Suffix, int Position, string? Heading, BlockKind Kind, IReadOnlyList<string> Columns, PageZone Zone)
{
    private const int Around = 64;

    internal static QuotePlace Of(PageStatements page, Place place)
    {
        var (first, last) = (place.First, place.Last);
        var (text, end) = (first.Block.Text, last.Block.Text);
        var before = page.Blocks.Take(first.BlockIndex).Sum(block => block.Text.Length + 1);
        return new QuotePlace(
            place.Text,
            text[Math.Max(0, place.Start - Around)..place.Start],
            end[place.End..Math.Min(end.Length, place.End + Around)],
            before + place.Start,
            first.Block.Heading,
            first.Block.Kind,
            [.. first.Block.Cells.Select(cell => cell.Header).Where(header => header.Length > 0)],
            first.Block.Zone);
    }
}
