namespace ClaimTracker.Domain;

/// <summary>What a correction does to a published verdict. Said by whoever proposes the new version, and never guessed.</summary>
public enum CorrectionKind
{
    /// <summary>An update: the world moved on; the earlier version was right in its day.</summary>
    Updated,

    /// <summary>A correction: the earlier version was wrong.</summary>
    Corrected,

    /// <summary>A typo: only writing changed, and never the rating.</summary>
    Typo,

    /// <summary>The verdict was withdrawn.</summary>
    Retracted,
}

/// <summary>What changed in a published verdict, why, and who approved it.</summary>
public sealed class Correction
{
    private Correction() { }

    internal Correction(CorrectionKind kind, Verdict from, Verdict? to, string why, string approvedBy, DateTime at)
    {
        Kind = kind;
        FromVersion = from.Version;
        FromRating = from.Rating;
        ToVersion = to?.Version;
        ToRating = to?.Rating;
        Why = why;
        ApprovedBy = approvedBy;
        At = at;
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    public CorrectionKind Kind { get; private set; }

    public int FromVersion { get; private set; }

    public string FromRating { get; private set; } = "";

    public int? ToVersion { get; private set; }

    public string? ToRating { get; private set; }

    public string Why { get; private set; } = "";

    public string ApprovedBy { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>
    /// True where readers are not given why: it tells of a text that is withheld. Why a verdict was retracted is told for as long
    /// as it is.
    /// </summary>
    public bool IsWithheldBy(Claim claim) =>
        claim.Publication == Publication.Suspended || (Kind != CorrectionKind.Retracted && claim.Withholds(FromVersion));
}
