using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A piece of a statement in its chunk.</summary>
/// <param name="piece">What it says.</param>
/// <param name="chunk">What it belongs to.</param>
/// <param name="place">Where it stands in its chunk.</param>
/// <param name="number">Where its chunk stands in the statement.</param>
internal sealed class Part(Piece piece, Chunk chunk, int place, int number)
{
    public Piece Piece { get; } = piece;

    public Chunk Chunk { get; } = chunk;

    public int Place { get; } = place;

    public int Number { get; } = number;

    /// <summary>What all words of its family share.</summary>
    public string Family => field ??= WordFamily.Of(Piece.Plain);

    /// <summary>True for what its chunk speaks of.</summary>
    public bool IsHead => Piece == Chunk.Head;

    /// <summary>What ties it: what its chunk is tied by ties its head, not what describes the head.</summary>
    public string Tie => IsHead || Chunk.Head is null || Piece.Kind == PieceKind.Figure ? Chunk.Tie : "";

    public bool SameRole(Part other) =>
        Chunk.Role == other.Chunk.Role && Chunk.Link == other.Chunk.Link && Chunk.Clause == other.Chunk.Clause;
}

/// <summary>The parts of which a statement consists.</summary>
internal static class Parts
{
    private static readonly WordSet Suffixes = new("inc corp ltd plc llc ag gmbh sa nv limited incorporated co");

    /// <summary>All parts in their order.</summary>
    /// <param name="chunks">The chunks.</param>
    /// <param name="reported">True where somebody is quoted, who said "will" for what stands as "would" and "is" for
    /// "was".</param>
    public static List<Part> Of(List<Chunk> chunks, bool reported) =>
        [
            .. chunks.SelectMany(
                (chunk, number) =>
                    chunk
                        .Pieces.Select(
                            (piece, at) =>
                                new Part(
                                    Tensed(piece, chunk.Role == Role.Verb && at == chunk.Pieces.Count - 1, reported),
                                    chunk,
                                    at,
                                    number
                                )
                        )
                        .Where(part => !(part is { Piece.Capital: true, Place: > 0 } && Suffixes.Has(part.Piece.Plain)))
            ),
        ];

    private static Piece Tensed(Piece piece, bool verb, bool reported)
    {
        if (reported)
            return piece.Plain == "would" ? piece with { Key = Senses.Of("will", false) } : piece;
        if (!verb || piece.Key != "be")
            return piece;
        return piece with
        {
            Key =
                piece.Plain is "was" or "were" ? "be-past"
                : piece.Plain is "is" or "are" ? "be-present"
                : "be",
        };
    }
}
