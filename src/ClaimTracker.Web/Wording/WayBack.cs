using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>How what was done is undone where no key does it: the pages name their own buttons so.</summary>
public static class WayBack
{
    /// <summary>Of an act of triage, as the claim stands now.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="isUnderWay">True where a review of it is under way.</param>
    public static string OfTriage(Claim claim, bool isUnderWay) =>
        Offers.Undo(claim) is { } undo
            ? $"“{undo}” on the claim’s page, or under “Declined, linked and folded claims”, takes it back."
        : claim.Stage is Stage.New or Stage.Triage ? "The claim is in triage."
        : isUnderWay && claim.UnderRecheck
            ? "It is being checked again: an administrator can cancel the re-check on the claim’s page."
        : isUnderWay ? "It is under review: an administrator can cancel that on the claim’s page."
        : Offers.MayBegin(claim, isUnderWay)
            ? $"It is past triage: “{Offers.Begin(claim)}” on the claim’s page begins a review of it."
        : "It is past triage.";

    /// <summary>Of a decision, as the claim stands after it.</summary>
    /// <param name="claim">The claim, with its versions.</param>
    /// <param name="terms">What the task allowed.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="waits">What is waited for since.</param>
    public static string OfDecision(Claim claim, TaskTerms terms, string decision, Waits waits)
    {
        var undo = waits.HasButtons ? Offers.Undo(claim) : null;
        if (undo is not null)
            return $"To take it back: “{undo}” on the claim’s page.";
        var mayBegin = waits.HasButtons && Offers.MayBegin(claim, waits.IsUnderWay);
        var mayChange = waits.HasButtons && Offers.MayChange(claim);
        if (claim.Publication == Publication.Retracted && !Offers.MayChange(claim) && !waits.IsUnderWay)
        {
            return mayBegin
                ? $"A retraction is not taken back; “{Offers.Begin(claim)}” on the claim’s page leads to a new version."
                : "A retraction is not taken back.";
        }

        if (terms.IsVote)
            return "A vote is not taken back; a change of the proposal has all vote anew.";
        if (terms.Approves.Contains(decision) && Offers.MayChange(claim))
        {
            return Asked(waits) is { } next
                    ? $"An approval is not taken back; ask whoever takes “{next}” to send the proposal back."
                : mayChange
                    ? $"An approval is not taken back; “Change the proposal” on the claim’s page voids it. {ByItself(waits)}".TrimEnd()
                : $"An approval is not taken back. {ByItself(waits)}".TrimEnd();
        }

        if (terms.FormOf(decision) == TaskForms.Verdict && mayChange)
            return "While it waits for approval you can still change it: “Change the proposal” on the claim’s page.";
        if (Asked(waits) is { } task)
            return $"It is not taken back; ask whoever takes “{task}” to send it back.";

        // The buttons that begin something are there only where nothing is under way.
        if (waits.IsUnderWay || !mayBegin)
            return $"It is not taken back. {ByItself(waits)}".TrimEnd();
        if (terms.Approves.Contains(decision) && claim.PublishedVerdict is not null)
            return $"What is public is not taken back but changed by a new version: “{Offers.Begin(claim)}” on the claim’s page begins it.";
        return claim.IsInForce
            ? "It is not taken back; “Have it re-checked” on the claim’s page asks anew."
            : $"It is not taken back; “{Offers.Begin(claim)}” on the claim’s page begins another one.";
    }

    /// <summary>Of a decision on whether evidence is withdrawn.</summary>
    /// <param name="evidence">The evidence as it stands after it.</param>
    /// <param name="hasButtons">As <see cref="Waits.HasButtons"/>.</param>
    public static string OfWithdrawal(Evidence evidence, bool hasButtons) =>
        !hasButtons ? "It is not taken back."
        : evidence.WithdrawnAt is null ? "“Withdraw” beside the evidence on the claim’s page asks for it anew."
        : "A withdrawal is not taken back; the passage can be added on the claim’s page as new evidence, for the next version.";

    // While a review stands still nobody can decide its tasks.
    private static string? Asked(Waits waits) => waits.IsStopped ? null : waits.SendsBack;

    private static string ByItself(Waits waits) =>
        !waits.IsUnderWay ? ""
        : waits.IsStopped ? "The review stands still; an administrator can let it go on or cancel it there."
        : waits.Task is { } task ? $"“{task}” comes next; an administrator can cancel the review there."
        : waits.IsLooking
            ? "The review goes on by itself once its sources were looked at; until then an administrator can cancel it there."
        : "The review goes on by itself at its time; until then an administrator can cancel it there.";
}

/// <summary>What a claim's review waits for.</summary>
/// <param name="Task">The title of a task that somebody has yet to decide; null where none is open.</param>
/// <param name="IsUnderWay">True where a review is under way.</param>
/// <param name="IsLooking">True where it waits for looks at the sources.</param>
/// <param name="IsStopped">True where it is on hold or has stopped at a step that failed.</param>
public sealed record Waits(string? Task, bool IsUnderWay, bool IsLooking, bool IsStopped = false)
{
    /// <summary>The title of an open task by which the proposal can be sent back; null where there is none.</summary>
    public string? SendsBack { get; init; }

    /// <summary>True where the person is one of the desk, for whom the claim's page has buttons.</summary>
    public bool HasButtons { get; init; } = true;
}
