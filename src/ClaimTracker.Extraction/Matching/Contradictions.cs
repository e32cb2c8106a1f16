using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Where two statements say other things in the same words: who did it and to whom it was done have changed places, "before"
/// stands for "after", an adjective belongs to another noun.
/// </summary>
internal sealed class Contradictions
{
    private static readonly WordSet Ways = new(
        "flight flights train trains ferry ferries bus buses service services trip visit tour road railway line ambassador envoy"
    );

    private readonly PartPairing _pairing;
    private readonly List<(Part One, Part Other)> _pairs;
    private readonly bool _sharesVerb;
    private readonly bool _isSole;
    private readonly bool _isHeadline;

    private Contradictions(PartPairing pairing)
    {
        _pairing = pairing;
        _pairs = [.. pairing.Pairs];
        var verbs = _pairs.FindAll(pair => IsVerb(pair.One) && IsVerb(pair.Other));
        _sharesVerb = verbs.Exists(verb => !VerbForms.IsMutual(verb.One.Piece.Key));
        _isSole = verbs.Exists(verb => VerbForms.IsSole(verb.One.Piece.Key) || VerbForms.IsSole(verb.Other.Piece.Key));
        _isHeadline =
            verbs.Exists(verb => verb.One.Piece.Plain == verb.Other.Piece.Plain)
            && (IsHeadline(pairing.One) || IsHeadline(pairing.Other));
    }

    /// <summary>The parts that hang together otherwise.</summary>
    public static IEnumerable<Part> Of(PartPairing pairing)
    {
        var found = new Contradictions(pairing);
        return found
            .Tied()
            .Concat(found.Turned())
            .Concat(found.Exchanged())
            .Concat(Attachments.Parting(pairing))
            .Concat(found.Disordered())
            .Concat(found.Shared())
            .Concat(found.Sole())
            .Concat(Agents.Exchanged(pairing))
            .Concat(Conjuncts.Parting(pairing))
            .Concat(Sides.Exchanged(pairing));
    }

    /// <summary>True for the verb of the statement.</summary>
    public static bool IsVerb(Part part) => part.Chunk.Role == Role.Verb && part.Place == part.Chunk.Pieces.Count - 1;

    private PartRole OfOne(Part part) => PartRole.Of(part, inside => IsDeed(inside, _pairing.One));

    private PartRole OfOther(Part part) => PartRole.Of(part, inside => IsDeed(inside, _pairing.Other));

    private bool IsDeed(Part inside, IReadOnlyList<Part> all) =>
        all.FirstOrDefault(part => part.Chunk == inside.Chunk && part.IsHead) is { } head
        && _pairing.PartnerOf(head) is { } partner
        && (IsVerb(partner) || partner.Chunk is { Role: Role.Unknown, Link: "" } or { Link: "to-do" });

    // "Before" and "after", "from" and "to", "with" and "without".
    private IEnumerable<Part> Tied() =>
        _pairs
            .Where(pair => !IsWithin(pair.One.Chunk, pair.Other.Chunk))
            .Where(pair =>
                IsTiedApart(pair.One, pair.Other)
                || IsMeant(pair.One, pair.Other)
                || IsMeant(pair.Other, pair.One)
                || !LinkKinship.Clauses(pair.One.Chunk.Clause, pair.Other.Chunk.Clause)
            )
            .Select(pair => pair.One);

    private bool IsTiedApart(Part one, Part other)
    {
        var (here, there) = (one.Tie, other.Tie);
        if (here == there || (one.Piece.Kind == PieceKind.Figure && !_sharesVerb && (here.Length == 0 || there.Length == 0)))
            return false;
        var given = one.Piece.Counts && (here, there) is ("to", "for") or ("for", "to");
        if (
            !given
            && one.Piece.Kind is PieceKind.Figure or PieceKind.Time
            && (here, there) is ("from" or "to", _) or (_, "from" or "to")
        )
        {
            return true;
        }
        // "China's imports" go to it, "imports from China" do not.
        if (IsTraded(one, there) || IsTraded(other, here))
            return true;
        // "Late because of snow", "snow delayed".
        if ((here, there) is ("because", "") or ("", "because"))
            return OfOne(one).Role != Role.Doer && OfOther(other).Role != Role.Doer;
        // "Goes to smelters", "smelters use": what it is given to may be who does something with it.
        if ((here, there) is ("to", "") or ("", "to"))
            return (_sharesVerb || !one.IsHead || !other.IsHead) && !IsWay(one) && !IsWay(other);
        return !LinkKinship.Links(here, there);
    }

    // "Promised to build", "built as was promised": what one means to do, and what one did.
    private bool IsMeant(Part one, Part other) =>
        one.Chunk.Link == "to-do"
        && IsVerb(other)
        && _pairs.Exists(pair =>
            (IsVerb(pair.One) && pair.One.Number < one.Number && !IsVerb(pair.Other))
            || (IsVerb(pair.Other) && pair.Other.Number < one.Number && !IsVerb(pair.One))
        );

    // "The Lima flights" go to Lima.
    private static bool IsWay(Part part) => !part.Piece.Owner && !part.IsHead && Ways.Has(part.Chunk.Pieces[^1].Plain);

    private static bool IsTraded(Part owner, string link) =>
        owner.Piece.Owner
        && !owner.IsHead
        && (link, owner.Chunk.Pieces[^1].Plain) is ("from", "imports" or "import") or ("to", "exports" or "export");

    // The same word, said once of the chunk and once of its clause: "after the crash", "after it crashed".
    private static bool IsWithin(Chunk one, Chunk other)
    {
        var (here, there) = (Telling(one), Telling(other));
        return here.Length > 0 && here == there;
    }

    private static string Telling(Chunk chunk) =>
        LinkKinship.Clauses("", chunk.Clause) ? chunk.Tie
        : chunk.Tie.Length == 0 ? chunk.Clause
        : "";

    // Who did it in one is whom it was done to in the other, by the same verb.
    private IEnumerable<Part> Turned() =>
        _pairs
            .Where(pair =>
                _sharesVerb
                && !((_isSole || _isHeadline) && IsAlone(pair.One, _pairing.One) && IsAlone(pair.Other, _pairing.Other))
                && pair.One.Chunk.Clause == pair.Other.Chunk.Clause
                && IsWhole(pair.One) == IsWhole(pair.Other)
                && (OfOne(pair.One).Role, OfOther(pair.Other).Role) is (Role.Doer, Role.DoneTo) or (Role.DoneTo, Role.Doer)
            )
            .Select(pair => pair.One);

    // "Brod mayor accused of racism": without an article anywhere, the helper of the verb may be left out too.
    private static bool IsHeadline(IReadOnlyList<Part> all) =>
        all.Any(part => part.Chunk.Role == Role.Verb && !part.Chunk.Present)
        && all.All(part => !part.Chunk.Opens || part.Chunk.Pieces[0].Kind == PieceKind.Figure);

    // What owns the one who does it need not do it.
    private static bool IsWhole(Part part) => part.IsHead || part.Chunk.Head is null;

    // "The economy grew", "the economy was boosted": the verb has no other part.
    private static bool IsAlone(Part part, IReadOnlyList<Part> all) =>
        !all.Any(other =>
            other.Chunk != part.Chunk
            && other.Piece.IsWord
            && other.Chunk is { Clause: "", Role: Role.Doer or Role.DoneTo }
            && other.Chunk.Role != part.Chunk.Role
        );

    private IEnumerable<Part> Exchanged()
    {
        var stood = _pairs
            .FindAll(pair =>
                pair.One.Piece.IsWord
                && pair.One.Chunk.Role != Role.Verb
                && pair.Other.Chunk.Role != Role.Verb
                && !LightWords.IsPronoun(pair.One)
            )
            .ConvertAll(pair => (pair.One, Here: OfOne(pair.One), There: OfOther(pair.Other)));
        for (var i = 0; i < stood.Count; i++)
        {
            var (part, here, there) = stood[i];
            if (
                here != there
                && here.Role != Role.Unknown
                && stood.Exists(with => with.Here.Role != Role.Unknown && with.Here == there && with.There == here)
            )
            {
                yield return part;
            }
        }
    }

    // Parts that stand alike keep their order, but in a list; so do times, and figures of one kind.
    private IEnumerable<Part> Disordered()
    {
        var groups = _pairs
            .Where(pair => pair.One.Piece.IsWord && pair.One.Chunk.Role is not (Role.Beside or Role.Verb))
            .Where(pair => OfOne(pair.One) == OfOther(pair.Other))
            .GroupBy(pair => OfOne(pair.One))
            .Select(group => group.ToList())
            .SelectMany(group => OutOfOrder(group, list: true));
        var told = _pairs
            .FindAll(pair => pair.One.Piece.Kind == PieceKind.Figure && !IsCounted(pair))
            .GroupBy(pair => pair.One.Chunk.Link is "from" or "to" ? pair.One.Chunk.Link : "")
            .Select(group => group.ToList())
            .Append(_pairs.FindAll(pair => pair.One.Piece.Kind == PieceKind.Time && !IsTold(pair)))
            .SelectMany(group => OutOfOrder(group, list: false));
        return groups.Concat(told);
    }

    // "Only adults may buy it", "adults may only buy it".
    private IEnumerable<Part> Sole() =>
        _pairs
            .Where(pair =>
                pair.One.Piece.Key == Only && (pair.One.Chunk.Role == Role.Verb) != (pair.Other.Chunk.Role == Role.Verb)
            )
            .Select(pair => pair.One);

    private static readonly string Only = Senses.Of("only", false);

    // "30 of 50 wells" are not 50 of 30.
    private IEnumerable<Part> Shared()
    {
        var figures = _pairs.FindAll(pair => pair.One.Piece.Kind == PieceKind.Figure);
        return figures
            .Where(pair =>
                figures.Exists(next =>
                    next.One.Chunk == pair.One.Chunk
                    && next.Other.Chunk == pair.Other.Chunk
                    && next.One.Place > pair.One.Place
                    && next.Other.Place < pair.Other.Place
                )
            )
            .Select(pair => pair.One);
    }

    // What is counted tells whose figure it is.
    private bool IsCounted((Part One, Part Other) figure) =>
        _pairs.Exists(pair =>
            pair.One.Piece.IsWord && pair.One.Chunk == figure.One.Chunk && pair.Other.Chunk == figure.Other.Chunk
        );

    // "From 3.4 in May to 3.1 in June", "to 3.1 in June from 3.4 in May": each time is of the figure that stands before it.
    private bool IsTold((Part One, Part Other) time) =>
        _pairs.Exists(pair =>
            pair.One.Number == time.One.Number - 1
            && pair.Other.Number == time.Other.Number - 1
            && pair.One.Piece.Kind == PieceKind.Figure
            && pair.One.Chunk.Link is "from" or "to"
        );

    private static IEnumerable<Part> OutOfOrder(List<(Part One, Part Other)> pairs, bool list)
    {
        var last = -1;
        foreach (var (one, other) in pairs.DistinctBy(pair => pair.One.Chunk))
        {
            if (other.Number < last && !(list && (one.Chunk.AfterAnd || other.Chunk.AfterAnd)))
                yield return one;
            last = Math.Max(last, other.Number);
        }
    }
}
