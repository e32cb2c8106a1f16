namespace ClaimTracker.Extraction.Matching;

/// <summary>What a part is to its statement, as far as it can be told whatever the wording.</summary>
/// <param name="Role">Who does it, to whom, or beside it; unknown for what may be either.</param>
/// <param name="Link">What ties it where it stands beside.</param>
/// <param name="Clause">The conjunction of its clause.</param>
internal readonly record struct PartRole(Role Role, string Link, string Clause)
{
    /// <summary>Where a part stands.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isDeed">Whether its head is the noun for what the other statement says by a verb.</param>
    public static PartRole Of(Part part, Func<Part, bool> isDeed)
    {
        var chunk = part.Chunk;
        if (chunk.Role == Role.Verb)
            return new PartRole(Role.Verb, "", chunk.Clause);
        if (chunk.Tie == "by" && part.Piece.IsWord)
            return new PartRole(Role.Doer, "", chunk.Clause);
        var head = chunk.Pieces.FindIndex(piece => piece == chunk.Head);
        // "The sale of the mill": what stands behind "of" is what it is done to; "Italy's refusal" may be either.
        if (!part.IsHead && head >= 0 && isDeed(part))
            return new PartRole(part.Place > head ? Role.DoneTo : Role.Unknown, "", chunk.Clause);
        // "The murder of Jan Holt by Ida Moss".
        if (!part.IsHead && head >= 0 && part.Place > head)
            return new PartRole(Role.Beside, "of", chunk.Clause);
        var role = chunk.Clause.Length > 0 && chunk.Tie.Length == 0 ? chunk.InClause : chunk.Role;
        return new PartRole(role, role is Role.Beside or Role.Unknown ? chunk.Tie : "", chunk.Clause);
    }
}
