using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Says what each chunk is to its statement: the passive, what needs no doer, who is given something.</summary>
internal static class Roles
{
    /// <summary>Fills in the roles.</summary>
    public static void Give(List<Chunk> chunks, Predicate predicate, Piece? verb)
    {
        foreach (var chunk in chunks)
        {
            if (chunk.Role is Role.Verb or Role.Beside)
                continue;
            if (chunk.Link.Length == 0 && chunk.Pieces.TrueForAll(piece => piece.IsSpan))
                chunk.Role = Role.Beside;
            else if (predicate.Passive && chunk is { BeforeVerb: false, Link: "by", Clause: "" })
                (chunk.Link, chunk.Role) = ("", Role.Doer);
            else if (chunk.Link.Length > 0)
                chunk.Role = Role.Beside;
            else if (verb is not null && chunk.Clause.Length == 0)
                chunk.Role = chunk.BeforeVerb && !predicate.Passive ? Role.Doer : Role.DoneTo;
        }

        if (verb is null)
            return;
        TieToPurpose(chunks);
        Inverse.Turn(chunks, predicate.Passive, verb);
        if (VerbForms.IsGiving(verb.Key))
            GiveReceiver(chunks, predicate.Passive);
        var transitive = chunks.Exists(chunk =>
            chunk is { Role: Role.DoneTo, Clause: "" }
            && chunk.Pieces.Exists(piece =>
                piece.IsWord || piece.IsArea || (piece is { Kind: PieceKind.Figure, Counts: true } && VerbForms.IsHarm(verb.Key))
            )
        );
        if (!predicate.Passive && !transitive && VerbForms.IsSole(verb.Key))
            chunks.FindAll(chunk => chunk.Role == Role.Doer).ForEach(chunk => chunk.Role = Role.DoneTo);
        Join(chunks);
        if (VerbForms.IsMutual(verb.Key) && !GoesOn(chunks))
            Level(chunks);
    }

    // "Germany met France and lost", "Berg met Lind before leaving Oslo", "to ask for help": what follows is said of the first
    // of the two.
    private static bool GoesOn(List<Chunk> chunks)
    {
        var names = chunks.FindLastIndex(chunk =>
            chunk is { Role: Role.Doer or Role.DoneTo, Clause: "" } && chunk.Pieces.Exists(piece => piece.Name)
        );
        return chunks
            .Skip(names + 1)
            .Any(chunk => chunk.Clause.Length > 0 || Told.Has(chunk.Link) || chunk.Pieces.Exists(IsDeed));
    }

    // "To save money, the museum will close": what the purpose takes is nothing that the verb of the statement is done to.
    private static void TieToPurpose(List<Chunk> chunks)
    {
        for (var i = 1; i < chunks.Count; i++)
        {
            var isPurpose = chunks[i - 1].Link == "to-do" && (i == 1 || chunks[i - 2].Role != Role.Verb);
            if (isPurpose && chunks[i] is { Link: "", Clause: "", Role: Role.Doer or Role.DoneTo, AfterBreak: false })
                (chunks[i].Link, chunks[i].Role) = ("to-do", Role.Beside);
        }
    }

    private static readonly WordSet Told = new("to-do before after while without despite");

    private static bool IsDeed(Piece piece) =>
        piece is { IsWord: true, Name: false }
        && (VerbForms.IsPast(piece.Plain) || (piece.Plain.EndsWith("ing", StringComparison.Ordinal) && !Events.Has(piece.Plain)));

    // Where they met, no deed of either.
    private static readonly WordSet Events = new("meeting building wedding evening morning hearing briefing dressing");

    // "Putin met Kim", "Kim and Putin met": neither does it to the other.
    private static void Level(List<Chunk> chunks)
    {
        foreach (
            var chunk in chunks.Where(chunk =>
                chunk is { Role: Role.Doer or Role.DoneTo, Clause: "" } && chunk.Pieces.Exists(piece => piece.Name)
            )
        )
        {
            (chunk.Role, chunk.AfterAnd) = (Role.Doer, true);
        }
    }

    // "Gave Ukraine 14 tanks" and "Ukraine was given 14 tanks" are "gave 14 tanks to Ukraine".
    private static void GiveReceiver(List<Chunk> chunks, bool passive)
    {
        if (passive)
        {
            var given = chunks.Exists(chunk => chunk is { Role: Role.DoneTo, BeforeVerb: false, Opens: true });
            if (given && chunks.Find(chunk => chunk is { Role: Role.DoneTo, BeforeVerb: true }) is { } receiver)
                (receiver.Link, receiver.Role) = ("to", Role.Beside);
            return;
        }

        var at = chunks.FindIndex(chunk => chunk.Role == Role.Verb) + 1;
        if (at + 1 >= chunks.Count || chunks[at].Role != Role.DoneTo)
            return;
        if (chunks[at + 1] is not { Role: Role.DoneTo, Opens: true, AfterAnd: false, AfterBreak: false })
            return;
        (chunks[at].Link, chunks[at].Role) = ("to", Role.Beside);
    }

    // "Kim Jong Un, the leader of North Korea," is one, as is "North Korean leader Kim Jong Un".
    private static void Join(List<Chunk> chunks)
    {
        for (var i = 1; i < chunks.Count; i++)
        {
            var (before, here) = (chunks[i - 1], chunks[i]);
            // "Tessa Lund, 41, a teacher": the age stands between.
            if (i > 1 && before.Role == Role.Beside && before.Pieces.TrueForAll(piece => piece.Kind == PieceKind.Figure))
                before = chunks[i - 2];
            if (
                here is not { AfterBreak: true, AfterAnd: false, Role: Role.Doer or Role.DoneTo }
                || here.Pieces[0].Kind == PieceKind.Figure
            )
            {
                continue;
            }
            // "To save money, the council": money is nobody.
            if (i > 1 && chunks[i - 2].Link == "to-do")
                continue;
            // "By Ofwat, the regulator,": so is who did it behind the verb.
            var agent = before is { Role: Role.Doer, BeforeVerb: false } && here is { Role: Role.DoneTo, Opens: true };
            if ((here.Role != before.Role && !agent) || here.BeforeVerb != before.BeforeVerb || here.Clause != before.Clause)
                continue;
            before.Pieces.AddRange(here.Pieces);
            before.Head = null;
            chunks.RemoveAt(i--);
        }
    }
}
