namespace ClaimTracker.Extraction.Matching;

/// <summary>What a chunk is to its statement.</summary>
internal enum Role
{
    /// <summary>No verb was found, so nothing is known of it.</summary>
    Unknown,

    /// <summary>Who does it.</summary>
    Doer,

    /// <summary>What is done, with "not", "will" and the like.</summary>
    Verb,

    /// <summary>To whom or what it is done; also the one part of a verb without a doer.</summary>
    DoneTo,

    /// <summary>Where, whence, with what: it may stand before the verb or behind it.</summary>
    Beside,
}

/// <summary>Words that belong together: "the mayor of Riga", "in northern Italy".</summary>
/// <param name="link">What ties it to the statement: "in", "from", "than"; empty for doer, verb and done-to.</param>
/// <param name="clause">The conjunction of the clause that it stands in, empty for the main one.</param>
internal sealed class Chunk(string link, string clause)
{
    public string Link { get; set; } = link;

    public string Clause { get; } = clause;

    /// <summary>The link, where it is not the conjunction of the clause that the chunk begins.</summary>
    public string Tie => Link == Clause ? "" : Link;

    public Role Role { get; set; }

    /// <summary>What it is to the verb of its clause, where it stands in one.</summary>
    public Role InClause { get; set; }

    /// <summary>It stands before the verb, and not at the very front, whence anything may be moved.</summary>
    public bool BeforeVerb { get; init; }

    /// <summary>It begins the statement, with a preposition.</summary>
    public bool Front { get; init; }

    /// <summary>A verb in the present: "leads", "is led".</summary>
    public bool Present { get; init; }

    /// <summary>What it speaks of: "wife" in "the wife of the minister's brother"; known once it is whole.</summary>
    public Piece? Head { get; set; }

    /// <summary>Only a comma parts it from the chunk before.</summary>
    public bool AfterBreak { get; set; }

    /// <summary>"And" ties it to the chunk before.</summary>
    public bool AfterAnd { get; set; }

    /// <summary>How many halves of a sentence, each with a verb of its own, end before it.</summary>
    public int Conjunct { get; init; }

    /// <summary>It begins with an article or a figure.</summary>
    public bool Opens { get; set; }

    public List<Piece> Pieces { get; } = [];
}
