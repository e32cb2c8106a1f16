namespace ClaimTracker.Domain;

/// <summary>
/// A page that took the place of the one kept at the evidence: somebody read what a look had found on it, and decided that the
/// verdict holds. The next look is compared with it, so that the same is not found again.
/// </summary>
public sealed class KeptPage
{
    private KeptPage() { }

    internal KeptPage(Evidence evidence, Finding finding, string by, DateTime at)
    {
        Evidence = evidence;
        Finding = finding;
        FormerId = evidence.SnapshotId;
        (By, At) = (by, at);
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    public long EvidenceId { get; private set; }

    public Evidence Evidence { get; private set; } = null!;

    /// <summary>What they had read; its page is the one that is kept since.</summary>
    public long FindingId { get; private set; }

    public Finding Finding { get; private set; } = null!;

    /// <summary>The page that was kept before; null where none was.</summary>
    public long? FormerId { get; private set; }

    public Snapshot? Former { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
