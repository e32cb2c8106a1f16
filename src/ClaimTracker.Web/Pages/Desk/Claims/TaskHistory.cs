using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>What was decided in a task's review before it was opened: why it is here again, and what stood in its form.</summary>
public sealed class TaskHistory
{
    private const int Most = 60;

    private readonly ReviewTask _task;
    private readonly List<ReviewTask> _decided;

    private readonly bool _blind;

    private TaskHistory(ReviewTask task, bool blind, List<ReviewTask> decided) =>
        (_task, _blind, _decided) = (task, blind, decided);

    /// <summary>
    /// The latest tasks of its review that somebody decided; none where it is rated blind, or for whom could still rate the claim
    /// so.
    /// </summary>
    public static async Task<TaskHistory> ReadAsync(DeskDb db, ReviewTask task, bool blind, CancellationToken cancel) =>
        new(
            task,
            blind,
            task.Terms.Blind || blind || task.ReviewId is null
                ? []
                : await db
                    .Tasks.AsNoTracking()
                    .Include(t => t.Decided)
                    .Where(t => t.ReviewId == task.ReviewId && t.Status == ReviewTaskStatus.Decided && t.Id < task.Id)
                    .OrderByDescending(t => t.Id)
                    .Take(Most)
                    .ToListAsync(cancel)
        );

    /// <summary>
    /// What was decided on other tasks since the step was decided last, the oldest first: neither what approved it, nor what was
    /// proposed since.
    /// </summary>
    public IReadOnlyList<(ReviewTask On, TaskDecision Decision)> Returned =>
        _decided.Find(t => t.ActivityId == _task.ActivityId) is { } last
            ?
            [
                .. _decided
                    .Where(t => t.ClosedAt >= last.ClosedAt && t.ActivityId != _task.ActivityId)
                    .SelectMany(t => t.Decided.Select(d => (On: t, Decision: d)))
                    .Where(one => one.Decision.VoidedAt is null && IsAgainst(one.On.Terms, one.Decision.Decision))
                    .OrderBy(one => one.Decision.At)
                    .ThenBy(one => one.Decision.Id),
            ]
            : [];

    /// <summary>What the fields of each decision held when it was taken last in this review, by <c>Decision:field</c>.</summary>
    public IReadOnlyDictionary<string, string> Fields(Claim claim)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var decision in _task.Terms.Decisions)
        {
            if (_task.Terms.FormOf(decision) is TaskForms.Verdict or TaskForms.NewVerdict)
                AddText(fields, decision, claim);
            else if (_task.Terms.FormOf(decision) == TaskForms.Reason && Last(decision)?.Note is { } reason)
                fields[$"{decision}:reason"] = reason;
        }

        return fields;
    }

    // The text as it stood at last, whoever changed it; else what is published.
    private void AddText(Dictionary<string, string> fields, string decision, Claim claim)
    {
        if (_task.Terms.Blind)
            return;
        var last = _blind ? null : claim.Verdicts.Where(v => v.ReviewId == _task.ReviewId).MaxBy(v => v.Version);
        if ((last ?? claim.PublishedVerdict)?.Rationale is { } rationale)
            fields[$"{decision}:rationale"] = rationale;
        if (last is null)
            return;
        fields[$"{decision}:rating"] = last.Rating;
        if (last.ChangeKind is { } kind)
            fields[$"{decision}:changeKind"] = kind.ToString();
        if (last.ChangeReason is { } reason)
            fields[$"{decision}:changeReason"] = reason;
    }

    private static bool IsAgainst(TaskTerms terms, string decision) =>
        !terms.Approves.Contains(decision) && terms.FormOf(decision) != TaskForms.Verdict;

    private TaskDecision? Last(string decision) =>
        _decided.SelectMany(t => t.Decided).Where(d => d.Decision == decision && d.VoidedAt is null).MaxBy(d => d.Id);
}
