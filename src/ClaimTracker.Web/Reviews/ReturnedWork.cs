using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Gives tasks back to whoever did the work before, as <c>heldFor</c> of their steps asks, and tells that person.
/// </summary>
internal static class ReturnedWork
{
    private const int LongestReason = 300;

    /// <summary>
    /// Keeps the tasks that the move opened for those whom their steps name, unless that person is deactivated or has lost the
    /// role; tells them who sent it back and why, unless they did so themselves.
    /// </summary>
    public static async Task ReturnAsync(
        this DeskDb db,
        Review review,
        Move move,
        string by,
        DateTime now,
        CancellationToken cancel
    )
    {
        foreach (var opened in move.TasksOpened)
        {
            if (opened.HeldFor is not { } person || !await db.HoldsRoleAsync(person, opened.Role, cancel))
                continue;
            var task = review.Tasks.Single(t => t.Key == opened.Key);
            task.KeepFor(person);
            if (task.KeptForAt(now) is null || PersonName.Same(person, by))
                continue;
            db.Notices.Add(
                new Notice(
                    Notice.ToPerson(person),
                    $"{WhoReturned(review, by)} “{review.Claim.Wording}” to you for “{task.Title}”{WhyReturned(review, move)}",
                    review.ClaimId,
                    now
                )
            );
        }
    }

    private static string WhoReturned(Review review, string by) =>
        Actor.IsSystemName(by) ? $"A deadline of {review.Workflow} has passed, which returned" : $"{by} returned";

    // The whole reason stands in the task.
    private static string WhyReturned(Review review, Move move)
    {
        var said = string.Join(
            " ",
            move.TasksClosed.Where(closed => closed.Decision is not null)
                .Select(closed => review.Tasks.Find(t => t.Key == closed.Key))
                .OfType<ReviewTask>()
                .SelectMany(ReasonsOf)
        );
        return said.Length == 0 ? "." : $": {PlainText.Shorten(said, LongestReason)}";
    }

    // A vote is lost by those who voted against it, and whoever rated says nothing of why work came back.
    private static IEnumerable<string> ReasonsOf(ReviewTask task) =>
        task
            .Decided.Where(d => d.VoidedAt is null && d.Note is not null)
            .Where(d => task.Terms.FormOf(d.Decision) != TaskForms.Verdict)
            .Where(d => !task.Terms.IsVote || task.Terms.Rejects.Contains(d.Decision))
            .Select(d => task.Terms.IsVote ? $"{d.By}: {d.Note}" : d.Note!);
}
