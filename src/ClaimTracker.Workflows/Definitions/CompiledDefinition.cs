namespace ClaimTracker.Workflows.Definitions;

/// <summary>One version of a definition, checked and ready to run. Immutable; shared by all reviews and threads.</summary>
public sealed class CompiledDefinition
{
    internal CompiledDefinition(WorkflowDefinition source) => Source = source;

    /// <summary>The definition as it was read.</summary>
    public WorkflowDefinition Source { get; }

    /// <summary>The version's id, to which reviews bind.</summary>
    public string VersionId => Source.VersionId;

    /// <summary>The id that all versions share.</summary>
    public string DefinitionId => Source.DefinitionId;
}
