namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Compares two statements part by part. They are the same only where every part that either states is stated by the other,
/// in the same role; what was not understood parts them.
/// </summary>
public static class ClaimMatcher
{
    // What stands behind the part that is compared.
    private const string Rest = "…";

    /// <summary>Compares what somebody wrote with a claim.</summary>
    public static Match Compare(MatchText query, MatchText candidate) => Compare(new Statement(query), new Statement(candidate));

    /// <summary>As the other, for texts that are compared more than once.</summary>
    public static Match Compare(Statement query, Statement candidate)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(candidate);
        // In one order, so that the answer is the same both ways.
        var (one, other) = string.CompareOrdinal(query.Written, candidate.Written) <= 0 ? (query, candidate) : (candidate, query);
        var match = IsRepeated(one, other) ? new Match(MatchRelation.Same, []) : CompareParts(one, other);
        return match.Relation == MatchRelation.Same && (one.IsCut || other.IsCut)
            ? new Match(MatchRelation.Related, [Rest])
            : match;
    }

    private static bool IsRepeated(Statement one, Statement other) =>
        string.Equals(one.Written, other.Written, StringComparison.OrdinalIgnoreCase)
        && one.Pieces.Select(piece => piece.Key).SequenceEqual(other.Pieces.Select(piece => piece.Key))
        && one.Speaker.Select(part => part.Piece.Key).SequenceEqual(other.Speaker.Select(part => part.Piece.Key));

    private static Match CompareParts(Statement one, Statement other)
    {
        var said = new PartPairing(one.Said, other.Said);
        var speakers = new PartPairing(one.Speaker, other.Speaker);
        var left = Left(said);
        List<Part> apart =
        [
            // Where words part them it is enough to say which.
            .. left.TrueForAll(IsFigure) ? Contradictions.Of(said) : [],
            .. Numbers.Parting(said),
            .. Tenses.Parting(said, one.Speaker.Count > 0),
            .. Speakers(speakers),
        ];
        if (left.Count == 0 && apart.Count == 0)
            return new Match(MatchRelation.Same, []);
        var counterparts = left.Exists(said.One.Contains) && left.Exists(said.Other.Contains);
        var figures = apart.Count == 0 && left.TrueForAll(IsFigure) && counterparts;
        var words = left.Concat(apart).SelectMany(part => WithDenied(part, said));
        return new Match(figures ? MatchRelation.OtherFigure : MatchRelation.Related, Words(words));
    }

    // "Unsafe" of one parts it from "safe" of the other.
    private static IEnumerable<Part> WithDenied(Part part, PartPairing pairing) =>
        part.Piece.Plain != "not"
            ? [part]
            : pairing
                .Pairs.SelectMany(pair => new[] { (Here: pair.One, There: pair.Other), (Here: pair.Other, There: pair.One) })
                .Where(pair => pair.Here.Piece.Text == part.Piece.Text)
                .Select(pair => pair.There)
                .Prepend(part);

    /// <summary>The parts that only one of them has, but for those that say nothing by themselves.</summary>
    private static List<Part> Left(PartPairing pairing)
    {
        Names.JoinInitials(pairing);
        var names = Names.LeftOut(pairing);
        var (one, other) = (pairing.LeftOfOne.Except(names).ToList(), pairing.LeftOfOther.Except(names).ToList());
        var owners = one.Exists(IsOwner) && other.Exists(IsOwner);
        return
        [
            .. LightWords
                .Heavy(one, other)
                .Where(part => (owners || !IsOwner(part)) && !IsBarePeople(part, pairing) && !Unsaid.Is(part, pairing)),
        ];
    }

    // "The engineer Olga Brandt" is Olga Brandt: what one calls her besides parts them as little as whose report it is.
    private static IEnumerable<Part> Speakers(PartPairing pairing)
    {
        var left = Left(pairing);
        var named = pairing.Pairs.Any(pair => pair.One.Piece.Name && pair.Other.Piece.Name);
        var oneSided = !left.Exists(pairing.One.Contains) || !left.Exists(pairing.Other.Contains);
        return named && oneSided ? left.Where(part => part.Piece is { Name: true, Title: false } || !part.Piece.IsWord) : left;
    }

    // How long it took, or how old it is, is no figure of what happened.
    private static bool IsFigure(Part part) =>
        part.Piece.Kind == PieceKind.Figure && !(part.Chunk.Link.Length > 0 && part.Piece.IsSpan);

    private static bool IsOwner(Part part) => SmallWords.IsOwner(part.Piece.Plain);

    // "41 were killed", "41 people were killed".
    private static bool IsBarePeople(Part part, PartPairing pairing) =>
        part.Piece.Plain is "people" or "persons"
        && part.Chunk.Pieces is [{ Kind: PieceKind.Figure }, _]
        && pairing
            .One.Concat(pairing.Other)
            .Any(figure => figure.Chunk == part.Chunk && pairing.PartnerOf(figure) is { Chunk.Pieces.Count: 1 });

    private static IReadOnlyList<string> Words(IEnumerable<Part> parts) =>
        [
            .. parts
                .Select(part => part.Piece.Text)
                .Where(text => text.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];
}
