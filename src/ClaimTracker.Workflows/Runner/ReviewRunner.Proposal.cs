using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What a change of the proposed verdict does to a review that waits.</summary>
public static partial class ReviewRunner
{
    /// <summary>
    /// Tells the steps that wait that what an approver has to read was changed: a vote begins anew, and who is barred is found
    /// anew. A review that is held or has failed goes on waiting as it did. Refused once it has ended: <c>review-ended</c>.
    /// </summary>
    public static Result<Move> ProposalChanged(
        CompiledDefinition definition,
        ReviewState state,
        ReviewFacts facts,
        DateTime nowUtc
    )
    {
        if (state.Status.IsOver())
            return NotRunning(state)!;
        var execution = Begin(definition, state, facts, nowUtc);
        foreach (var waiting in execution.Data.Waiting.Where(w => w.Task is not null).ToList())
            Continue(execution, waiting, (step, context) => step.OnProposalChanged(context));

        // What was still to run when a step failed is a retry's to run.
        if (execution.Data.Queue.Count == 0)
            execution.Data.Queue = [.. state.Data.Queue];
        return execution.ToMove();
    }
}
