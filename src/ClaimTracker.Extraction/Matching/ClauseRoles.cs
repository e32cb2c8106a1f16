namespace ClaimTracker.Extraction.Matching;

/// <summary>Says what each chunk of a clause is to the verb of that clause: "when the depot was shelled by rebels".</summary>
internal static class ClauseRoles
{
    /// <summary>Fills in the roles within clauses.</summary>
    public static void Give(List<Chunk> chunks, List<Piece> pieces, string[] clauses)
    {
        for (var start = 0; start < pieces.Count; start++)
        {
            if (clauses[start].Length == 0)
                continue;
            var end = start;
            while (end < pieces.Count && clauses[end] == clauses[start] && pieces[end].Kind != PieceKind.Break)
                end++;
            Give(chunks, pieces.GetRange(start, end - start));
            start = end;
        }
    }

    private static void Give(List<Chunk> chunks, List<Piece> clause)
    {
        // The conjunction is none of its pieces.
        var inside = clause.Skip(1).ToList();
        var none = new string[inside.Count];
        Array.Fill(none, "");
        var predicate = Predicate.Find(inside, none);
        if (predicate.Verb < 0)
            return;
        var sole = VerbForms.IsSole(inside[predicate.Verb].Key);
        var behind = chunks.Exists(chunk => chunk.Tie.Length == 0 && At(chunk, inside) > predicate.Verb);
        foreach (var chunk in chunks)
        {
            var at = At(chunk, inside);
            if (at < 0 || chunk.Tie.Length > 0)
                continue;
            chunk.InClause =
                at == predicate.Verb ? Role.Verb
                : at > predicate.Verb || predicate.Passive || (sole && !behind) ? Role.DoneTo
                : Role.Doer;
        }
    }

    private static int At(Chunk chunk, List<Piece> inside) => inside.FindIndex(piece => ReferenceEquals(piece, chunk.Pieces[0]));
}
