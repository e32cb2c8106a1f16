using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Parts that say nothing which the rest does not say: "rescuers" where somebody is rescued, "party" behind a party's name.
/// </summary>
internal static class Unsaid
{
    // Who does it whenever it is done; in any other form ("the army's rescuers") they are somebody.
    private static readonly Dictionary<string, WordSet> Doers = new()
    {
        [Senses.Of("rescue", false)] = new("rescuers rescuer"),
        [Senses.Of("arrest", false)] = new("police"),
        [Senses.Of("jail", false)] = new("court courts judge judges"),
        [Senses.Of("sentence", false)] = new("court courts judge judges"),
        [Senses.Of("charge", false)] = new("prosecutors prosecutor police"),
        [Senses.Of("convict", false)] = new("court courts jury judge judges"),
        [Senses.Of("elect", false)] = new("voters"),
        [Senses.Of("steal", false)] = new("thief thieves burglar burglars robbers raiders"),
        [Senses.Of("kidnap", false)] = new("kidnappers kidnapper"),
        [Senses.Of("hijack", false)] = new("hijackers hijacker"),
        [Senses.Of("extinguish", false)] = new("firefighters firefighter"),
        [Senses.Of("acquit", false)] = new("court courts jury judge judges"),
        [Senses.Of("fine", false)] = new("court courts judge judges magistrates"),
        [Senses.Of("teach", false)] = new("teacher teachers"),
        [Senses.Of("diagnose", false)] = new("doctor doctors"),
        [Senses.Of("harvest", false)] = new("farmers"),
    };

    private static readonly WordSet Classes = new("party company firm newspaper club river");

    /// <summary>True for a part that only one statement has, and that may go.</summary>
    public static bool Is(Part part, PartPairing pairing) =>
        IsDoer(part, pairing)
        || IsClass(part, pairing)
        || IsFuture(part, pairing)
        || IsStaff(part, pairing)
        || IsOfVerb(part, pairing)
        || IsGoingOn(part, pairing)
        || IsOfMeasure(part, pairing);

    // "Employs 900 people", "900 people work for": whoever is employed is one.
    private static bool IsStaff(Part part, PartPairing pairing) =>
        part.Piece.Plain is "people" or "employee"
        && part.Chunk.Pieces.Exists(piece => piece.Kind == PieceKind.Figure)
        && pairing.Pairs.Any(pair => Contradictions.IsVerb(pair.One) && pair.One.Piece.Key == Employ);

    private static readonly string Employ = Senses.Of("employ", false);

    // "Tore down", "demolished": the particle is of a verb that the other statement says in one word.
    private static bool IsOfVerb(Part part, PartPairing pairing) =>
        SmallWords.IsParticle(part.Piece.Plain)
        && pairing.Pairs.Any(pair =>
            Contradictions.IsVerb(pair.One) && Contradictions.IsVerb(pair.Other) && pair.One.Piece.Key != pair.Other.Piece.Key
        );

    // "2,500 metres long", "a 2.5 km stretch".
    private static bool IsOfMeasure(Part part, PartPairing pairing) =>
        Measured.Has(part.Piece.Plain)
        && part.Chunk.Pieces.Exists(piece => piece is { Kind: PieceKind.Figure, Counts: false })
        && !pairing.LeftOfOne.Concat(pairing.LeftOfOther).Any(other => other != part && Measured.Has(other.Piece.Plain));

    private static readonly WordSet Measured = new("long high tall deep wide length height depth width");

    // "Is planning to", "plans to".
    private static bool IsGoingOn(Part part, PartPairing pairing) =>
        part.Piece.Plain == "being"
        && pairing
            .One.Concat(pairing.Other)
            .Any(verb =>
                Contradictions.IsVerb(verb) && verb.Chunk == part.Chunk && GoesOn.Has(verb.Piece.Key) && pairing.Has(verb)
            );

    private static readonly WordSet GoesOn = new("plan consider look seek wait hope prepare want try need");

    // "Announced that it would close", "announced the closure".
    private static bool IsFuture(Part part, PartPairing pairing) =>
        part.Piece.Plain is "would" or "will"
        && pairing
            .One.Concat(pairing.Other)
            .Any(deed =>
                deed.Chunk == part.Chunk
                && deed.Place > part.Place
                && pairing.PartnerOf(deed) is { Chunk: { Role: Role.DoneTo or Role.Doer or Role.Beside, Link: not "to-do" } }
            );

    private static bool IsDoer(Part part, PartPairing pairing) =>
        part.Chunk is { Role: Role.Doer, Clause: "", Pieces.Count: 1 }
        && pairing
            .One.Concat(pairing.Other)
            .Any(verb =>
                verb.Chunk.Role == Role.Verb
                && verb.Place == verb.Chunk.Pieces.Count - 1
                && pairing.Has(verb)
                && Doers.TryGetValue(verb.Piece.Key, out var doers)
                && doers.Has(part.Piece.Plain)
            )
        && !Other(part, pairing).Any(other => other.Chunk is { Role: Role.Doer, Clause: "" });

    private static IReadOnlyList<Part> Other(Part part, PartPairing pairing) =>
        pairing.One.Contains(part) ? pairing.Other : pairing.One;

    // "The Move Forward party", "Move Forward".
    private static bool IsClass(Part part, PartPairing pairing) =>
        IsBefore(part, pairing)
        || (
            Classes.Has(part.Piece.Plain)
            && part.Place > 0
            && part.Chunk.Pieces[part.Place - 1] is { Name: true, Owner: false } name
            && pairing.One.Concat(pairing.Other).Any(other => other.Piece == name && pairing.Has(other))
        );

    // "Mount Everest", "the River Thame".
    private static bool IsBefore(Part part, PartPairing pairing) =>
        part.Piece is { Capital: true, Plain: "mount" or "river" }
        && part.Place + 1 < part.Chunk.Pieces.Count
        && pairing
            .One.Concat(pairing.Other)
            .Any(other => other.Chunk == part.Chunk && other.Place == part.Place + 1 && other.Piece.Name && pairing.Has(other));
}
