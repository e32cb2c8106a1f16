using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests.Workflows.Conformance;

/// <summary>What came out of a case, in the words that the cases use.</summary>
internal static class CaseWords
{
    public static string Of(Effect effect) =>
        effect switch
        {
            EnterStage e => $"SetStage {e.Stage}",
            AddProposal e => $"ProposeVerdict {e.Rating} {e.By}",
            ApproveVerdict e => $"ApproveVerdict {e.By}",
            RejectVerdict e => $"RejectVerdict {e.By} {e.Reason}",
            PublishVerdict e => $"Publish {e.MinimumGroups} {e.ApprovalsRequired}",
            DeclineClaim e => $"Decline {e.Reason}",
            LinkTo e => $"LinkTo {e.ClaimId} {e.By}",
            BringCheckForward e => $"ScheduleRecheck {e.After:c}".TrimEnd(),
            AskLooks => "AskLooks",
            Looked e => $"Looked {e.Outcome}",
            SaidToHold e => $"SaidToHold {e.By}",
            Verified e => $"Verified {e.Verifier} {e.By}",
            Tell e => $"Notify {e.To} {e.Message}",
            CallIn e => $"Escalate {e.TaskKey} {e.Role}",
            StartChild e => $"StartChild {e.ChildKey} {e.DefinitionId} {e.Inputs.ToJsonString()}{(e.Wait ? " wait" : "")}",
            CancelChild e => $"CancelChild {e.ChildKey}",
            _ => effect.ToString(),
        };

    /// <summary>Activity and outcome; an ellipsis where it began to wait.</summary>
    public static string Of(TraceEntry entry) =>
        entry.Outcome is null ? $"{entry.ActivityId} …" : $"{entry.ActivityId} {entry.Outcome}";

    public static string Of(ClosedTask task) => $"{task.Key} {task.Why}";
}
