namespace ClaimTracker.Domain;

/// <summary>One person's approval of a verdict as it stood at that moment. An edit afterwards voids it.</summary>
public sealed class Approval
{
    private Approval() { }

    internal Approval(string by, string mark, DateTime at)
    {
        By = by;
        Mark = mark;
        At = at;
    }

    public long Id { get; private set; }

    public long VerdictId { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>
    /// The mark of what was approved: words and evidence as they were read; null for approvals that came by an import.
    /// </summary>
    public string? Mark { get; private set; }

    /// <summary>When an edit voided it; null while it counts.</summary>
    public DateTime? VoidedAt { get; internal set; }
}
