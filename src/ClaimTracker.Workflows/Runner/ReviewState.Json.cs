namespace ClaimTracker.Workflows.Runner;

public sealed partial class ReviewState
{
    /// <summary>The document to store.</summary>
    public string ToJson() => throw new NotSupportedException();

    /// <summary>Reads a stored document.</summary>
    public static ReviewState Parse(string json) => throw new NotSupportedException(json);
}
