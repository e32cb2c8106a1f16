namespace ClaimTracker.Extraction.Matching;

/// <summary>Whether what describes, owns or counts a thing does so of the same thing in both statements.</summary>
internal sealed class Attachments
{
    private readonly PartPairing _pairing;
    private readonly List<(Part One, Part Other)> _pairs;

    private Attachments(PartPairing pairing)
    {
        _pairing = pairing;
        _pairs = [.. pairing.Pairs];
    }

    /// <summary>Parts that belong to another thing than in the other statement.</summary>
    public static IEnumerable<Part> Parting(PartPairing pairing)
    {
        var found = new Attachments(pairing);
        return found
            .Torn()
            .Concat(found.Headless())
            .Concat(found.Moved())
            .Concat(found.Based())
            .Concat(found.Owned())
            .Concat(found.Apposed());
    }

    // "A man in a red car hit a woman in a blue one": what describes a thing has to describe it in both.
    private IEnumerable<Part> Torn() =>
        _pairs
            .Where(pair => IsInside(pair.One) && IsInside(pair.Other))
            .Where(pair =>
                Head(pair.One, _pairing.One) is { } here
                && Head(pair.Other, _pairing.Other) is { } there
                && _pairing.PartnerOf(here) is { IsHead: true } one
                && _pairing.PartnerOf(there) is { IsHead: true }
                && one != there
            )
            .Select(pair => pair.One);

    private static bool IsInside(Part part) => !part.IsHead && part.Chunk.Role != Role.Verb;

    private static Part? Head(Part part, IReadOnlyList<Part> all) =>
        all.FirstOrDefault(head => head.Chunk == part.Chunk && head.IsHead);

    // "The wife of the minister's brother", "the brother of the minister's wife".
    private IEnumerable<Part> Headless() =>
        _pairs
            .Where(pair => pair.One.IsHead && !pair.Other.IsHead && pair.One.Piece is { IsWord: true, Capital: false })
            .Where(pair =>
                _pairs.Exists(head =>
                    head.Other.IsHead
                    && head.Other.Piece.IsWord
                    && head.Other.Chunk == pair.Other.Chunk
                    && head.One.Chunk == pair.One.Chunk
                )
            )
            .Select(pair => pair.One);

    // "Rain in Spain ended the drought in France": two that stand right behind two others have changed places.
    private IEnumerable<Part> Moved()
    {
        var hosted = _pairs
            .FindAll(pair => pair.One.Chunk.Role == Role.Beside && pair.Other.Chunk.Role == Role.Beside && pair.One.Piece.IsWord)
            .ConvertAll(pair => (pair.One, Here: Host(pair.One, _pairing.One), There: Host(pair.Other, _pairing.Other)));
        return hosted
            .Where(one =>
                one is { Here: { } here, There: { } there }
                && _pairing.PartnerOf(here) is { } kept
                && kept != there
                && hosted.Exists(with => with.Here is { } other && _pairing.PartnerOf(other) == there && with.There == kept)
            )
            .Select(one => one.One);
    }

    // "Ana Ruiz, a doctor, married Tom Vale, a lawyer": what is said of one is said of the other.
    private IEnumerable<Part> Apposed() =>
        _pairs
            .Where(pair =>
                pair.One.Piece is { IsWord: true, Name: false }
                && pair.One.Chunk.Head is null
                && pair.Other.Chunk.Head is null
                && IsOfAnotherName(pair.One, pair.Other)
            )
            .Select(pair => pair.One);

    private bool IsOfAnotherName(Part one, Part other) =>
        _pairs.Exists(name => name.One.Piece.Name && name.One.Chunk == one.Chunk && name.Other.Chunk != other.Chunk)
        && _pairs.Exists(name => name.Other.Piece.Name && name.Other.Chunk == other.Chunk && name.One.Chunk != one.Chunk);

    // What stands right before it, if that is no verb.
    private static Part? Host(Part part, IReadOnlyList<Part> all) =>
        all.FirstOrDefault(host =>
            host.Number == part.Number - 1
            && host.IsHead
            && host.Piece.IsWord
            && host.Chunk.Role is not (Role.Verb or Role.Unknown)
        );

    // "A third of the patients are children", "a third of the children are patients": a figure counts the same in both.
    private IEnumerable<Part> Based() =>
        _pairs
            .Where(pair => pair.One.Piece.IsShare || pair.One.Piece.Counts || pair.One.Piece.IsSomeOf)
            .Where(pair =>
                IsOfAnother(
                    !pair.One.Piece.Counts || pair.One.Piece.IsShare,
                    Base(pair.One, _pairing.One),
                    Base(pair.Other, _pairing.Other)
                )
            )
            .Select(pair => pair.One);

    private bool IsOfAnother(bool share, List<Part> one, List<Part> other) =>
        one.Count > 0
        && other.Count > 0
        // "40 percent of prisoners serve life", "of prisoners serving life 40 percent are in Louisiana".
        && (
            !one.Exists(part => _pairing.PartnerOf(part) is { } of && other.Contains(of))
            || (
                share && (IsOfAnotherDeed() || one.Exists(part => IsAway(part, other)) || other.Exists(part => IsAway(part, one)))
            )
        );

    // "A tenth of its health budget", "a tenth of its budget" on health: what is of the base stands in it or right behind it.
    private bool IsAway(Part part, List<Part> there) =>
        _pairing.PartnerOf(part) is { } partner
        && (partner.Number < there[0].Number || partner.Number > there[^1].Number + 2)
        && !partner.Chunk.Front;

    private List<Part> Base(Part share, IReadOnlyList<Part> all)
    {
        var beside = all.Where(part => part != share && part.Chunk == share.Chunk && _pairing.Has(part)).ToList();
        return beside.Count > 0 || !(share.Piece.IsShare || share.Piece.IsSomeOf)
            ? beside
            : [.. all.Where(part => part.Chunk.Link == "of" && (part.Number == share.Number + 1 || part.Number < share.Number))];
    }

    private bool IsOfAnotherDeed() =>
        _pairs.Exists(pair => Contradictions.IsVerb(pair.One) && IsDeedBeside(pair.Other))
        || _pairs.Exists(pair => Contradictions.IsVerb(pair.Other) && IsDeedBeside(pair.One));

    private static bool IsDeedBeside(Part part) => !Contradictions.IsVerb(part) && part.Piece is { IsWord: true, Name: false };

    // "The president's adviser met the rebels", "the president met the rebels' adviser".
    private IEnumerable<Part> Owned() =>
        Owned(_pairs.ConvertAll(pair => (pair.One, pair.Other)), _pairing.One)
            .Concat(Owned(_pairs.ConvertAll(pair => (pair.Other, pair.One)), _pairing.Other));

    private IEnumerable<Part> Owned(List<(Part Here, Part There)> pairs, IReadOnlyList<Part> all) =>
        pairs
            .Where(pair =>
                pair.Here.Piece.Owner
                && pair.There is { IsHead: true, Chunk: { Role: Role.Doer or Role.DoneTo, Link: "" } }
                && Head(pair.Here, all) is { } head
                && _pairing.PartnerOf(head) is { Chunk: { Role: Role.Doer or Role.DoneTo, Link: "" } of }
                && of != pair.There.Chunk
                && of.Pieces.Count > 1
            )
            .Select(pair => pair.Here);
}
