using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// What steps and expressions may read about the claim, as it stands in the transaction of the move. Effects asked
/// for within a move change the runner's copy, so that later steps of the same move see them.
/// </summary>
public sealed record ReviewFacts
{
    /// <summary>The claim's id.</summary>
    public long ClaimId { get; init; }

    /// <summary>The claim's kind, e.g. <c>casualty-figure</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The definition that reviews claims of its kind, by the desk's settings.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>Where the claim is in review.</summary>
    public Stage Stage { get; init; }

    /// <summary>How many groups of evidence are independent of each other and of us.</summary>
    public int IndependentGroups { get; init; }

    /// <summary>The verdict that is proposed and not yet published, if any.</summary>
    public ProposedVerdict? Proposed { get; init; }

    /// <summary>
    /// User names of those who know what was proposed and is not public, since they wrote it or were shown it; none of them rates
    /// blind.
    /// </summary>
    public IReadOnlyList<string> Knowing { get; init; } = [];

    /// <summary>The id of the rating that is public, if any.</summary>
    public string? PublishedRating { get; init; }

    /// <summary>How many sources of the published verdict are watched, so that looks can be asked for.</summary>
    public int WatchedSources { get; init; }

    /// <summary>What the last look at the sources gave.</summary>
    public RecheckOutcome? RecheckOutcome { get; init; }
}

/// <summary>A verdict that waits for approval.</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="Authors">User names of the proposer and of whoever changed what an approver has to read since; none of them
/// decides on it.</param>
/// <param name="Rating">The rating's id.</param>
/// <param name="Approvals">User names of those who approved it as it stands; an edit empties the list.</param>
public sealed record ProposedVerdict(string By, IReadOnlyList<string> Authors, string Rating, IReadOnlyList<string> Approvals);
