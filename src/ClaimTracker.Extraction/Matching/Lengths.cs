using System.Globalization;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Measures that are written as words: "a fortnight", "an hour and a half", "a tonne and a half".</summary>
internal static class Lengths
{
    /// <summary>Brings them to figures.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i + 1 < pieces.Count && pieces[i].IsWord && pieces[i].Plain == "pair" && pieces[i + 1].Plain == "of")
            {
                PutTwo(pieces, i);
                continue;
            }

            if (IsFortnight(pieces, i))
            {
                var text = $"{pieces[i].Text} {pieces[i + 1].Text}";
                pieces.RemoveAt(i + 1);
                pieces[i] = Of(text, "fortnight", 1);
                continue;
            }

            if (Half(pieces, i) is not { } unit)
                continue;
            var start = i > 0 && SmallWords.IsArticle(pieces[i - 1].Plain) ? i - 1 : i;
            var end = pieces.FindIndex(
                i + 1,
                piece => piece.Text.EndsWith("half", StringComparison.OrdinalIgnoreCase) || piece.Kind == PieceKind.Figure
            );
            var words = string.Join(' ', pieces.GetRange(start, end - start + 1).Select(piece => piece.Text));
            pieces.RemoveRange(start, end - start + 1);
            pieces.Insert(start, Of(words, unit, 1.5));
            i = start;
        }
    }

    /// <summary>The figure of one unit where a time is no more than its article and its name; else null.</summary>
    public static Piece? One(string text)
    {
        var words = text.ToLowerInvariant().Split(' ');
        return words is ["a" or "an" or "one", var unit] && Measure.IsTime(unit) ? Of(text, unit, 1) : null;
    }

    private static bool IsFortnight(List<Piece> pieces, int at) =>
        at + 1 < pieces.Count
        && pieces[at].IsWord
        && pieces[at].Plain == "a"
        && pieces[at + 1] is { IsWord: true, Plain: "fortnight", Owner: false };

    // "A pair of warships".
    private static void PutTwo(List<Piece> pieces, int pair)
    {
        var first = pair > 0 && SmallWords.IsArticle(pieces[pair - 1].Plain) ? pair - 1 : pair;
        pieces.RemoveRange(first, pair + 2 - first);
        pieces.Insert(first, new Piece(PieceKind.Figure, "a pair of", "", "#Eq 2 ") { Counts = true });
    }

    // "An hour and a half": the unit of what is one and a half.
    private static string? Half(List<Piece> pieces, int at)
    {
        var piece = pieces[at];
        var plain =
            piece.Kind == PieceKind.Word ? piece.Plain
            : One(piece.Text) is null ? null
            : piece.Text.Split(' ')[^1].ToLowerInvariant();
        if (plain is null || !Measure.Knows(plain) || at + 2 >= pieces.Count || pieces[at + 1].Plain != "and")
            return null;
        var half = SmallWords.IsArticle(pieces[at + 2].Plain) ? at + 3 : at + 2;
        return
            half < pieces.Count
            && (pieces[half].Plain == "half" || pieces[half].Text.StartsWith("a half", StringComparison.OrdinalIgnoreCase))
            ? plain
            : null;
    }

    private static Piece Of(string text, string unit, double times) =>
        new(PieceKind.Figure, text, unit, string.Create(CultureInfo.InvariantCulture, $"#Eq {Measure.Of(unit, times)}"));
}
