namespace ClaimTracker.Domain;

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>A passage that the verdict stands on reads differently now.</summary>
    Changed,

    /// <summary>The page is there, the passage is not.</summary>
    Missing,

    /// <summary>A source could not be read for longer than a check may be overdue.</summary>
    Unreachable,

    /// <summary>Evidence was withdrawn, and what is left is less than the verdict was held to.</summary>
    BelowMinimum,
}

/// <summary>What ended a finding.</summary>
public enum Settlement
{
    /// <summary>A later look at all that the verdict stands on, which found every passage standing.</summary>
    Look,

    /// <summary>A person who read it and found that the verdict holds.</summary>
    Decision,

    /// <summary>A new version, whose approvers had read it.</summary>
    NewVersion,

    /// <summary>The verdict that it is about was withdrawn.</summary>
    Retraction,
}

/// <summary>
/// Something seen that speaks against a published verdict. Until it is settled the claim is in doubt, whatever is due when: a
/// look that verifies ends it, or a person's decision that names it.
/// </summary>
public sealed class Finding
{
    /// <summary>The longest text of one, in characters.</summary>
    public const int MaxWords = 8_000;

    /// <summary>The longest passage of one, in characters.</summary>
    public const int MaxPassage = 2_000;

    private Finding() { }

    internal Finding(FindingKind kind, int verdictVersion, Evidence? evidence, string words, DateTime foundAt, SeenPassage? seen)
    {
        Kind = kind;
        VerdictVersion = verdictVersion;
        Evidence = evidence;
        EvidenceId = evidence?.Id;
        Words = words.Length <= MaxWords ? words : words[..(MaxWords - 1)] + "…";
        FoundAt = foundAt;
        (Stands, Was, Now) = (seen?.Stands ?? false, Short(seen?.Was), Short(seen?.Now));
        (Page, PageId) = (seen?.Page, seen?.Page is { Id: > 0 } page ? page.Id : null);
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    public FindingKind Kind { get; private set; }

    /// <summary>The published version that it speaks against.</summary>
    public int VerdictVersion { get; private set; }

    /// <summary>The source that it was seen at; null where nobody noted which.</summary>
    public long? EvidenceId { get; private set; }

    public Evidence? Evidence { get; private set; }

    /// <summary>What was seen, for the desk; for a changed passage, old and new.</summary>
    public string Words { get; private set; } = "";

    /// <summary>True where the passage was seen standing, and the finding is about what stands around it.</summary>
    public bool Stands { get; private set; }

    /// <summary>What stood; null where that is not known.</summary>
    public string? Was { get; private set; }

    /// <summary>What stands in its place, or what speaks of it; null where nothing does.</summary>
    public string? Now { get; private set; }

    /// <summary>The page as it was read; null where it was not kept.</summary>
    public Snapshot? Page { get; private set; }

    public long? PageId { get; private set; }

    public DateTime FoundAt { get; private set; }

    /// <summary>When it was settled; null while it puts the claim in doubt.</summary>
    public DateTime? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    public Settlement? SettledHow { get; private set; }

    /// <summary>True where it was seen at that source; null asks for one whose source nobody noted.</summary>
    internal bool IsAt(Evidence? source) =>
        source is null ? EvidenceId is null && Evidence is null
        : Evidence is { } seen ? seen == source
        : EvidenceId == source.Id;

    /// <summary>True where it says of the passage itself that it does not stand any more.</summary>
    internal bool IsLoss => Kind is FindingKind.Changed or FindingKind.Missing && !Stands;

    internal void Settle(Settlement how, string by, DateTime now)
    {
        SettledHow = how;
        SettledBy = by;
        SettledAt = now;
    }

    private static string? Short(string? text) => text is null ? null : PlainText.Shorten(text, MaxPassage);
}
