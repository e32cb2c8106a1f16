namespace ClaimTracker.Workflows.Definitions;

/// <summary>A way from an outcome of one activity to another activity of the same flowchart.</summary>
/// <param name="Index">Its place among the flowchart's connections.</param>
/// <param name="Source">Where it leaves.</param>
/// <param name="Port">The outcome that follows it.</param>
/// <param name="Target">Where it leads.</param>
internal sealed record Connection(int Index, Activity Source, string Port, Activity Target)
{
    /// <summary>The same connection in another version of the definition has the same name.</summary>
    public string Name => $"{Source.Id}:{Port}>{Target.Id}";
}
