using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Wording;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What a page showed to whoever decides on it.</summary>
/// <param name="Proposal">The mark of the proposal; null where there was none.</param>
/// <param name="Findings">The findings against the published version by number, with commas between; null where there were
/// none.</param>
public sealed record ShownTo(string? Proposal, string? Findings);

/// <summary>Sends a form's decision to the engine, or, of a task that belongs to no review, to what decides these.</summary>
public sealed class TaskDecider(
    DeskDb db,
    WorkflowLibrary library,
    IReviewEngine engine,
    LoneTaskDecider lone,
    Blindness blindness
)
{
    /// <summary>
    /// Decides. <paramref name="key"/> was made with the form, so that sending it twice is deciding once;
    /// <paramref name="shown"/> is what the page with the form showed.
    /// </summary>
    public async Task<Result<DecisionReceipt>> DecideAsync(
        long claimId,
        long taskId,
        string key,
        ShownTo shown,
        TaskFields fields,
        Actor actor,
        CancellationToken cancel
    )
    {
        if (!IsKey(key))
        {
            return new Refusal(
                "key",
                "The form came without its key, so nothing is decided. It has one now: press your decision once more."
            );
        }

        var task = await db
            .Tasks.Where(t => t.Id == taskId && t.ClaimId == claimId)
            .Select(t => new { t.Terms, t.Purpose })
            .FirstOrDefaultAsync(cancel);
        if (task is null)
            return new Refusal("unknown-task", $"This claim has no task {taskId}.");
        var terms = task.Terms;
        if (fields.Decision is not { } decision || !terms.Decisions.Contains(decision))
            return new Refusal("decision", "Choose what you decide.");
        var form = terms.FormOf(decision);
        if (form == TaskForms.Link && fields.Of(decision, "claimId") is var typed && !long.TryParse(typed, out _))
        {
            return new Refusal(
                "claim",
                "Give the number of the claim that this one repeats; it stands in the address of its page."
            );
        }

        var payload = fields.ToPayload(decision, form);
        LookPayload.AddFindings(payload, shown.Findings);
        var request = new DecideTask(taskId, decision, key, actor, payload, shown.Proposal);
        var decided =
            task.Purpose == TaskPurpose.Step
                ? await engine.DecideAsync(request, cancel)
                : await lone.DecideAsync(claimId, request, cancel);
        if (decided.Refusal is { } refusal)
            return InWords(refusal, terms.Decisions);
        var receipt = decided.Value!;

        // What is told may say what others proposed; whoever could still rate the claim without knowing that reads it later.
        return receipt.Said.Count > 0 && (await blindness.ShowAsync([claimId], actor, cancel)).Contains(claimId)
            ? receipt with
            {
                Said = [],
            }
            : receipt;
    }

    /// <summary>
    /// Decides a withdrawal that was asked for from the evidence itself; the task that asks for it is decided with it.
    /// </summary>
    public async Task<Result> DecideWithdrawalAsync(
        long claimId,
        long evidenceId,
        bool confirmed,
        Actor actor,
        CancellationToken cancel
    )
    {
        var decided = await lone.DecideWithdrawalAsync(claimId, evidenceId, confirmed, actor, cancel);
        return decided.Refusal is { } refusal
            ? new Result(InWords(refusal, [LoneTasks.Withdraw, LoneTasks.KeepEvidence]))
            : decided;
    }

    /// <summary>What was seen to come of a decision that was made, and how it is undone, in words.</summary>
    public async Task<string> OutcomeAsync(
        long claimId,
        long taskId,
        DecisionReceipt receipt,
        Actor actor,
        CancellationToken cancel
    )
    {
        // The way back tells what became of the claim.
        if ((await blindness.HiddenFromAsync([claimId], actor, cancel)).Contains(claimId))
            return "It is not taken back.";
        var task = await db.Tasks.AsNoTracking().SingleAsync(t => t.Id == taskId, cancel);
        if (task.Purpose == TaskPurpose.ConfirmWithdrawal)
        {
            var evidence = await db.Evidence.AsNoTracking().SingleAsync(e => e.Id == task.SubjectId, cancel);
            return WayBack.OfWithdrawal(evidence, actor.IsOnDesk);
        }

        if (task.Purpose == TaskPurpose.DecideSuspension && receipt.Decision == LoneTasks.Restore)
            return "Readers are given it again; nothing was verified by that. To take it off anew: “Suspend it” on the claim’s page.";
        var terms = task.Terms;
        var claim = await db
            .Claims.AsNoTracking()
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.PublishedAt != null))
                .ThenInclude(v => v.Approvals)
            .SingleAsync(c => c.Id == claimId, cancel);
        return $"{await PublishedAsync(claim, terms, receipt, cancel)}{WayBack.OfDecision(claim, terms, receipt.Decision, await WaitAsync(claimId, receipt, actor, cancel))}";
    }

    // Only what is seen to be public, or verified, is said to be.
    private async Task<string> PublishedAsync(Claim claim, TaskTerms terms, DecisionReceipt receipt, CancellationToken cancel)
    {
        if (claim.PublishedVerdict?.PublishedAt >= receipt.AtUtc.Kept())
        {
            return claim.Publication == Publication.Suspended
                ? "The new version has taken the other's place and is withheld like it: nobody but the one who suspended the verdict has approved it. "
                : "The verdict is published now. ";
        }

        if (claim.IsInForce && claim.LastVerifiedAt >= receipt.AtUtc.Kept())
        {
            return claim.InDoubtSince is null
                ? "The verdict is verified as of now. "
                : "The verdict was found to hold, and stays in doubt: something that was found against it is not settled. ";
        }

        if (!terms.Approves.Contains(receipt.Decision) || claim.ProposedVerdict is not { } proposed)
            return "";
        var version = await db.Reviews.Where(r => r.Id == proposed.ReviewId).Select(r => r.VersionId).FirstOrDefaultAsync(cancel);
        var asked = version is null ? null : (await library.GetAsync(db, version, cancel)).ApprovalsAsked;
        var wanting = asked is { } step
            ? claim.MinimumOf(new Minimum(Minimum.Floor.Groups, step)).Approvals - proposed.ValidApprovers.Count()
            : 0;
        return wanting > 0
            ? $"The verdict is not published yet: it waits for {Plural.Of(wanting, "more approval")}. "
            : "The verdict is not published yet. ";
    }

    private async Task<Waits> WaitAsync(long claimId, DecisionReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var open = await db
            .Tasks.Where(t => t.ClaimId == claimId && t.Status == ReviewTaskStatus.Open && t.ReviewId != null)
            .OrderBy(t => t.Id)
            .Select(t => new { t.Title, t.Terms })
            .ToListAsync(cancel);
        var reviews = await db
            .Reviews.Where(Review.UnderWay)
            .Where(r => r.ClaimId == claimId)
            .Select(r => new { IsLooking = r.LooksAskedAt != null, IsStopped = r.Status != ReviewStatus.Suspended })
            .ToListAsync(cancel);
        return new Waits(
            receipt.Opened.Select(task => task.Title).FirstOrDefault() ?? open.FirstOrDefault()?.Title,
            reviews.Count > 0,
            reviews.Exists(r => r.IsLooking),
            reviews.Exists(r => r.IsStopped)
        )
        {
            SendsBack = open.Find(t => t.Terms.Rejects.Count > 0)?.Title,
            HasButtons = actor.IsOnDesk,
        };
    }

    /// <summary>True for what can be the key of a form.</summary>
    public static bool IsKey(string key) => !string.IsNullOrWhiteSpace(key) && key.Length <= 100;

    // The engine speaks of decisions by the definition's names, people read labels.
    private static Refusal InWords(Refusal refusal, IReadOnlyList<string> decisions) =>
        refusal with
        {
            Message = decisions.Aggregate(
                refusal.Message,
                (message, decision) =>
                    message.Replace($"“{decision}”", $"“{Decisions.Label(decision)}”", StringComparison.Ordinal)
            ),
        };
}
