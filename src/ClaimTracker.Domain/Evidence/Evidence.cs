namespace ClaimTracker.Domain;

/// <summary>What a source says to a claim.</summary>
public enum Stance
{
    Supports,
    Refutes,

    /// <summary>Needed to understand the claim, but decides nothing; it does not count towards the minimum.</summary>
    Context,
}

/// <summary>
/// A source with the quoted passage. Never edited: it is added and withdrawn, so that what an approver saw is what is published.
/// </summary>
public sealed class Evidence
{
    private Evidence()
    {
    }

    /// <summary>Evidence as a fact-checker found it.</summary>
    public Evidence(string source, string? url, string quote, Stance stance, string group, string addedBy, DateTime addedAt)
    {
        Source = source;
        Url = url;
        Quote = quote;
        Stance = stance;
        Group = group;
        AddedBy = addedBy;
        AddedAt = addedAt;
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    /// <summary>Who says it: an institution, a paper, a document.</summary>
    public string Source { get; private set; } = "";

    public string? Url { get; private set; }

    /// <summary>The passage itself, word for word.</summary>
    public string Quote { get; private set; } = "";

    public Stance Stance { get; private set; }

    /// <summary>Sources that draw on each other share a group; a claim needs groups, not sources.</summary>
    public string Group { get; private set; } = "";

    /// <summary>True where the source leans on our own verdict, which makes it no evidence for us.</summary>
    public bool QuotesUs { get; init; }

    /// <summary>True where re-checks look at it.</summary>
    public bool Watched { get; init; }

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public Snapshot? Snapshot { get; private set; }

    public long? SnapshotId { get; private set; }

    /// <summary>True where it counts towards a workflow's evidence minimum.</summary>
    public bool Counts => WithdrawnAt is null && !QuotesUs && Stance != Stance.Context;

    /// <summary>Keeps what the source looked like when it was fetched.</summary>
    public void Archive(Snapshot snapshot) => Snapshot = snapshot;

    internal void Withdraw(string by, DateTime now)
    {
        WithdrawnAt = now;
        WithdrawnBy = by;
    }
}
