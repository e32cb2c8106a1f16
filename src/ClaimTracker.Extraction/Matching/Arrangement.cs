namespace ClaimTracker.Extraction.Matching;

/// <summary>Whether what two statements say in the same words hangs together alike in both.</summary>
internal static class Arrangement
{
    /// <summary>Parts that hang together otherwise, or stand in an order that says something else.</summary>
    public static IEnumerable<Part> Parting(PartPairing pairing)
    {
        var pairs = pairing.Pairs.Where(pair => pair.One.SameRole(pair.Other)).ToList();
        return Headless(pairing, pairs)
            .Concat(Torn(pairs))
            .Concat(Torn(pairs.ConvertAll(pair => (pair.Other, pair.One))))
            .Concat(
                pairs
                    .Where(pair => pair.One.Chunk.Role is not (Role.Beside or Role.Verb))
                    .GroupBy(pair => (pair.One.Chunk.Role, pair.One.Chunk.Clause))
                    .SelectMany(group => OutOfOrder([.. group]))
            )
            .Concat(OutOfOrder(pairs.FindAll(pair => pair.One.Piece.Kind == PieceKind.Time && !IsTold(pairs, pair))))
            .Concat(
                pairs
                    .FindAll(pair => pair.One.Piece.Kind == PieceKind.Figure && pair.One.Chunk.Pieces.Count == 1)
                    .GroupBy(pair => pair.One.Chunk.Link is "from" or "to" ? pair.One.Chunk.Link : "")
                    .SelectMany(group => OutOfOrder([.. group]))
            )
            .Concat(
                Moved(
                    pairs.FindAll(pair =>
                        pair.One.Chunk.Role == Role.Beside && pair.One.Chunk.Link != "ly" && pair.One.Piece.Kind != PieceKind.Time
                    )
                )
            );
    }

    // "The wife of the minister's brother", "the brother of the minister's wife".
    private static IEnumerable<Part> Headless(PartPairing pairing, List<(Part One, Part Other)> pairs) =>
        pairs
            .Where(pair => pair.One.IsHead && !pair.Other.IsHead && pair.One.Piece is { IsWord: true, Capital: false })
            .Where(pair =>
                pairing.Pairs.Any(head =>
                    head.Other.IsHead
                    && head.Other.Piece.IsWord
                    && head.Other.Chunk == pair.Other.Chunk
                    && head.One.Chunk == pair.One.Chunk
                )
            )
            .Select(pair => pair.One);

    // "A man in a red car hit a woman in a blue one": what stood together has to stand together.
    private static IEnumerable<Part> Torn(List<(Part One, Part Other)> pairs) =>
        pairs
            .Where(pair => pair.One.Chunk.Role != Role.Verb)
            .GroupBy(pair => pair.One.Chunk)
            .Select(chunk => chunk.GroupBy(pair => pair.Other.Chunk).OrderByDescending(group => group.Count()).ToList())
            .SelectMany(groups => groups.Skip(1))
            .SelectMany(group => group)
            .Select(pair => pair.One);

    // "From 3.4 in May to 3.1 in June", "to 3.1 in June from 3.4 in May": each time is of the figure that stands before it.
    private static bool IsTold(List<(Part One, Part Other)> pairs, (Part One, Part Other) time) =>
        pairs.Exists(pair =>
            pair.One.Number == time.One.Number - 1
            && pair.Other.Number == time.Other.Number - 1
            && pair.One.Piece.Kind == PieceKind.Figure
            && pair.One.Chunk.Link is "from" or "to"
        );

    // In a list that "and" joins any order says the same.
    private static IEnumerable<Part> OutOfOrder(List<(Part One, Part Other)> pairs)
    {
        var last = -1;
        foreach (var (one, other) in pairs.DistinctBy(pair => pair.One.Chunk))
        {
            if (other.Number < last && !one.Chunk.AfterAnd && !other.Chunk.AfterAnd)
                yield return one;
            last = Math.Max(last, other.Number);
        }
    }

    // One that moved behind the verb and another that moved before it have changed places.
    private static IEnumerable<Part> Moved(List<(Part One, Part Other)> pairs)
    {
        var back = pairs.FindAll(pair => pair.One.Chunk is { BeforeVerb: true, Front: false } && !pair.Other.Chunk.BeforeVerb);
        var forth = pairs.FindAll(pair => !pair.One.Chunk.BeforeVerb && pair.Other.Chunk is { BeforeVerb: true, Front: false });
        return back.Count > 0 && forth.Count > 0 ? back.Concat(forth).Select(pair => pair.One) : [];
    }
}
