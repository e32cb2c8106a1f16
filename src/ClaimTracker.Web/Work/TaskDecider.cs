using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
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
public sealed class TaskDecider(DeskDb db, IReviewEngine engine, LoneTaskDecider lone, Blindness blindness)
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
        return receipt.Said.Count > 0 && (await blindness.HiddenFromAsync([claimId], actor, cancel)).Contains(claimId)
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

    /// <summary>How a decision that was made is undone, in words.</summary>
    public async Task<string> WayBackAsync(
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
        var terms = await db.Tasks.Where(t => t.Id == taskId).Select(t => t.Terms).SingleAsync(cancel);
        var claim = await db
            .Claims.AsNoTracking()
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
            .SingleAsync(c => c.Id == claimId, cancel);
        return WayBack.OfDecision(claim, terms, receipt.Decision, [.. receipt.Opened.Select(task => task.Title)]);
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
