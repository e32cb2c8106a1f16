using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// What verbs say beside what they share: that something is so still, that somebody was killed and not only died.
/// </summary>
internal static class Tenses
{
    private static readonly WordSet Deaths = new("die died dies dying perish perished dead");

    /// <summary>The verbs of two statements that are one by their key, where they part all the same.</summary>
    public static IEnumerable<Part> Parting(PartPairing pairing, bool reported) =>
        pairing
            .Pairs.Where(pair => pair.One.Chunk.Role == Role.Verb && pair.Other.Chunk.Role == Role.Verb)
            .Where(pair => (!reported && IsStill(pair.One, pair.Other)) || IsAnotherDeath(pairing, pair.One, pair.Other))
            .SelectMany(pair => new[] { pair.One, pair.Other });

    private static bool IsStill(Part one, Part other) =>
        one.Chunk.Present != other.Chunk.Present && one.Place == one.Chunk.Pieces.Count - 1 && VerbForms.IsLasting(one.Piece.Key);

    // Of a toll, or of a fire or a blast that is named, both are said; of one person they are two things.
    private static bool IsAnotherDeath(PartPairing pairing, Part one, Part other) =>
        one.Piece.Key == Senses.Of("die", false)
        && Deaths.Has(one.Piece.Plain) != Deaths.Has(other.Piece.Plain)
        && !pairing.One.Any(part =>
            (part.Chunk.Role == Role.DoneTo && part.Piece.Kind == PieceKind.Figure) || Happening.Is(part.Piece.Plain)
        );
}
