using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Readings;

/// <summary>One checkable statement.</summary>
/// <param name="Span">Where it stands: a sentence, or a part of one where a sentence holds several.</param>
/// <param name="Kind">A kind's string id, e.g. <c>casualty-figure</c>.</param>
/// <param name="Canonical">The statement on its own: attribution split off, relative dates resolved.</param>
/// <param name="Place">Where it is said to have happened; null where its own words name no place.</param>
/// <param name="Reasons">Why it belongs into triage, in words a fact-checker understands.</param>
public sealed record ClaimReading(TextSpan Span, string Kind, string Canonical, string? Place, IReadOnlyList<string> Reasons)
{
    /// <summary>What its wording leaves open, each once; empty where it can be checked as it stands.</summary>
    public IReadOnlyList<MissingPart> Missing { get; init; } = [];

    /// <summary>The figures in its own words.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>The times in its own words.</summary>
    public IReadOnlyList<TimeReference> Times { get; init; } = [];

    /// <summary>Who says it; null where the article itself does.</summary>
    public SourceAttribution? Attribution { get; init; }

    /// <summary>True where nothing is missing.</summary>
    public bool StandsAlone => Missing.Count == 0;
}
