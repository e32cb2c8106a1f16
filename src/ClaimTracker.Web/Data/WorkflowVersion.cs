namespace ClaimTracker.Web.Data;

/// <summary>
/// A version of a workflow definition that has been in force. Reviews bind to it: a text that changes is another version.
/// </summary>
public sealed class WorkflowVersion
{
    /// <summary>The version's id.</summary>
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    /// <summary>SHA-256 of the content, as the catalog computes it.</summary>
    public required string Hash { get; init; }

    /// <summary>The definition as it was read.</summary>
    public required string Json { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }
}
