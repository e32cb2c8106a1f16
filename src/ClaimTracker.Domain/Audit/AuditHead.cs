namespace ClaimTracker.Domain;

/// <summary>
/// Where a subject's audit chain ends. The database keeps it with each entry, in the same transaction, so that entries cut from
/// the end of a chain show as those cut from its middle do.
/// </summary>
public sealed class AuditHead
{
    private AuditHead() { }

    public string Subject { get; private set; } = "";

    /// <summary>How many entries there are.</summary>
    public int Sequence { get; private set; }

    /// <summary>The hash of the last one, which the next one takes in.</summary>
    public string Hash { get; private set; } = "";
}
