namespace ClaimTracker.Workflows.Expressions;

/// <summary>A step cannot do its work. It stops the review, visibly, at this step; an administrator can retry it.</summary>
public sealed class StepFailedException : Exception
{
    /// <summary>A fault with a message for an administrator: what failed and how to mend it.</summary>
    public StepFailedException(string message)
        : base(message) { }

    /// <summary>For serializers.</summary>
    public StepFailedException() { }

    /// <summary>A fault that another error caused.</summary>
    public StepFailedException(string message, Exception inner)
        : base(message, inner) { }
}
