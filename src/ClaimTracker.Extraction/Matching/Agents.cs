namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Who does what, where a statement tells of two deeds: "Israel shot down a drone launched by Iran", "an appeal by the bank".
/// </summary>
internal static class Agents
{
    /// <summary>Parts that have changed deeds with another.</summary>
    public static IEnumerable<Part> Exchanged(PartPairing pairing)
    {
        var agents = pairing
            .Pairs.Select(pair => (pair.One, Here: Deed(pair.One, pairing.One), There: Deed(pair.Other, pairing.Other)))
            .Where(agent => agent is { Here: not null, There: not null })
            .ToList();
        return agents
            .Where(agent =>
                agent.Here != agent.There && agents.Exists(with => with.Here == agent.There && with.There == agent.Here)
            )
            .Select(agent => agent.One);
    }

    // What a part does: the verb of the statement, or the word right before "by".
    private static string? Deed(Part part, IReadOnlyList<Part> all)
    {
        if (!part.Piece.IsWord || part.Chunk is not { Role: Role.Doer or Role.Beside, Clause: "" })
            return null;
        var before = all.LastOrDefault(other => other.Number == part.Number - 1);
        if (part.Chunk.Link == "by")
            return before is { Piece.IsWord: true, Chunk.Role: not Role.Verb } ? before.Piece.Key : null;
        return part.Chunk.Role == Role.Doer ? all.FirstOrDefault(Contradictions.IsVerb)?.Piece.Key : null;
    }
}
