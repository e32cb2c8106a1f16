using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Turns of phrase that say one thing in another order, out of <c>turns.txt</c>: "A lose to B" is "B beat A".</summary>
internal static class Turns
{
    // A name of several words with its article and its "of"; what is longer is no name but a sentence.
    private const int LongestNoun = 12;

    // Nouns for what is done to somebody or something; each shares a line of senses.txt with its verb, or its stem.
    private static readonly WordSet Deeds = new(
        "dismissal sacking sale destruction suspension demolition arrest release murder killing conviction "
            + "acquittal extradition deportation expulsion "
            + "execution cancellation abolition dissolution removal closure rescue capture kidnapping abduction "
            + "appointment election postponement"
    );

    // Nouns for what something does by itself.
    private static readonly WordSet Acts = new(
        "collapse eruption explosion death resignation arrival departure retreat surrender derailment return withdrawal escape"
    );

    private static readonly ILookup<string, Turn> ByAnchor = Senses
        .Lines("turns.txt")
        .Select(Turn.Read)
        .ToLookup(turn => turn.Anchor);

    private static readonly Dictionary<string, int> Anchors = ByAnchor.ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Brings each turn of phrase to the one that stands for it.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        foreach (
            var anchor in pieces
                .Where(piece => piece.IsWord && Anchors.ContainsKey(piece.Key))
                .Select(piece => piece.Key)
                .Distinct()
                .ToList()
        )
        {
            foreach (var turn in ByAnchor[anchor])
                Apply(pieces, turn);
        }
    }

    private static void Apply(List<Piece> pieces, Turn turn)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            var bound = new Dictionary<string, List<Piece>>();
            var end = Match(pieces, at, turn.Pattern, 0, bound);
            if (end < 0 || (turn.OpensWithNoun && !OpensPart(pieces, at)))
                continue;
            var written = turn.Write(pieces.GetRange(at, end - at), bound);
            pieces.RemoveRange(at, end - at);
            pieces.InsertRange(at, written);
            at += written.Count - 1;
        }
    }

    // A noun that opens the turn has to be whole.
    private static bool OpensPart(List<Piece> pieces, int at) =>
        at == 0 || pieces[at - 1].Kind is PieceKind.Break or PieceKind.Time;

    private static int Match(List<Piece> pieces, int at, string[] pattern, int next, Dictionary<string, List<Piece>> bound)
    {
        if (next == pattern.Length)
            return at;
        var wanted = pattern[next];
        if (Turn.IsNoun(wanted))
            return MatchNoun(pieces, at, pattern, next, bound);
        if (wanted == "END")
            return at >= pieces.Count || pieces[at].Kind is PieceKind.Break or PieceKind.Time ? at : -1;
        if (at >= pieces.Count || !Fits(pieces[at], wanted))
            return -1;
        // "A ban on plastic bags" is no ban on plastic.
        if (wanted == "WORD" && next + 1 == pattern.Length && NounEnd(pieces, at, wide: false) > at + 1)
            return -1;
        bound[wanted] = [pieces[at]];
        return Match(pieces, at + 1, pattern, next + 1, bound);
    }

    // As much as there is where it ends the turn, else as little as fits.
    private static int MatchNoun(List<Piece> pieces, int at, string[] pattern, int next, Dictionary<string, List<Piece>> bound)
    {
        var last = next + 1 == pattern.Length;
        var most = NounEnd(pieces, at, wide: !last) - at;
        for (var length = last ? Math.Max(most, 1) : 1; length <= most; length++)
        {
            bound[pattern[next]] = pieces.GetRange(at, length);
            var end = Match(pieces, at + length, pattern, next + 1, bound);
            if (end >= 0)
                return end;
        }

        return -1;
    }

    // "The fire near the harbour reached": a place may stand within, where what follows shows that the noun is over.
    private static int NounEnd(List<Piece> pieces, int at, bool wide)
    {
        var end = at;
        while (
            end < pieces.Count
            && end - at < LongestNoun
            && (IsOfNoun(pieces, at, end) || (wide && end > at && IsPlace(pieces, end)))
        )
        {
            end++;
        }

        return end;
    }

    private static bool IsPlace(List<Piece> pieces, int at) =>
        pieces[at] is { IsWord: true, Plain: "in" or "off" or "near" or "at" or "on" }
        || (at > 0 && SmallWords.IsArticle(pieces[at].Plain) && IsPlace(pieces, at - 1));

    private static bool IsOfNoun(List<Piece> pieces, int first, int at)
    {
        var piece = pieces[at];
        if (piece.Kind == PieceKind.Figure)
            return at == first || SmallWords.IsArticle(pieces[at - 1].Plain);
        if (!piece.IsWord)
            return false;
        if (piece.Name)
            return true;
        // "12 people killed": what happened to them is no part of the noun; "the injured driver" is one.
        var before = at > first ? pieces[at - 1] : null;
        if (piece.Past && before is not null && before.Kind != PieceKind.Figure && !SmallWords.IsArticle(before.Plain))
            return false;
        if (SmallWords.IsArticle(piece.Plain) || SmallWords.IsOwner(piece.Plain))
            return at == first || pieces[at - 1].Plain == "of";
        if (piece.Plain == "of")
            return at > first;
        return Links.Of(piece.Plain) is null
            && !SmallWords.IsHelper(piece.Key)
            && !SmallWords.IsModal(piece.Plain)
            && !SmallWords.IsRelative(piece.Plain)
            && !SmallWords.IsAnd(piece.Plain)
            && !SmallWords.IsPadding(piece.Plain)
            && piece.Plain is not ("not" or "no");
    }

    private static bool Fits(Piece piece, string wanted) =>
        wanted switch
        {
            "FIGURE" => piece.Kind == PieceKind.Figure,
            "MEASURE" => piece is { Kind: PieceKind.Figure, Counts: false },
            "SCORE" => piece.IsScore,
            "WEAPON" => piece.IsWord && (Lexicon.ClassOf(piece.Plain) & WordClass.Weapon) != 0,
            "WORD" or "THING" => piece is { IsWord: true, Name: false }
                && !SmallWords.IsArticle(piece.Plain)
                && !SmallWords.IsHelper(piece.Key)
                && Links.Of(piece.Plain) is null,
            "DEED" => piece is { IsWord: true, Name: false } && Deeds.Has(piece.Plain),
            "ACT" => piece is { IsWord: true, Name: false } && Acts.Has(piece.Plain),
            "a" => piece.IsWord && SmallWords.IsArticle(piece.Plain),
            _ when wanted[0] == '=' => piece is { IsWord: true, Name: false } && piece.Plain == wanted[1..],
            _ => piece is { IsWord: true, Name: false } && (piece.Plain == wanted || piece.Key == Senses.Of(wanted, false)),
        };
}
