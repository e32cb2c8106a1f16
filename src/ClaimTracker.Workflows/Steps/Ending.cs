namespace ClaimTracker.Workflows.Steps;

/// <summary>What a step ends besides itself.</summary>
public enum Ending
{
    /// <summary>Nothing: the path goes on by its outcomes.</summary>
    Nothing,

    /// <summary>The flowchart or sequence that it is in.</summary>
    Container,

    /// <summary>The whole review.</summary>
    Review,
}
