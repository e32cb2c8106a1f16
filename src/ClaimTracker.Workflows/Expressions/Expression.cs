using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>A value that a definition gives to an input.</summary>
internal abstract class Expression
{
    /// <summary>True where the value stands in the file and is the same in each review.</summary>
    public virtual bool IsConstant => false;

    /// <summary>
    /// The value that it has in each review, where that is known before one: what stands in the file, or what a script gives that
    /// reads nothing. False where it is not known.
    /// </summary>
    public virtual bool TryForesee(out JsonNode? value)
    {
        value = null;
        return false;
    }

    /// <summary>The value now. What cannot be evaluated is a <see cref="StepFailedException"/>.</summary>
    public abstract JsonNode? Evaluate(IExpressionScope scope);
}
