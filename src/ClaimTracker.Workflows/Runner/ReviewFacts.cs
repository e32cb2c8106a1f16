using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Runner;

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

    /// <summary>Where the claim is in review; see <see cref="Stages"/>.</summary>
    public string Stage { get; init; } = Stages.New;

    /// <summary>How many groups of evidence are independent of each other and of us.</summary>
    public int IndependentGroups { get; init; }

    /// <summary>The verdict that is proposed and not yet published, if any.</summary>
    public ProposedVerdict? Proposed { get; init; }

    /// <summary>The rating that is public, if any.</summary>
    public string? PublishedRating { get; init; }

    /// <summary>What the last look at the sources gave; see <see cref="WatchOutcomes"/>.</summary>
    public string? RecheckOutcome { get; init; }

    /// <summary>Who decided what earlier in this review is the runner's business; this is what else a desk wants to read, as JSON.</summary>
    public JsonObject? Extra { get; init; }
}

/// <summary>A verdict that waits for approval.</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="Rating">The rating's label.</param>
/// <param name="Approvals">User names of those who approved it as it stands; an edit empties the list.</param>
public sealed record ProposedVerdict(string By, string Rating, IReadOnlyList<string> Approvals);

/// <summary>What a look at the watched sources can give.</summary>
public static class WatchOutcomes
{
    /// <summary>Each watched passage is as it was.</summary>
    public const string Unchanged = "Unchanged";

    /// <summary>A watched passage reads otherwise.</summary>
    public const string Changed = "Changed";

    /// <summary>A source answers, without the passage.</summary>
    public const string Missing = "Missing";

    /// <summary>A source did not answer.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>Nothing is watched, so a person must look.</summary>
    public const string Unwatched = "Unwatched";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Unchanged, Changed, Missing, Unreachable, Unwatched];
}
