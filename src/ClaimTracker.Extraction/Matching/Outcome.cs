using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// "A bus crashed in Durel, killing 41": what happened and what came of it are one thing, "41 were killed when a bus crashed in
/// Durel".
/// </summary>
internal static class Outcome
{
    private static readonly WordSet Hits = new("hit hits struck strikes rocked rocks shook shakes battered ravaged");

    // What can happen to a thing without anybody who does it.
    private static readonly WordSet Befalls = new(
        "crashed crashes collapsed collapses exploded explodes erupted erupts derailed derails capsized "
            + "capsizes overturned overturns sank sinks"
    );

    private static readonly Dictionary<string, string> Results = new()
    {
        ["killing"] = "killed",
        ["injuring"] = "injured",
        ["wounding"] = "wounded",
        ["destroying"] = "destroyed",
        ["displacing"] = "displaced",
    };

    /// <summary>Brings all to the last of these forms.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        JoinHit(pieces);
        TurnResult(pieces);
    }

    // "A landslide hit Durel on 3 June, killing 41" is "a landslide in Durel killed 41".
    private static void JoinHit(List<Piece> pieces)
    {
        var verb = pieces.FindIndex(piece => piece.IsWord && Hits.Has(piece.Plain));
        if (verb < 1 || !pieces[verb - 1].IsWord || !Happening.Is(pieces[verb - 1].Plain))
            return;
        var mark = pieces.FindIndex(verb, piece => piece.Kind == PieceKind.Break);
        if (
            mark < verb + 2
            || mark + 2 >= pieces.Count
            || !Results.TryGetValue(pieces[mark + 1].Plain, out var result)
            || !IsPlace(pieces, verb + 1, mark)
        )
        {
            return;
        }

        pieces[mark + 1] = New(pieces[mark + 1].Text, result) with { Past = true };
        pieces.RemoveAt(mark);
        pieces[verb] = New("", "in");
    }

    private static void TurnResult(List<Piece> pieces)
    {
        if (pieces.Count < 4)
            return;
        var mark = pieces.FindLastIndex(pieces.Count - 2, piece => piece.Kind == PieceKind.Break);
        if (
            mark < 2
            || mark + 2 >= pieces.Count
            || !pieces.Take(mark).Any(piece => piece.IsWord && (piece.Past || Befalls.Has(piece.Plain)))
        )
        {
            return;
        }

        var end = pieces.FindIndex(mark + 1, piece => piece.Kind == PieceKind.Break);
        var said = pieces[mark + 1];
        if (end < 0 || end != pieces.Count - 1 || Result(pieces, mark, end) is not { } result)
            return;
        var happened = pieces.GetRange(0, mark);
        List<Piece> turned =
        [
            .. pieces.GetRange(mark + 2, end - mark - 2 - (said.Plain == "leaving" ? 1 : 0)),
            New("", "were"),
            New(said.Text, result) with
            {
                Past = true,
            },
            New("", "when"),
            .. happened,
            pieces[end],
        ];
        pieces.Clear();
        pieces.AddRange(turned);
    }

    // "…, killing 41 people", "…, leaving 41 dead".
    private static string? Result(List<Piece> pieces, int mark, int end) =>
        Results.TryGetValue(pieces[mark + 1].Plain, out var result) ? result
        : pieces[mark + 1].Plain != "leaving" ? null
        : pieces[end - 1].Plain switch
        {
            "dead" => "killed",
            "injured" or "wounded" => "injured",
            _ => null,
        };

    private static Piece New(string text, string plain) => new(PieceKind.Word, text, plain, Senses.Of(plain, false));

    private static bool IsPlace(List<Piece> pieces, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var piece = pieces[i];
            if (
                !(
                    piece.Name
                    || piece.Kind == PieceKind.Time
                    || SmallWords.IsArticle(piece.Plain)
                    || piece.Plain is "in" or "on" or "of" or "at"
                )
            )
            {
                return false;
            }
        }

        return pieces[first].IsWord;
    }
}
