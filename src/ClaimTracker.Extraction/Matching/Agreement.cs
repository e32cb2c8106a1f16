namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Whether two parts say the same in other words: "arrest" and "arrested", "doctor" and "physician", "Kenya" and "Kenyan".
/// </summary>
internal static class Agreement
{
    /// <summary>True where they do, whatever they are to their statements.</summary>
    public static bool Of(Part one, Part other)
    {
        var (left, right) = (one.Piece, other.Piece);
        if (left.Kind != right.Kind)
            return false;
        if (left.Agrees(right))
            return true;
        if (!left.IsWord)
            return false;
        if (left.Capital && right.Capital && (Demonyms.Of(one, other) || Demonyms.Of(other, one)))
            return true;
        if ((left.Title || right.Title) && left.Common == right.Common)
            return true;
        // A name is no word: "Forest" is not a wood, "Green" no colour.
        return left.Name == right.Name && (Synonyms.Share(left, right) || (!left.Name && one.Family == other.Family));
    }
}
