namespace ClaimTracker.Extraction.Matching;

/// <summary>Which pieces of a statement stand in a clause of their own: "when the ferry sank".</summary>
internal static class Clauses
{
    /// <summary>For each piece the conjunction that opened its clause, or an empty string.</summary>
    public static string[] Of(List<Piece> pieces)
    {
        var clauses = new string[pieces.Count];
        Array.Fill(clauses, "");
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsWord || Links.Of(pieces[i].Plain) is not { } link || !Links.OpensClause(link))
                continue;
            var end = pieces.FindIndex(i, piece => piece.Kind == PieceKind.Break);
            if (!HasVerb(pieces, i + 1, end, link) || (i == 0 && end == pieces.Count - 1))
                continue;
            Array.Fill(clauses, link, i, end - i);
            i = end;
        }

        return clauses;
    }

    private static bool HasVerb(List<Piece> pieces, int from, int end, string link)
    {
        for (var i = from; i < end; i++)
        {
            var piece = pieces[i];
            if (i == from || !piece.IsWord || piece.Name)
                continue;
            // "As mayor after he lost": the verb is of the clause within.
            if (Links.Of(piece.Plain) is { } inner && Links.OpensClause(inner))
                return false;
            if (piece.Past || SmallWords.IsHelper(piece.Key) || SmallWords.IsModal(piece.Plain))
                return true;
            // "When a ferry sinks"; "after talks" has no verb.
            if (
                link is not ("as" or "since" or "before" or "after")
                && piece.Plain.EndsWith('s')
                && VerbForms.IsPresent(piece.Plain)
            )
            {
                return true;
            }
        }

        return false;
    }
}
