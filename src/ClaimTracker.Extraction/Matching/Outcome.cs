namespace ClaimTracker.Extraction.Matching;

/// <summary>"A landslide hit Durel on 3 June, killing 41": that it hit the place and what it did there are one thing, "a landslide in Durel killed 41".</summary>
internal static class Outcome
{
    private static readonly WordSet Hits = new("hit hits struck strikes rocked rocks shook shakes battered ravaged");

    private static readonly Dictionary<string, string> Results = new()
    {
        ["killing"] = "killed",
        ["injuring"] = "injured",
        ["wounding"] = "wounded",
        ["destroying"] = "destroyed",
        ["displacing"] = "displaced",
    };

    /// <summary>Joins both halves where nothing but place and time stands between them.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        var verb = pieces.FindIndex(piece => piece.IsWord && Hits.Has(piece.Plain));
        if (verb < 1 || !pieces[verb - 1].IsWord || !Happening.Is(pieces[verb - 1].Plain)) return;
        var mark = pieces.FindIndex(verb, piece => piece.Kind == PieceKind.Break);
        if (mark < verb + 2 || mark + 2 >= pieces.Count || !Results.TryGetValue(pieces[mark + 1].Plain, out var result) || !IsPlace(pieces, verb + 1, mark)) return;
        pieces[mark + 1] = new Piece(PieceKind.Word, pieces[mark + 1].Text, result, Senses.Of(result, false)) { Past = true };
        pieces.RemoveAt(mark);
        pieces[verb] = new Piece(PieceKind.Word, "", "in", "in");
    }

    private static bool IsPlace(List<Piece> pieces, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var piece = pieces[i];
            if (!(piece.Name || piece.Kind == PieceKind.Time || SmallWords.IsArticle(piece.Plain) || piece.Plain is "in" or "on" or "of" or "at")) return false;
        }

        return pieces[first].IsWord;
    }
}
