namespace ClaimTracker.Domain;

/// <summary>
/// An author of a version: its proposer, and whoever changed what an approver has to read before it was public. None of them
/// judges it.
/// </summary>
public sealed class VerdictAuthor
{
    private VerdictAuthor() { }

    internal VerdictAuthor(string name, string did, DateTime since)
    {
        Name = name;
        Did = did;
        Since = since;
    }

    public long Id { get; private set; }

    public long VerdictId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What made the person an author first, e.g. <see cref="Proposed"/> or <c>wording</c>.</summary>
    public string Did { get; private set; } = "";

    public DateTime Since { get; private set; }

    /// <summary>What the proposer did.</summary>
    public const string Proposed = "proposed";
}
