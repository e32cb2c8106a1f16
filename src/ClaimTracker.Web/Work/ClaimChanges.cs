using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>
/// Changes a claim beside its review. Where an approver has other words to read afterwards, the reviews under way hear of it in
/// the same transaction: votes begin anew, whoever became an author is barred, and approvals that it voided are asked for again.
/// Whatever changes wording, evidence or a proposal goes through here.
/// </summary>
public sealed class ClaimChanges
{
    private readonly DeskDb _db;
    private readonly WorkflowLibrary _library;
    private readonly IReviewRunner _runner;
    private readonly MoveWriter _writer;

    internal ClaimChanges(DeskDb db, WorkflowLibrary library, IReviewRunner runner, MoveWriter writer) =>
        (_db, _library, _runner, _writer) = (db, library, runner, writer);

    /// <summary>Loads the claim with all that approvers read and changes it. Call it within a commit.</summary>
    public async Task<Result> MakeAsync(long claimId, Actor by, Func<Claim, DateTime, Result> change, CancellationToken cancel)
    {
        if (await LoadAsync(claimId, cancel) is not { } claim)
            return new Result(Claim.Unknown(claimId));
        var now = _db.Now;
        var before = claim.ProposalMark;
        var changed = change(claim, now);
        if (!changed.IsOk)
            return changed;
        if (before is not null && claim.ProposalMark is { } mark && mark != before)
        {
            var told = await TellAsync(claim, by.Name, now, cancel);
            if (!told.IsOk)
                return told;
            await _db.AskAgainAsync(claim, by.Name, now, cancel);
        }

        await _db.SettleLoneTasksAsync(claim, null, changed: true, now, cancel);
        return changed;
    }

    private async Task<Result> TellAsync(Claim claim, string by, DateTime now, CancellationToken cancel)
    {
        var underWay = await _db
            .Reviews.Include(r => r.Timers)
            .Include(r => r.Recheck)
            .Include(r => r.Tasks.Where(t => t.Status == ReviewTaskStatus.Open))
                .ThenInclude(t => t.Decided)
            .Where(Review.UnderWay)
            .Where(r => r.ClaimId == claim.Id)
            .ToListAsync(cancel);
        foreach (var review in underWay)
        {
            var position = await _library.PositionAsync(_db, review, now, cancel);
            var told = await _runner.ProposalChangedAsync(position, cancel);
            var written = told.Value is { } move
                ? await _writer.WriteAsync(review, move, by, now, cancel)
                : new Result(told.Refusal);
            if (!written.IsOk)
                return written;
        }

        return Result.Ok;
    }

    private Task<Claim?> LoadAsync(long claimId, CancellationToken cancel) =>
        _db
            .Claims.Include(c => c.Evidence)
            .Include(c => c.Findings.Where(f => f.SettledAt == null))
            .Include(c => c.Suspensions.Where(s => s.EndedAt == null))
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Approvals)
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Evidence)
            .SingleOrDefaultAsync(c => c.Id == claimId, cancel);
}
