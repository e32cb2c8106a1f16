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
            _ when claim.Publication != Publication.Unpublished =>
                "What is public is changed by a new version: “Review it anew” on the claim’s page begins it.",
            _ =>
                "It is under review: an administrator can cancel that on the claim’s page; or its task is decided as declined, and "
                    + "“Put back into triage” takes it from there.",
        };

    /// <summary>Of a decision, as the claim stands after it.</summary>
    /// <param name="claim">The claim, with its versions.</param>
    /// <param name="terms">What the task allowed.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="opened">The titles of the tasks that wait since.</param>
    public static string OfDecision(Claim claim, TaskTerms terms, string decision, IReadOnlyList<string> opened)
    {
        var next = opened.Count > 0 ? $"whoever takes “{opened[0]}”" : "whoever decides next";
        return claim.Stage switch
        {
            Stage.Declined => "To take it back: “Put back into triage” on the claim’s page.",
            Stage.Linked => "To take it back: “Unlink” on the claim’s page.",
            _ when claim.Publication == Publication.Retracted =>
                "A retraction is not taken back; “Begin a review” on the claim’s page leads to a new version.",
            _ when terms.IsVote => "A vote is not taken back; a change of the proposal has all vote anew.",
            _ when terms.Approves.Contains(decision) && claim.ProposedVerdict is null && claim.PublishedVerdict is not null =>
                "What is public is not taken back but changed by a new version: “Review it anew” on the claim’s page begins it.",
            _ when terms.Approves.Contains(decision) => $"An approval is not taken back; ask {next} to send the proposal back.",
            _ when terms.FormOf(decision) == TaskForms.Verdict && claim.ProposedVerdict is not null =>
                "While it waits for approval you can still change it: “Change the proposal” on the claim’s page.",
            _ when opened.Count > 0 => $"It is not taken back; ask {next} to decide otherwise.",
            _ => claim.Publication == Publication.Published
                ? "It is not taken back; “Have it re-checked” on the claim’s page asks anew."
                : "It is not taken back; “Begin a review” on the claim’s page begins another one.",
        };
    }
}
