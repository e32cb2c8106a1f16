namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Which verb goes with what where "and" joins two: "the driver was held and the cyclist was hurt", "opened in 2010 and closed in
/// 2020", "Ana, who had shot Tom".
/// </summary>
internal static class Conjuncts
{
    /// <summary>Parts that have changed verbs with another.</summary>
    public static IEnumerable<Part> Parting(PartPairing pairing)
    {
        var (one, other) = (Verbs(pairing.One), Verbs(pairing.Other));
        if (one.Count < 2 || other.Count < 2)
            return [];
        var moved = pairing
            .Pairs.Where(pair => !IsVerb(pair.One) && !IsVerb(pair.Other))
            .Select(pair => (pair.One, Here: Of(one, pair.One), There: Of(other, pair.Other)))
            .Where(pair => pair is { Here: not null, There: not null } && pair.Here != pair.There)
            .ToList();
        return moved
            .Where(pair => moved.Exists(with => with.Here == pair.There && with.There == pair.Here))
            .Select(pair => pair.One);
    }

    // A verb for each conjunct, by the number of the chunk in which that ends.
    private static string? Of(List<string> verbs, Part part) =>
        part.Chunk.Conjunct < verbs.Count ? verbs[part.Chunk.Conjunct] : null;

    private static List<string> Verbs(IReadOnlyList<Part> all)
    {
        var verbs = new List<string>();
        foreach (var group in all.GroupBy(part => part.Chunk.Conjunct).OrderBy(group => group.Key))
        {
            if (group.FirstOrDefault(IsVerb) is not { } verb)
                return [];
            verbs.Add(verb.Piece.Key);
        }

        return verbs;
    }

    private static bool IsVerb(Part part) =>
        Contradictions.IsVerb(part) || (part.Piece is { IsWord: true, Name: false } && VerbForms.IsPast(part.Piece.Plain));
}
