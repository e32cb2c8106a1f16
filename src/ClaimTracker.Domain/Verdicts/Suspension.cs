namespace ClaimTracker.Domain;

/// <summary>How a suspension ended.</summary>
public enum SuspensionEnd
{
    /// <summary>Another editor gave the texts back to readers.</summary>
    Restored,

    /// <summary>Another editor withdrew the verdict for good.</summary>
    Retracted,

    /// <summary>A new version took the place of the one that was suspended.</summary>
    NewVersion,
}

/// <summary>
/// That an editor took a verdict off at once: its texts are kept from readers until somebody else has decided. The reason is the
/// desk's own, since it may name what readers are not to read.
/// </summary>
public sealed class Suspension
{
    private Suspension() { }

    internal Suspension(int verdictVersion, string why, string by, DateTime now)
    {
        VerdictVersion = verdictVersion;
        Why = why;
        By = by;
        At = now;
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    /// <summary>The version that was public then.</summary>
    public int VerdictVersion { get; private set; }

    public DateTime At { get; private set; }

    public string By { get; private set; } = "";

    public string Why { get; private set; } = "";

    /// <summary>
    /// The last version that was withheld before, since it was suspended or retracted earlier; restoring leaves that so.
    /// </summary>
    public int? WithheldBefore { get; internal set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public SuspensionEnd? EndedHow { get; private set; }

    /// <summary>Somebody found that more has to be withheld: both reasons stand.</summary>
    internal void Add(string why, string by) => Why = $"{Why}\n{by}: {why}";

    internal void End(SuspensionEnd how, string by, DateTime now) => (EndedHow, EndedBy, EndedAt) = (how, by, now);
}
