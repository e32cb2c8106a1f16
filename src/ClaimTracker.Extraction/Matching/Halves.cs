namespace ClaimTracker.Extraction.Matching;

/// <summary>Where the second half of a statement begins: behind "and" or "but", or at "who", with a verb of its own.</summary>
internal static class Halves
{
    /// <summary>For each piece the number of halves that end before it.</summary>
    public static int[] Of(List<Piece> pieces)
    {
        var halves = new int[pieces.Count];
        var half = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 1 && Begins(pieces, i))
                half++;
            halves[i] = half;
        }

        return halves;
    }

    private static bool Begins(List<Piece> pieces, int at) =>
        pieces[at] is { IsWord: true, Name: false } piece
        && (
            (piece.Plain is "and" or "but" && HasVerb(pieces, 0, at) && HasVerb(pieces, at + 1, End(pieces, at)))
            || (piece.Plain is "who" or "which" && HasVerb(pieces, at + 1, End(pieces, at)))
        );

    private static int End(List<Piece> pieces, int from)
    {
        var end = pieces.FindIndex(from + 1, piece => piece.Kind == PieceKind.Break);
        return end < 0 ? pieces.Count : end;
    }

    private static bool HasVerb(List<Piece> pieces, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (
                pieces[i] is { IsWord: true, Name: false } piece
                && (piece.Past || SmallWords.IsHelper(piece.Key) || SmallWords.IsModal(piece.Plain))
            )
            {
                return true;
            }
        }

        return false;
    }
}
