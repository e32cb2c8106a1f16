using ClaimTracker.Domain;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>Checks that a decision brings what its form asks for.</summary>
internal static class FormCheck
{
    public static Refusal? Check(TaskSpec task, Decision decision, long claimId) =>
        task.FormOf(decision.Name) switch
        {
            TaskForms.NewVerdict when decision.Text("rating") is null && decision.Text("rationale") is null => null,
            TaskForms.Verdict or TaskForms.NewVerdict => VerdictProposal.Check(
                decision.Text("rating"),
                decision.Text("rationale")
            ),
            TaskForms.Reason when decision.Reason is null => new Refusal(
                "reason",
                $"“{decision.Name}” needs a reason; the next person reads it. Type one and decide again."
            ),
            TaskForms.Link when decision.Number("claimId") is null => new Refusal(
                "claim",
                $"“{decision.Name}” needs the claim that is meant. Choose one and decide again."
            ),
            TaskForms.Link when decision.Number("claimId") == claimId => new Refusal(
                "claim",
                "A claim does not repeat itself. Give the number of the other claim and decide again."
            ),
            TaskForms.None or TaskForms.Reason or TaskForms.Link => null,
            var form => throw new ArgumentOutOfRangeException(nameof(decision), form, null),
        };
}
