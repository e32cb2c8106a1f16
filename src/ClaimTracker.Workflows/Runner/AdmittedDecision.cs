using ClaimTracker.Domain;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>A decision that may be taken, and what the step makes of it.</summary>
internal sealed record AdmittedDecision(Waiting Waiting, string Title, Decision Decision, Func<Step, StepContext, StepResult> Act)
{
    /// <summary>The step could make nothing of it: whoever decided is told why, and nothing has taken hold.</summary>
    public Refusal Failed(StepFailedException fault) =>
        new("step-failed", $"“{Title}” cannot take this decision: {fault.Message}.");
}
