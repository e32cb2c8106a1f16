namespace ClaimTracker.Extraction.Matching;

/// <summary>"It was on Monday that the dam burst" says that the dam burst on Monday.</summary>
internal static class Cleft
{
    private const int Longest = 12;

    /// <summary>Takes out "it was" and "that" where a statement begins so, and no verb stands between.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        if (pieces.Count < 5 || pieces[0].Plain != "it" || pieces[1].Plain is not ("is" or "was"))
            return;
        for (var i = 2; i < Math.Min(pieces.Count - 1, Longest); i++)
        {
            var piece = pieces[i];
            if (i > 2 && piece is { IsWord: true, Plain: "that" or "who" or "when" })
            {
                pieces.RemoveAt(i);
                pieces.RemoveRange(0, 2);
                return;
            }

            if (piece.Kind == PieceKind.Break || IsVerb(piece))
                return;
        }
    }

    private static bool IsVerb(Piece piece) =>
        piece is { IsWord: true, Name: false }
        && (
            piece.Past
            || SmallWords.IsHelper(piece.Key)
            || SmallWords.IsModal(piece.Plain)
            || piece.Plain is "not" or "only" or "possible" or "likely" or "to"
        );
}
