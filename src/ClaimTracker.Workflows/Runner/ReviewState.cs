using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Where a review is, in a form that is stored as one small JSON document (2 KB at most for the definitions shipped).
/// Immutable for callers: each move returns another one.
/// </summary>
public sealed partial class ReviewState
{
    /// <summary>The version of the definition that the review began with and keeps.</summary>
    public required string VersionId { get; init; }

    /// <summary>What the review is doing.</summary>
    public ReviewStatus Status { get; internal set; }

    /// <summary>Where and why it stopped, if it did.</summary>
    public ReviewFault? Fault { get; internal set; }

    /// <summary>The outputs set so far, by name.</summary>
    public JsonObject Outputs { get; internal set; } = [];
}
