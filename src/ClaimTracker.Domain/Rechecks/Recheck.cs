namespace ClaimTracker.Domain;

/// <summary>What a re-check found.</summary>
public enum RecheckOutcome
{
    /// <summary>The quoted passage still stands: the verdict is verified.</summary>
    Unchanged,

    /// <summary>The passage reads differently now.</summary>
    Changed,

    /// <summary>The page is there, the passage is not.</summary>
    Missing,

    /// <summary>The source could not be read.</summary>
    Unreachable,

    /// <summary>No source is watched, or its site lets no program read it, so a person has to look.</summary>
    Unwatched,
}

/// <summary>The question whether a published verdict still holds, from its start to its outcome.</summary>
public sealed class Recheck
{
    private Recheck() { }

    /// <summary>A look that begins now.</summary>
    public Recheck(long claimId, int verdictVersion, DateTime startedAt)
    {
        ClaimId = claimId;
        VerdictVersion = verdictVersion;
        StartedAt = startedAt;
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    /// <summary>The verdict that was looked at.</summary>
    public int VerdictVersion { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public RecheckOutcome? Outcome { get; private set; }

    public Verifier? By { get; private set; }

    public string? ByName { get; private set; }

    /// <summary>
    /// True where people found that the verdict holds. People look at what they choose to, so it says of no source that it was
    /// read.
    /// </summary>
    public bool IsHeld => By == Verifier.Person && Outcome == RecheckOutcome.Unchanged;

    /// <summary>The finding in a sentence; for a changed passage, old and new.</summary>
    public string? Finding { get; private set; }

    /// <summary>Ends the look with what it found.</summary>
    public void End(RecheckOutcome outcome, Verifier by, string byName, string? finding, DateTime now)
    {
        Outcome = outcome;
        By = by;
        ByName = byName;
        Finding = finding;
        EndedAt = now;
    }
}
