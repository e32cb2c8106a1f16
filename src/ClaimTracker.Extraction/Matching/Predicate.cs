namespace ClaimTracker.Extraction.Matching;

/// <summary>The verb of a statement with its helpers.</summary>
/// <param name="Start">The first piece of it.</param>
/// <param name="End">After its last.</param>
/// <param name="Verb">The verb itself; -1 where none was found.</param>
/// <param name="Passive">True where its doer stands behind "by".</param>
/// <param name="Said">What it says beside the verb: "will", "not", that it is still going on.</param>
internal readonly record struct Predicate(int Start, int End, int Verb, bool Passive, IReadOnlyList<Piece> Said)
{
    public static readonly Predicate None = new(-1, -1, -1, false, []);

    /// <summary>The verb of the main clause.</summary>
    /// <param name="pieces">The statement.</param>
    /// <param name="clauses">For each piece the conjunction of its clause; only pieces with none are looked at.</param>
    public static Predicate Find(List<Piece> pieces, string[] clauses)
    {
        var (weak, reduced, relative, existential) = (-1, -1, false, false);
        for (var i = 0; i < pieces.Count && pieces[i].Plain != "."; i++)
        {
            var piece = pieces[i];
            if (clauses[i].Length > 0 || !piece.IsWord || piece.Name)
                continue;
            if (i > 0 && piece.Plain is "who" or "which")
                relative = true;
            var helper = IsHelper(pieces, i);
            if (helper && i > 0 && pieces[i - 1].Plain == "there")
            {
                existential = true;
                continue;
            }

            if (!helper && !IsFinite(pieces, i))
            {
                if (weak < 0 && IsWeak(pieces, i))
                    weak = i;
                continue;
            }

            if (relative)
            {
                relative = false;
                i = Read(pieces, i, false).End - 1;
                continue;
            }

            // "A man accused of murder was released": the verb comes later.
            var tied = i + 1 < pieces.Count && Links.Of(pieces[i + 1].Plain) is not null;
            if (!helper && reduced < 0 && tied && HelperFollows(pieces, clauses, i + 1))
            {
                reduced = i;
                continue;
            }

            return Read(pieces, i, existential);
        }

        return reduced >= 0 ? Read(pieces, reduced, existential)
            : weak >= 0 ? Read(pieces, weak, existential)
            : None;
    }

    private static bool HelperFollows(List<Piece> pieces, string[] clauses, int from)
    {
        for (var i = from; i < pieces.Count && pieces[i].Kind != PieceKind.Break && clauses[i].Length == 0; i++)
        {
            if (SmallWords.IsAnd(pieces[i].Plain) || SmallWords.IsRelative(pieces[i].Plain))
                return false;
            if (IsHelper(pieces, i))
                return true;
        }

        return false;
    }

    private static bool IsHelper(List<Piece> pieces, int i) =>
        pieces[i] is { IsWord: true, Name: false }
        && (SmallWords.IsHelper(pieces[i].Key) || SmallWords.IsModal(pieces[i].Plain))
        && (i == 0 || pieces[i - 1].Plain != "to");

    private static bool IsFinite(List<Piece> pieces, int i) => pieces[i].Past && i > 0 && !Describes(pieces, i);

    private static bool IsWeak(List<Piece> pieces, int i) =>
        i > 0
        && VerbForms.IsPresent(pieces[i].Plain)
        && !Describes(pieces, i)
        && (i + 1 == pieces.Count || pieces[i + 1].Plain != "of");

    // "The injured driver", "in reported cases": behind such words no verb stands.
    private static bool Describes(List<Piece> pieces, int i)
    {
        var before = pieces[i - 1];
        return before.Owner
            || (before.Kind == PieceKind.Figure && !(i > 1 && pieces[i - 2].Plain == "of") && !IsDone(pieces, i))
            || before.Plain == "to"
            || SmallWords.IsArticle(before.Plain)
            || SmallWords.IsOwner(before.Plain)
            || (before.IsWord && !before.Name && Links.Of(before.Plain) is not null);
    }

    private static Predicate Read(List<Piece> pieces, int start, bool existential)
    {
        var said = new List<Piece>();
        var (at, be, have) = (start, -1, -1);
        for (; at < pieces.Count && pieces[at].IsWord && !pieces[at].Name; at++)
        {
            var piece = pieces[at];
            if (piece.Key == "be")
                (be, have) = (at, -1);
            else if (piece.Key is "have" or "do")
                have = at;
            else if (SmallWords.IsModal(piece.Plain) || IsAdverb(piece))
                said.Add(piece);
            else
                break;
            if (piece.Plain == "being")
                said.Add(piece);
        }

        var next = at < pieces.Count ? pieces[at] : null;
        var ing = next is { IsWord: true } && next.Plain.EndsWith("ing", StringComparison.Ordinal) && next.Plain.Length > 5;
        var active = be < 0 && (have < 0 || said.Count > 0);
        if (next is { IsWord: true } && (next.Past || (!next.Name && (ing || active))))
        {
            if (be >= 0 && ing)
                said.Add(new Piece(PieceKind.Word, pieces[be].Text, "being", "being"));
            return new Predicate(
                start,
                Coordinated(pieces, at + 1, said),
                at,
                existential || (next.Past && (be >= 0 || (at == start && IsDone(pieces, at)))),
                said
            );
        }

        var verb =
            be >= 0 ? be
            : have >= 0 ? have
            : start;
        return new Predicate(start, at, verb, false, said.FindAll(piece => piece != pieces[verb]));
    }

    // "12 killed in blast": headlines leave out that they were. Who does it has somebody behind the verb.
    private static bool IsDone(List<Piece> pieces, int verb) =>
        pieces[verb] is { Past: true, Plain: not ("died" or "dead") }
        && (IsDoneBy(pieces, verb + 1) || (VerbForms.IsDone(pieces[verb].Key) && IsFollowed(pieces, verb)));

    // "Blaze put out by firefighters".
    private static bool IsDoneBy(List<Piece> pieces, int at)
    {
        if (at < pieces.Count && SmallWords.IsParticle(pieces[at].Plain))
            at++;
        return at + 1 < pieces.Count
            && pieces[at].Plain == "by"
            && pieces[at + 1] is { IsWord: true } doer
            && !doer.Plain.EndsWith("ing", StringComparison.Ordinal);
    }

    private static bool IsFollowed(List<Piece> pieces, int verb) =>
        (
            verb + 1 == pieces.Count
            || pieces[verb + 1].Kind is PieceKind.Break or PieceKind.Time
            || pieces[verb + 1].Plain is "dead" or "alive" or "guilty" or "unharmed"
            || (Links.Of(pieces[verb + 1].Plain) is { } link && (link != "with" || pieces[verb].Plain == "charged"))
        );

    // "killed or wounded": both have one doer.
    private static int Coordinated(List<Piece> pieces, int end, List<Piece> said)
    {
        while (end + 1 < pieces.Count && pieces[end].Plain is "and" or "or" && pieces[end + 1].Past)
        {
            if (pieces[end].Plain == "or")
                said.Add(pieces[end]);
            said.Add(pieces[end + 1]);
            end += 2;
        }

        return end;
    }

    private static bool IsAdverb(Piece piece) =>
        piece.Plain is "not" or "never" or "already" or "still" or "also" or "now" or "just" or "only"
        || (piece.Plain.Length > 4 && piece.Plain.EndsWith("ly", StringComparison.Ordinal));
}
