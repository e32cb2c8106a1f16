using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Opens and closes tasks that belong to no review, whichever engine moves the claim's reviews. All is done in the caller's
/// transaction, on a claim with evidence, the versions that approvers read, their authors and approvals.
/// </summary>
internal static class LoneTasks
{
    /// <summary>The decision that confirms a withdrawal.</summary>
    public const string Withdraw = "Withdraw";

    /// <summary>The decision that turns it down.</summary>
    public const string KeepEvidence = "KeepEvidence";

    /// <summary>What approving again decides.</summary>
    public const string Approve = "Approve";

    /// <summary>The decision that gives the texts of a suspended verdict back to readers.</summary>
    public const string Restore = "Restore";

    /// <summary>The decision that retracts it.</summary>
    public const string Retract = "Retract";

    /// <summary>Work of somebody who is away for a day is for all of the role.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private static readonly TaskTerms ApproveTerms = new()
    {
        Decisions = [Approve],
        Approves = [Approve],
        BarredRules = [BarRule.Proposer, BarRule.Approver],
    };

    private static readonly TimeSpan WithdrawalWithin = TimeSpan.FromDays(2);

    /// <summary>Those that are open about a claim.</summary>
    public static IQueryable<ReviewTask> OpenWithoutReview(this DeskDb db, long claimId) =>
        db.Tasks.Where(t => t.ClaimId == claimId && t.ReviewId == null && t.Status == ReviewTaskStatus.Open);

    /// <summary>
    /// Asks for each approval that <paramref name="by"/> has just voided to be given again: by whoever gave it, or by the role
    /// where that person may not. Not where its vote begins anew by itself, nor where no review would publish the version.
    /// </summary>
    public static async Task AskAgainAsync(this DeskDb db, Claim claim, string by, DateTime now, CancellationToken cancel)
    {
        if (claim.ProposedVerdict is not { } proposed)
            return;
        var voided = proposed.Approvals.Where(a => a.VoidedAt == now).ToList();
        if (voided.Count == 0 || !await db.Reviews.Where(Review.UnderWay).AnyAsync(r => r.Id == proposed.ReviewId, cancel))
        {
            return;
        }

        foreach (var approval in voided)
        {
            if (await db.ApprovedOnAsync(claim.Id, approval, cancel) is { } given && !await db.IsOpenAnewAsync(given, cancel))
                await db.AskAgainAsync(claim, proposed, given, approval.By, by, now, cancel);
        }
    }

    /// <summary>
    /// Asks the editors for as many approvals of the proposal as are wanting and nobody is asked for yet: where it is held to
    /// more than its review asks for, or where an approval was voided and its review has no task for it. Handed back is who is
    /// awaited, in words.
    /// </summary>
    public static async Task<string> AskForWantingAsync(
        this DeskDb db,
        Claim claim,
        int wanting,
        DateTime now,
        CancellationToken cancel
    )
    {
        var proposed = claim.ProposedVerdict!;
        var open = await db.OpenWithoutReview(claim.Id).ToListAsync(cancel);
        var asked = open.FindAll(t => t.Purpose == TaskPurpose.ApproveAgain && t.SubjectId == proposed.Id);
        var barred = asked.Count < wanting ? await db.BarredFromApprovingAsync(proposed, cancel) : [];
        for (var number = 1; asked.Count < wanting; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"approve-too:{proposed.Id}:{number}");
            if (open.Exists(t => t.Key == key))
                continue;
            var task = new ReviewTask(
                claim,
                TaskPurpose.ApproveAgain,
                proposed.Id,
                key,
                "Approve again",
                "The verdict has fewer approvals as it stands than publishing it needs, and no step of its review asks for another. "
                    + "Read it as it stands now. Approving it moves nothing by itself: the review goes on by its own steps, and is sent back there.",
                now
            );
            task.SetTerms(Roles.Editor, null, now + KeptFor, barred, ApproveTerms);
            db.Tasks.Add(task);
            asked.Add(task);
            db.Notices.Add(
                new Notice(
                    Roles.Editor,
                    $"“{claim.Wording}” waits for an approval that no step of its review asks for. Somebody who is no author of it and has not approved it is asked to.",
                    claim.Id,
                    now
                )
            );
        }

        return AwaitedApprovals(asked, now)!;
    }

    // Whom the steps of the review bar from approving stays barred, but for those whose own approval was voided.
    private static async Task<List<string>> BarredFromApprovingAsync(this DeskDb db, Verdict proposed, CancellationToken cancel)
    {
        var tasks = await db
            .Tasks.AsNoTracking()
            .Where(t => t.ReviewId == proposed.ReviewId && (t.Status == ReviewTaskStatus.Open || t.Decided.Count > 0))
            .ToListAsync(cancel);
        var voided = proposed.Approvals.Where(a => a.VoidedAt is not null).Select(a => a.By).ToList();
        return
        [
            .. tasks
                .Where(t => t.Terms.Approves.Count > 0)
                .SelectMany(t => t.Barred)
                .Where(name => !PersonName.Among(voided, name))
                .Concat(proposed.AuthorNames)
                .Concat(proposed.ValidApprovers)
                .Distinct(PersonName.Comparer),
        ];
    }

    /// <summary>Asks for a withdrawal to be confirmed that somebody asks for.</summary>
    public static void AskToConfirm(this DeskDb db, Claim claim, Evidence evidence, DateTime now)
    {
        var task = new ReviewTask(
            claim,
            TaskPurpose.ConfirmWithdrawal,
            evidence.Id,
            string.Create(CultureInfo.InvariantCulture, $"confirm-withdrawal:{evidence.Id}"),
            "Confirm a withdrawal",
            $"{evidence.WithdrawalAskedBy} asks to withdraw the evidence of {evidence.Source}, which the public verdict stands on: "
                + $"{evidence.WithdrawalReason} It counts until an editor who is no author of that verdict confirms it.",
            now
        );
        task.SetTerms(
            Roles.Editor,
            null,
            now + WithdrawalWithin,
            claim.PublishedVerdict!.AuthorNames,
            new TaskTerms { Decisions = [Withdraw, KeepEvidence], BarredRules = [BarRule.Proposer] }
        );
        db.Tasks.Add(task);
    }

    /// <summary>
    /// Asks another editor than the suspender to decide what becomes of a suspended verdict, and tells the editors.
    /// </summary>
    public static void AskToDecideSuspension(this DeskDb db, Claim claim, DateTime until, DateTime now)
    {
        var (published, suspension) = (claim.PublishedVerdict!, claim.OpenSuspension!);
        var task = new ReviewTask(
            claim,
            TaskPurpose.DecideSuspension,
            published.Version,
            "decide-suspension",
            "Decide on a suspension",
            $"{suspension.By} suspended the verdict: {suspension.Why} Readers are given no text of it until another editor, who is no "
                + "author of it, gives it back or retracts it. Giving it back verifies nothing. A re-check, or a new version, goes on "
                + "beside this.",
            now
        );
        task.SetTerms(
            Roles.Editor,
            null,
            until,
            BarredFrom(task, claim),
            new TaskTerms
            {
                Decisions = [Restore, Retract],
                Forms = new Dictionary<string, string> { [Retract] = TaskForms.Reason },
            }
        );
        db.Tasks.Add(task);
        db.Notices.Add(
            new Notice(
                Roles.Editor,
                $"{suspension.By} suspended the verdict of “{claim.Wording}”. Another editor decides what becomes of it by {MomentText.Of(until)}.",
                claim.Id,
                now
            )
        );
    }

    /// <summary>
    /// Brings the claim's open tasks without a review into line with it: what is not asked any more is closed, and who may decide
    /// is found anew.
    /// </summary>
    /// <param name="db">The desk.</param>
    /// <param name="claim">The claim as it is now.</param>
    /// <param name="ended">The review that has just ended, if one has.</param>
    /// <param name="changed">True where somebody changed the claim beside its reviews, and may be an author now.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task SettleLoneTasksAsync(
        this DeskDb db,
        Claim claim,
        Review? ended,
        bool changed,
        DateTime now,
        CancellationToken cancel
    )
    {
        // Nothing is asked for where nothing can be open: a move of a review mostly costs no query here. Approvals that are
        // wanting may be asked for without a voided one, until the proposal is one no more.
        var isVoided = claim.Verdicts.Exists(v => v.Approvals.Exists(a => a.VoidedAt is not null));
        var isProposed = claim.ProposedVerdict is not null && ended is null && !changed;
        if (
            isProposed
            && !isVoided
            && claim.Suspensions.Count == 0
            && !claim.Evidence.Exists(e => e.WithdrawalAskedBy is not null)
        )
        {
            return;
        }

        foreach (var task in await db.OpenWithoutReview(claim.Id).ToListAsync(cancel))
        {
            // What was just decided is open in the database until the commit.
            if (task.Status != ReviewTaskStatus.Open)
                continue;
            if (!IsAsked(task, claim, ended))
                task.Close(ReviewTaskStatus.Closed, now);
            else
                task.Bar(BarredFrom(task, claim));
        }
    }

    /// <summary>
    /// Who has yet to approve the claim's proposal again, in words; null where nobody is asked to.
    /// </summary>
    public static string? AwaitedApprovals(IEnumerable<ReviewTask> open, DateTime now) =>
        open.Where(t => t.Purpose == TaskPurpose.ApproveAgain)
            .Select(t => t.KeptForAt(now) ?? $"somebody with the role {t.Role}")
            .ToList()
            is { Count: > 0 } awaited
            ? string.Join(" and ", awaited)
            : null;

    private static bool IsAsked(ReviewTask task, Claim claim, Review? ended) =>
        task.Purpose switch
        {
            TaskPurpose.ApproveAgain => claim.ProposedVerdict is { } proposed
                && proposed.Id == task.SubjectId
                && !(ended is not null && ended.Id == proposed.ReviewId)
                && !(task.HeldFor is { } asked && PersonName.Among(proposed.ValidApprovers, asked)),
            TaskPurpose.ConfirmWithdrawal => claim.Evidence.Exists(e =>
                e.Id == task.SubjectId && e.WithdrawalIsAsked && claim.IsGround(e)
            ),
            TaskPurpose.DecideSuspension => claim.Publication == Publication.Suspended,
            TaskPurpose.Step => true,
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Purpose, null),
        };

    // Whom the steps of the review barred from that approval stays barred from giving it again.
    private static IEnumerable<string> BarredFrom(ReviewTask task, Claim claim) =>
        task.Purpose switch
        {
            TaskPurpose.ApproveAgain =>
            [
                .. task.Barred,
                .. claim.ProposedVerdict!.AuthorNames,
                .. claim.ProposedVerdict.ValidApprovers,
            ],
            TaskPurpose.ConfirmWithdrawal => claim.PublishedVerdict!.AuthorNames,
            TaskPurpose.DecideSuspension => [claim.OpenSuspension!.By, .. claim.PublishedVerdict!.AuthorNames],
            TaskPurpose.Step => task.Barred,
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Purpose, null),
        };

    private static async Task AskAgainAsync(
        this DeskDb db,
        Claim claim,
        Verdict proposed,
        ReviewTask given,
        string approver,
        string by,
        DateTime now,
        CancellationToken cancel
    )
    {
        var role =
            given.EscalatedTo is { } second && !await db.HoldsRoleAsync(approver, given.Role, cancel) ? second : given.Role;
        var task = new ReviewTask(
            claim,
            TaskPurpose.ApproveAgain,
            proposed.Id,
            string.Create(CultureInfo.InvariantCulture, $"approve-again:{proposed.Id}:{PersonName.Normalized(approver)}"),
            "Approve again",
            $"{by} changed what approvers read after {approver} had approved it, which voided that approval. Read it as it stands "
                + "now. Approving it again moves nothing by itself: the review goes on by its own steps, and is sent back there.",
            now
        );
        task.SetTerms(
            role,
            null,
            now + KeptFor,
            given
                .Barred.Where(name => !PersonName.Same(name, approver))
                .Concat(proposed.AuthorNames)
                .Concat(proposed.ValidApprovers)
                .Distinct(PersonName.Comparer),
            ApproveTerms
        );
        if (await db.HoldsRoleAsync(approver, role, cancel))
            task.KeepFor(approver);
        db.Tasks.Add(task);
        db.Notices.Add(
            new Notice(
                task.KeptForAt(now) is { } kept ? Notice.ToPerson(kept) : role,
                $"{by} changed “{claim.Wording}” after {approver} had approved it, so that approval is void. "
                    + $"{(task.KeptForAt(now) is null ? "Somebody else is" : "You are")} asked to approve it again as it stands now.",
                claim.Id,
                now
            )
        );
    }

    // The task on which it was given: in a review, or when it was given again.
    private static async Task<ReviewTask?> ApprovedOnAsync(
        this DeskDb db,
        long claimId,
        Approval approval,
        CancellationToken cancel
    )
    {
        var decided = await db
            .Tasks.Include(t => t.Decided)
            .Where(t => t.ClaimId == claimId && t.Decided.Any(d => d.By == approval.By && d.At == approval.At))
            .OrderByDescending(t => t.Id)
            .ToListAsync(cancel);
        return decided.Find(t =>
            t.Decided.Exists(d => d.By == approval.By && d.At == approval.At && t.Terms.Approves.Contains(d.Decision))
        );
    }

    // A vote that a change has just ended is still open as it is stored, and goes on as another visit of its step.
    private static async Task<bool> IsOpenAnewAsync(this DeskDb db, ReviewTask given, CancellationToken cancel) =>
        given.Terms.IsVote
        && await db.Tasks.AnyAsync(
            t => t.ReviewId == given.ReviewId && t.ActivityId == given.ActivityId && t.Status == ReviewTaskStatus.Open,
            cancel
        );
}
