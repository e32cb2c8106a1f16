using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Rows;
using static ClaimTracker.Web.Data.Rows.RowQuery;

namespace ClaimTracker.Web.Reviews;

/// <summary>Loads what a move needs into an empty tracker, in one round trip.</summary>
internal static class ReviewLoading
{
    private static readonly RowQuery OfClaim = new(ClaimRows("$1"));
    private static readonly RowQuery OfReview = new(ReviewRows("$1"));
    private static readonly RowQuery OfTask = new(ReviewRows("(SELECT review_id FROM tasks WHERE id = $2)"));

    /// <summary>The review that a task belongs to, as <see cref="LoadReviewAsync"/> loads it, or null.</summary>
    public static async Task<Review?> LoadReviewOfTaskAsync(this DeskDb db, long taskId, CancellationToken cancel) =>
        (await OfTask.LoadAsync(db, [0, taskId], cancel)).OfType<Review>().SingleOrDefault();

    /// <summary>The review with its timers, its claim and its tasks, or null. Of the tasks, those that are open or were decided by somebody.</summary>
    public static async Task<Review?> LoadReviewAsync(this DeskDb db, long id, CancellationToken cancel) =>
        (await OfReview.LoadAsync(db, [id, 0], cancel)).OfType<Review>().SingleOrDefault();

    /// <summary>The claim with evidence and verdicts, or null.</summary>
    public static async Task<Claim?> LoadClaimAsync(this DeskDb db, long id, CancellationToken cancel) =>
        (await OfClaim.LoadAsync(db, [id], cancel)).OfType<Claim>().SingleOrDefault();

    // $1 is a review, $2 a task.
    private static RowPart[] ReviewRows(string review) =>
    [
        .. ClaimRows($"(SELECT claim_id FROM reviews WHERE id = {review})"),
        Of<Recheck>($"id = (SELECT recheck_id FROM reviews WHERE id = {review})"),
        Of<Review>($"id = {review}"),
        Of<ReviewTimer>($"review_id = {review}"),
        Of<ReviewTask>($"review_id = {review} AND (status = 'Open' OR id = $2 OR EXISTS (SELECT 1 FROM task_decisions d WHERE d.task_id = tasks.id))"),
        Of<TaskDecision>($"task_id IN (SELECT id FROM tasks WHERE review_id = {review})"),
    ];

    internal static RowPart[] ClaimRows(string claim) =>
    [
        Of<Claim>($"id = {claim}"),
        Of<Evidence>($"claim_id = {claim}"),
        Of<Verdict>($"claim_id = {claim}"),
        Of<Finding>($"claim_id = {claim} AND settled_at IS NULL"),
        Of<VerdictAuthor>($"verdict_id IN (SELECT id FROM verdicts WHERE claim_id = {claim})"),
        Of<Approval>($"verdict_id IN (SELECT id FROM verdicts WHERE claim_id = {claim})"),
        OfJoin<Verdict>(nameof(Verdict.Evidence), $"verdict_id IN (SELECT id FROM verdicts WHERE claim_id = {claim})"),
    ];
}
