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

    /// <summary>
    /// The review with its timers, its claim and its tasks, or null. Of the tasks, those that are open or were decided by
    /// somebody.
    /// </summary>
    public static async Task<Review?> LoadReviewAsync(this DeskDb db, long id, CancellationToken cancel) =>
        (await OfReview.LoadAsync(db, [id, 0], cancel)).OfType<Review>().SingleOrDefault();

    /// <summary>The claim with the evidence that counts and the versions that a move reads, or null.</summary>
    public static async Task<Claim?> LoadClaimAsync(this DeskDb db, long id, CancellationToken cancel) =>
        (await OfClaim.LoadAsync(db, [id], cancel)).OfType<Claim>().SingleOrDefault();

    // $1 is a review, $2 a task.
    private static RowCondition[] ReviewRows(string review) =>
        [
            .. ClaimRows($"(SELECT claim_id FROM reviews WHERE id = {review})"),
            Of<Recheck>($"id = (SELECT recheck_id FROM reviews WHERE id = {review})"),
            Of<Review>($"id = {review}"),
            Of<ReviewTimer>($"review_id = {review}"),
            Of<ReviewTask>(
                $"review_id = {review} AND (status = 'Open' OR id = $2 OR EXISTS (SELECT 1 FROM task_decisions d WHERE d.task_id = tasks.id))"
            ),
            Of<TaskDecision>($"task_id IN (SELECT id FROM tasks WHERE review_id = {review})"),
        ];

    // With the words of a verdict comes what it stands on; of an older version that is neither proposed nor public, nothing.
    internal static RowCondition[] ClaimRows(string claim)
    {
        var read = $"verdict_id IN ({VersionsRead(claim)})";
        return
        [
            Of<Claim>($"id = {claim}"),
            Of<Evidence>(
                $"""
                claim_id = {claim} AND (withdrawn_at IS NULL OR id IN (SELECT evidence_id FROM verdict_evidence WHERE {read}))
                """
            ),
            Of<Verdict>($"id IN ({VersionsRead(claim)}) OR (claim_id = {claim} AND version = ({NewestOf(claim)}))"),
            Of<Finding>($"claim_id = {claim} AND settled_at IS NULL"),
            Of<Suspension>($"claim_id = {claim} AND ended_at IS NULL"),
            Of<VerdictAuthor>(read),
            Of<Approval>(read),
            OfJoin<Verdict>(nameof(Verdict.Evidence), read),
        ];
    }

    // What is proposed, what is public, and the last version that ever was: its numbers are the floor of the next one.
    private static string VersionsRead(string claim) =>
        $"""
            SELECT id FROM verdicts WHERE claim_id = {claim}
                AND (status IN ('Proposed', 'Published') OR version = ({NewestOf(claim)} AND published_at IS NOT NULL))
            """;

    // The next version counts on from the newest, which may have been turned down: of that one no more is loaded than its row.
    private static string NewestOf(string claim) => $"SELECT max(version) FROM verdicts WHERE claim_id = {claim}";
}
