namespace ClaimTracker.Extraction.Watches;

/// <summary>Signs that lead from a passage to a note which stands elsewhere on the page, without a link: "†", "*", "²".</summary>
internal static class NoteSigns
{
    private const string Signs = "*†‡§¶‖※⁑¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The sign with which a note begins; null for a text that is none.</summary>
    public static char? Mark(PageBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Caption && block.Text is [var sign, _, ..] && Signs.Contains(sign, StringComparison.Ordinal)
            ? sign
            : null;

    /// <summary>True where a block is the note of a sign that the passage, or its block, carries.</summary>
    public static bool Leads(Place place, Statement note) =>
        Mark(note.Block) is { } sign
        && place.Statements.Any(s => s.Block != note.Block && (s.Block.Text.Contains(sign) || s.Block.Cells.Any(cell => cell.Header.Contains(sign))));
}
