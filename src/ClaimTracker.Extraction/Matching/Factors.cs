namespace ClaimTracker.Extraction.Matching;

/// <summary>"Rose by 100 percent", "fell by half": what has a verb of its own, which is to double and to halve.</summary>
internal static class Factors
{
    private static readonly string Increase = Senses.Of("increase", false);
    private static readonly string Decrease = Senses.Of("decrease", false);

    /// <summary>Puts that verb in place of the other and its figure.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        for (var i = 0; i + 1 < pieces.Count; i++)
        {
            if (!pieces[i].IsWord || (pieces[i].Key != Increase && pieces[i].Key != Decrease))
                continue;
            if (pieces[i].Key == Increase && Fold(pieces[i + 1].Text) is { } fold)
            {
                pieces[i] = pieces[i] with { Plain = fold, Key = Senses.Of(fold, false), Common = Senses.Of(fold, false) };
                pieces.RemoveAt(i + 1);
                continue;
            }

            var figure = Figure(pieces, i);
            if (figure < 0 || Verb(pieces[i].Key, pieces[figure].Key) is not { } verb)
                continue;
            pieces[i] = pieces[i] with { Plain = verb, Key = Senses.Of(verb, false), Common = Senses.Of(verb, false) };
            pieces.RemoveRange(figure - (pieces[figure - 1].Plain == "by" ? 1 : 0), pieces[figure - 1].Plain == "by" ? 2 : 1);
        }
    }

    private static string? Fold(string text) =>
        text.ToLowerInvariant() switch
        {
            "twofold" or "two-fold" => "doubled",
            "threefold" or "three-fold" => "tripled",
            _ => null,
        };

    // "Rose by 100 percent"; "cut child poverty by 50 percent" has what is cut between.
    private static int Figure(List<Piece> pieces, int verb)
    {
        var at = pieces[verb + 1].Plain == "by" ? verb + 2 : verb + 1;
        if (at < pieces.Count && pieces[at].Kind == PieceKind.Figure)
            return at;
        var by = pieces.FindIndex(verb, piece => piece.Kind == PieceKind.Break || piece.Plain == "by");
        var plain =
            by > 0
            && pieces[by].Plain == "by"
            && pieces.GetRange(verb + 1, by - verb - 1).TrueForAll(piece => piece.IsWord && Links.Of(piece.Plain) is null);
        return plain && by + 1 < pieces.Count && pieces[by + 1].Kind == PieceKind.Figure ? by + 1 : -1;
    }

    private static string? Verb(string key, string figure) =>
        key == Increase
            ? figure switch
            {
                "#Eq 1 share" => "doubled",
                "#Eq 2 share" => "tripled",
                _ => null,
            }
        : figure is "#Eq 0.5 share" or "#Eq 0.5 " ? "halved"
        : null;
}
