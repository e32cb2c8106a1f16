namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What triage's forms send.</summary>
public sealed record TriageInput
{
    public long ClaimId { get; init; }

    /// <summary>The claim's revision as the form was made.</summary>
    public long Revision { get; init; }

    public string? Wording { get; init; }

    public string? Kind { get; init; }

    /// <summary>True where the person says that the wording stands alone though it was read otherwise.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>A reason out of the list.</summary>
    public string? Preset { get; init; }

    /// <summary>A reason in the person's own words, which goes before the list's.</summary>
    public string? Reason { get; init; }

    public long? OtherId { get; init; }
}
