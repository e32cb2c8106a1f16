using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Which parts say one thing although they do not stand alike: "Germany's economy", "the economy in Germany".</summary>
internal static class Fitting
{
    // What can be said by a place before its thing can be said by "in" behind it, where the thing cannot move: Tokyo's index.
    private static readonly HashSet<string> Fixed = Keys(
        """
        economy index bridge school hospital airport port factory population street museum park stadium station prison market
        parliament
        library dam harbour tower cathedral church mosque zoo pm unemployment inflation rate gdp turnout voter court city town
        village coast
        university rent homicide inhabitant household farmer farm consumer mine house hotel railway road border
        jury tribunal police policeman prosecutor sales sale price pub clinic
        """
    );

    // What befalls a place has its name: the Marrow earthquake. An attack may have that of who attacks.
    private static readonly HashSet<string> Placed = Keys(
        """
        earthquake flood fire wildfire crash explosion landslide avalanche eruption storm derailment outage drought referendum
        airport
        """
    );

    // What is an employer's may be said to be at the employer: "strike at Boeing".
    private static readonly HashSet<string> Employed = Keys("strike employee pilot driver nurse profit revenue sales plant job");

    private static readonly string Share = Senses.Of("share", false);

    /// <summary>
    /// True where the left part of <paramref name="one"/> may stand as the right one of <paramref name="other"/> does.
    /// </summary>
    public static bool May(Statement one, Statement other, Part left, Part right)
    {
        if (left.Piece.Kind == PieceKind.Time)
            return left.Chunk.Link == right.Chunk.Link;
        if (
            left.Chunk.Role == Role.Doer
            && right.Chunk is { Role: Role.Beside, Clause: "" }
            && IsUndone(one, other, left, right.Chunk.Link)
        )
        {
            return true;
        }

        if (IsScene(one, left) && IsScene(other, right))
            return true;
        if (right.Chunk is { Role: Role.Beside, Link: "from" } && IsOrigin(other, left, right))
            return true;
        var head = left.Chunk.Pieces[^1].Key;
        var place = right.Chunk is { Role: Role.Beside, Link: "in", Clause: "" };
        if (
            place
            && left.Piece.Owner
            && (IsNamed(left) || left.Chunk.Pieces.Exists(IsExtreme) || (head == Share && !right.Piece.Name))
        )
        {
            return true;
        }

        var owns = Fixed.Contains(head) || (left.Piece.Owner && Employed.Contains(head));
        return left.Piece is { Capital: true, IsWord: true } && (Placed.Contains(head) || owns) && place;
    }

    // "Fire killed four", "four died in a fire"; "the hospital treated 75", "75 were treated at the hospital".
    private static bool IsUndone(Statement one, Statement other, Part left, string link)
    {
        if (other.HasDoer || one.Verb is not { } verb || other.Verb != verb)
            return false;
        if (VerbForms.IsHarm(verb))
        {
            return link is "in" or "by" or "from" or "of"
                && (!left.Piece.Name || left.Chunk.Pieces.Exists(piece => Happening.Is(piece.Plain)));
        }

        return link == "in" && VerbForms.IsLocal(verb);
    }

    // "Pakistan's Swat valley", "the Swat valley in Pakistan".
    private static bool IsNamed(Part owner) =>
        owner.Piece.Capital && owner.Chunk.Pieces.Skip(owner.Place + 1).FirstOrDefault() is { Name: true, Title: false };

    // "France's deadliest attack", "the world's largest bank": of all that are there.
    private static bool IsExtreme(Piece piece) => (Lexicon.ClassOf(piece.Plain) & WordClass.Superlative) != 0;

    // "Dutch skiers", "a Bradford man" are from there, where that stands right behind them.
    private static bool IsOrigin(Statement other, Part left, Part right) =>
        left is { Piece: { Name: true, Owner: false }, IsHead: false }
        && left.Place + 1 < left.Chunk.Pieces.Count
        && left.Chunk.Pieces[^1] is { Name: false } head
        && other.Said.Any(part => part.Number == right.Number - 1 && part.IsHead && part.Piece.Agrees(head));

    // "12 died in Egypt when a bus crashed" says where it crashed too.
    private static bool IsScene(Statement statement, Part part) =>
        part.Chunk is { Role: Role.Beside, Link: "in", Clause: "" or "when" }
        && part.Piece.Capital
        && statement.Verb is { } verb
        && VerbForms.IsHarm(verb);

    private static HashSet<string> Keys(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Senses.Of(word, false))];
}
