namespace ClaimTracker.Extraction.Watches;

/// <summary>Signs that lead from a passage to a note which stands elsewhere on the page, without a link: "†", "*", "²".</summary>
public static class NoteSigns
{
    private const string Signs = "*†‡§¶‖※⁑¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Before a raised sign among the names of notes and anchors.</summary>
    public const string Anchor = "sign:";

    /// <summary>True for a block that begins with such a sign.</summary>
    internal static bool IsNote(PageBlock block) =>
        Signs.Contains(block.Text[0], StringComparison.Ordinal) || block.Anchors.Any(IsSign);

    /// <summary>True where a block is the note of a sign that the passage, or its block, carries.</summary>
    internal static bool Leads(Place place, PageStatement note)
    {
        if (!IsNote(note.Block))
            return false;
        var sign = note.Block.Text[..1];
        return place.Statements.Any(s =>
            s.Block != note.Block
            && (
                s.Block.Notes.Any(name => note.Block.Anchors.Contains(name) || name == Anchor + sign)
                || (Signs.Contains(sign, StringComparison.Ordinal) && s.Block.Text.Contains(sign, StringComparison.Ordinal))
            )
        );
    }

    private static bool IsSign(string anchor) => anchor.StartsWith(Anchor, StringComparison.Ordinal);
}
