namespace ClaimTracker.Extraction.Matching;

/// <summary>Which part of one statement says what which part of another says.</summary>
internal sealed class PartPairing
{
    private readonly Dictionary<Part, Part> _partner = new(ReferenceEqualityComparer.Instance);
    private readonly List<Part> _leftOfOne;
    private readonly List<Part> _leftOfOther;

    /// <summary>
    /// Pairs the parts: first those that are worded and stand alike, then those that are worded alike, then those that say the
    /// same in other words.
    /// </summary>
    /// <param name="one">The parts of one.</param>
    /// <param name="other">The parts of the other.</param>
    public PartPairing(IReadOnlyList<Part> one, IReadOnlyList<Part> other)
    {
        (One, Other) = (one, other);
        (_leftOfOne, _leftOfOther) = ([.. one], [.. other]);
        Pair((left, right) => left.SameRole(right) && left.Piece.Agrees(right.Piece));
        Pair((left, right) => left.Piece.Agrees(right.Piece));
        Pair((left, right) => left.SameRole(right) && Agreement.Of(left, right));
        Pair(Agreement.Of);
    }

    public IReadOnlyList<Part> One { get; }

    public IReadOnlyList<Part> Other { get; }

    /// <summary>The pairs, in the order of the first statement.</summary>
    public IEnumerable<(Part One, Part Other)> Pairs => One.Where(IsPaired).Select(part => (part, _partner[part]));

    // Of a name in full that stands for initials, one word is paired with them.
    private bool IsPaired(Part part) => _partner.TryGetValue(part, out var other) && _partner[other] == part;

    public bool Has(Part part) => _partner.ContainsKey(part);

    public Part? PartnerOf(Part part) => _partner.GetValueOrDefault(part);

    /// <summary>Parts of the first that the second does not say.</summary>
    public List<Part> LeftOfOne => [.. _leftOfOne];

    /// <summary>Parts of the second that the first does not say.</summary>
    public List<Part> LeftOfOther => [.. _leftOfOther];

    /// <summary>Takes two parts for one.</summary>
    public void Join(Part one, Part other)
    {
        (_partner[one], _partner[other]) = (other, one);
        _leftOfOne.Remove(one);
        _leftOfOther.Remove(other);
    }

    private void Pair(Func<Part, Part, bool> fit)
    {
        if (_leftOfOther.Count == 0)
            return;
        foreach (var part in LeftOfOne)
        {
            var found = _leftOfOther.FindAll(other => fit(part, other));
            if (found.Count == 0)
                continue;
            // Of several it is the one beside what is paired already.
            Join(part, found.Count == 1 ? found[0] : found.Find(other => BesidePaired(part, other)) ?? found[0]);
        }
    }

    private bool BesidePaired(Part part, Part other) =>
        One.Any(near => near.Chunk == part.Chunk && PartnerOf(near)?.Chunk == other.Chunk)
        || One.Any(near =>
            near.Chunk == part.Chunk
            && near != part
            && Other.Any(far => far.Chunk == other.Chunk && far != other && near.Piece.Agrees(far.Piece))
        );
}
