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
            Stage.Published or Stage.RecheckDue =>
                "What is public is changed by a new version: “Review it anew” on the claim’s page begins it.",
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
    /// <param name="opened">The titles of the tasks that wait since.</param>
    public static string OfDecision(Claim claim, TaskTerms terms, string decision, IReadOnlyList<string> opened)
    {
        var next = opened.Count > 0 ? $"whoever takes “{opened[0]}”" : "whoever decides next";
        if (claim.Stage == Stage.Declined)
            return "To take it back: “Put back into triage” on the claim’s page.";
        if (claim.Stage == Stage.Linked)
            return "To take it back: “Unlink” on the claim’s page.";
        if (claim.Publication == Publication.Retracted && claim.ProposedVerdict is null && opened.Count == 0)
            return "A retraction is not taken back; “Begin a review” on the claim’s page leads to a new version.";
        if (terms.IsVote)
            return "A vote is not taken back; a change of the proposal has all vote anew.";
        if (terms.Approves.Contains(decision))
        {
            return claim.ProposedVerdict is null && claim.PublishedVerdict is not null
                ? "What is public is not taken back but changed by a new version: “Review it anew” on the claim’s page begins it."
                : $"An approval is not taken back; ask {next} to send the proposal back.";
        }

        if (terms.FormOf(decision) == TaskForms.Verdict && claim.ProposedVerdict is not null)
            return "While it waits for approval you can still change it: “Change the proposal” on the claim’s page.";
        if (opened.Count > 0)
            return $"It is not taken back; ask {next} to decide otherwise.";
        return claim.Publication == Publication.Published
            ? "It is not taken back; “Have it re-checked” on the claim’s page asks anew."
            : "It is not taken back; “Begin a review” on the claim’s page begins another one.";
    }
}
