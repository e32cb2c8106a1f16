namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Verbs that tell of one act from its other end: "Ukraine received 14 tanks from Poland" is "Poland gave 14 tanks to Ukraine".
/// </summary>
internal static class Inverse
{
    private static readonly string Receive = Senses.Of("receive", false);
    private static readonly string Import = Senses.Of("import", false);
    private static readonly string Borrow = Senses.Of("borrow", false);
    private static readonly string Buy = Senses.Of("buy", false);
    private static readonly string Work = Senses.Of("work", false);
    private static readonly string Get = Senses.Of("get", false);
    private static readonly string Rent = Senses.Of("rent", false);
    private static readonly string Inherit = Senses.Of("inherit", false);

    /// <summary>Turns such a statement round, where it names both ends.</summary>
    public static void Turn(List<Chunk> chunks, bool passive, Piece verb)
    {
        if (passive)
            return;
        if (verb.Key == Receive || verb.Key == Get)
            Turn(chunks, "from", "give", "to", Role.Beside);
        else if (verb.Key == Buy)
            Turn(chunks, "from", "sell", "to", Role.Beside);
        else if (verb.Key == Import)
            Turn(chunks, "from", "export", "to", Role.Beside);
        else if (verb.Key == Borrow)
            Turn(chunks, "from", "lend", "to", Role.Beside);
        else if (verb.Key == Rent)
            Turn(chunks, "from", "let", "to", Role.Beside);
        else if (verb.Key == Inherit)
            Turn(chunks, "from", "leave", "to", Role.Beside);
        else if (verb.Key == Work)
            Turn(chunks, "for", "employ", "", Role.DoneTo);
    }

    private static void Turn(List<Chunk> chunks, string giver, string by, string link, Role role)
    {
        var doer = chunks.Find(chunk => chunk is { Role: Role.Doer, Clause: "" });
        var from = chunks.Find(chunk =>
            chunk.Link == giver && chunk is { Role: Role.Beside, BeforeVerb: false, Clause: "" } && chunk.Pieces[0].IsWord
        );
        if (doer is null || from is null)
            return;
        (doer.Role, doer.Link) = (role, link);
        (from.Role, from.Link) = (Role.Doer, "");
        var told = chunks.Find(chunk => chunk.Role == Role.Verb)!.Pieces;
        told[^1] = told[^1] with { Key = Senses.Of(by, false) };
    }
}
