using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>How what was done is undone where no key does it: the pages name their own buttons so.</summary>
public static class WayBack
{
    /// <summary>Of an act of triage, as the claim stands now.</summary>
    public static string OfTriage(Claim claim) =>
        claim.Stage switch
        {
            Stage.New or Stage.Triage => "The claim is in triage.",
            Stage.Declined =>
                "“Put back into triage” on the claim’s page, or under “Declined, linked and folded claims”, takes it back.",
            Stage.Linked => "“Unlink” on the claim’s page, or under “Declined, linked and folded claims”, takes it back.",
            Stage.Folded => "“Split off” on the claim’s page, or under “Declined, linked and folded claims”, takes it back.",
            Stage.Published => "What is public is changed by a new version: “Review it anew” on the claim’s page begins it.",
            Stage.RecheckDue =>
                "It is being checked again: whoever decides its task on the claim’s page can propose a new version; an administrator can cancel the re-check there.",
            Stage.Assigned
            or Stage.Researching
            or Stage.AwaitingReply
            or Stage.Drafted
            or Stage.PeerCheck
            or Stage.EditorReview
            or Stage.ChangesRequested
            or Stage.Approved
            or Stage.OnHold
            or Stage.Escalated =>
                "It is under review: an administrator can cancel that on the claim’s page; or its task is decided as declined, and "
                    + "“Put back into triage” takes it from there.",
            _ => throw new InvalidOperationException($"No way back is named from the stage {claim.Stage}."),
        };

    /// <summary>Of a decision, as the claim stands after it.</summary>
    /// <param name="claim">The claim, with its versions.</param>
    /// <param name="terms">What the task allowed.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="waits">What is waited for since.</param>
    public static string OfDecision(Claim claim, TaskTerms terms, string decision, Waits waits)
    {
        if (claim.Stage == Stage.Declined)
            return "To take it back: “Put back into triage” on the claim’s page.";
        if (claim.Stage == Stage.Linked)
            return "To take it back: “Unlink” on the claim’s page.";
        if (claim.Publication == Publication.Retracted && claim.ProposedVerdict is null && !waits.IsUnderWay)
            return "A retraction is not taken back; “Begin a review” on the claim’s page leads to a new version.";
        if (terms.IsVote)
            return "A vote is not taken back; a change of the proposal has all vote anew.";
        if (terms.Approves.Contains(decision) && claim.ProposedVerdict is not null)
        {
            return waits.Task is { } next
                ? $"An approval is not taken back; ask whoever takes “{next}” to send the proposal back."
                : $"An approval is not taken back; “Change the proposal” on the claim’s page voids it. {ByItself(waits)}";
        }

        if (terms.FormOf(decision) == TaskForms.Verdict && claim.ProposedVerdict is not null)
            return "While it waits for approval you can still change it: “Change the proposal” on the claim’s page.";
        if (waits.Task is { } task)
            return $"It is not taken back; ask whoever takes “{task}” to decide otherwise.";

        // The buttons that begin something are there only where nothing is under way.
        if (waits.IsUnderWay)
            return $"It is not taken back. {ByItself(waits)}";
        if (terms.Approves.Contains(decision) && claim.PublishedVerdict is not null)
            return "What is public is not taken back but changed by a new version: “Review it anew” on the claim’s page begins it.";
        return claim.IsInForce
            ? "It is not taken back; “Have it re-checked” on the claim’s page asks anew."
            : "It is not taken back; “Begin a review” on the claim’s page begins another one.";
    }

    private static string ByItself(Waits waits) =>
        waits.IsStopped ? "The review stands still; an administrator can let it go on or cancel it there."
        : waits.IsLooking
            ? "The review goes on by itself once its sources were looked at; until then an administrator can cancel it there."
        : "The review goes on by itself at its time; until then an administrator can cancel it there.";
}

/// <summary>What a claim's review waits for.</summary>
/// <param name="Task">The title of a task that somebody has yet to decide; null where none is open.</param>
/// <param name="IsUnderWay">True where a review is under way.</param>
/// <param name="IsLooking">True where it waits for looks at the sources.</param>
/// <param name="IsStopped">True where it is on hold or has stopped at a step that failed.</param>
public sealed record Waits(string? Task, bool IsUnderWay, bool IsLooking, bool IsStopped = false);
