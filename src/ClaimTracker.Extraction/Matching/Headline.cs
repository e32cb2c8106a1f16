namespace ClaimTracker.Extraction.Matching;

/// <summary>What headlines leave out: "Ford to close plant" is "Ford will close a plant".</summary>
internal static class Headline
{
    /// <summary>Puts "will" for "to" where nothing else can be the verb of the statement.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        var to = pieces.FindIndex(piece => piece.IsWord && piece.Plain == "to");
        if (to < 1 || to + 1 >= pieces.Count || pieces[to + 1] is not { IsWord: true, Name: false } verb)
            return;
        if (
            !VerbForms.IsPresent(verb.Plain)
            || verb.Plain.EndsWith('s')
            || verb.Plain.EndsWith("ed", StringComparison.Ordinal)
            || pieces.Take(to).Any(MayBeVerb)
            || pieces.Exists(piece => piece != verb && IsVerb(piece))
        )
        {
            return;
        }

        pieces[to + 1] = verb with { Past = false };
        pieces[to] = new Piece(PieceKind.Word, pieces[to].Text, "will", Senses.Of("will", false));
    }

    private static bool IsVerb(Piece piece) =>
        piece is { IsWord: true, Name: false }
        && (piece.Past || SmallWords.IsHelper(piece.Key) || SmallWords.IsModal(piece.Plain));

    // "Plan to close plant": the words before could be a verb or want one.
    private static bool MayBeVerb(Piece piece) =>
        !piece.IsWord || (!piece.Name && (VerbForms.IsPresent(piece.Plain) || Links.Of(piece.Plain) is not null));
}
