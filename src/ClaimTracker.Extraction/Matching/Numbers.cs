using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>One or several: "the minister resigned", "the ministers resigned". Where a figure counts, it tells.</summary>
internal static class Numbers
{
    /// <summary>Parts of which one statement has one and the other several.</summary>
    public static IEnumerable<Part> Parting(PartPairing pairing) =>
        pairing
            .Pairs.Where(pair =>
                pair.One.Piece.Plural != pair.Other.Piece.Plural && Differ(pair.One.Piece.Plain, pair.Other.Piece.Plain)
            )
            .Where(pair => IsCounted(pair.One) && IsCounted(pair.Other))
            .SelectMany(pair => new[] { pair.One, pair.Other });

    // "Workers" and "staff" say nothing of it: only two forms of one word do.
    private static bool Differ(string one, string other) =>
        one + "s" == other || other + "s" == one || one + "es" == other || other + "es" == one;

    private static bool IsRewritten(Part part) => part.Piece.Text.Contains(' ', StringComparison.Ordinal);

    // "No journalist", "no journalists"; "every house", "all houses".
    private static bool IsNone(Part part) =>
        part.Chunk.Pieces.Exists(piece => piece.Plain is "no" or "not" or "any" or "none" or "all" or "every" or "each");

    // "Oil price", "oil prices" are one thing, and so is what only describes: "car sales".
    private static bool IsCounted(Part part) =>
        part.Piece.IsWord
        && !IsRewritten(part)
        && !IsNone(part)
        && part.Chunk.Role is not Role.Verb
        && part.Place == part.Chunk.Pieces.Count - 1
        && !part.Chunk.Pieces.Exists(piece => piece.Kind == PieceKind.Figure)
        && (Lexicon.ClassOf(part.Piece.Plain) & WordClass.Rate) == 0;
}
