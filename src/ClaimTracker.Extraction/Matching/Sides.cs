namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Which words stand on the far side of a word that sets two against each other or tells of one by way of another: "nurses, not
/// doctors", "Poland, unlike Hungary", "coal instead of gas", "Ana, whose cousin runs it".
/// </summary>
internal static class Sides
{
    private const string Against = "against";
    private const string Whose = "whose";

    /// <summary>Marks the pieces of a statement that stand there.</summary>
    public static void Mark(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (Begin(pieces, i) is not (var side, var from))
                continue;
            var end = End(pieces, from, side);
            for (var at = from; at < end; at++)
                pieces[at] = pieces[at] with { Side = side };
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Parts that have changed sides with another.</summary>
    public static IEnumerable<Part> Exchanged(PartPairing pairing)
    {
        var moved = pairing.Pairs.Where(pair => pair.One.Piece.IsWord && pair.One.Piece.Side != pair.Other.Piece.Side).ToList();
        return moved
            .Where(pair =>
                moved.Exists(with => with.One.Piece.Side == pair.Other.Piece.Side && with.Other.Piece.Side == pair.One.Piece.Side)
            )
            .Select(pair => pair.One);
    }

    // The side that begins at a word, and where.
    private static (string Side, int From)? Begin(List<Piece> pieces, int at) =>
        pieces[at] is not { IsWord: true } piece ? null
        : piece.Plain == "whose" ? (Whose, at + 1)
        : piece.Plain == "unlike" ? (Against, at + 1)
        : Is(pieces, at, "rather", "than") || Is(pieces, at, "instead", "of") || Is(pieces, at, "opposed", "to")
            ? (Against, at + 2)
        : piece.Plain == "not" && SetsAgainst(pieces, at) ? (Against, at + 1)
        : null;

    // "Nurses, not doctors", "in Riga and not in Vell", "not coal but gas"; "did not rise" denies, and sets nothing against
    // another.
    private static bool SetsAgainst(List<Piece> pieces, int at)
    {
        if (at + 1 >= pieces.Count || pieces[at + 1].Plain is "only" or "just" or "merely")
            return false;
        if (at == 0 || pieces[at - 1].Kind == PieceKind.Break || SmallWords.IsAnd(pieces[at - 1].Plain))
            return at + 1 < pieces.Count && !SmallWords.IsHelper(pieces[at + 1].Key);
        var end = End(pieces, at + 1, Against);
        return end < pieces.Count && pieces[end].Plain == "but";
    }

    private static int End(List<Piece> pieces, int from, string side)
    {
        var end = pieces.FindIndex(
            from,
            piece => piece.Kind == PieceKind.Break || (side == Against && piece.IsWord && piece.Plain is "but" or "and")
        );
        return end < 0 ? pieces.Count : end;
    }

    private static bool Is(List<Piece> pieces, int at, string first, string second) =>
        pieces[at].Plain == first && at + 1 < pieces.Count && pieces[at + 1].Plain == second;
}
