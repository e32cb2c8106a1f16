using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Fires the deadlines and delays of reviews that are due, all of them in one run: it walks on past those that are refused or
/// fail. One that has failed three times stops its review, which an administrator reads of.
/// </summary>
public sealed class DeadlineJob(DeskDb db, IReviewEngine engine, JobItems items, Acting acting) : IJob
{
    private const int AtOnce = 200;

    private static readonly Actor Clock = Actor.System("clock");

    /// <summary>Fires what is due now. Returns how many reviews moved.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable(Clock.Name);
        var (now, fired) = (acting.Now, 0);
        List<long> odd = [];
        for (var (at, id) = (DateTime.MinValue, 0L); ; )
        {
            var (lastAt, lastId) = (at, id);
            var due = await items.ReadAsync(
                db.Timers.AsNoTracking().Where(t => t.TryAt <= now && (t.TryAt > lastAt || (t.TryAt == lastAt && t.Id > lastId))),
                timers => timers.OrderBy(t => t.TryAt).ThenBy(t => t.Id).Take(AtOnce),
                t => t.Id,
                odd,
                cancel
            );
            if (due.Count == 0)
                return fired;
            (at, id) = (due[^1].TryAt, due[^1].Id);

            // A review fires all that is due in it at once.
            foreach (var timer in due.DistinctBy(t => t.ReviewId))
            {
                await items.RunAsync(
                    $"{timer.Key} of review {timer.ReviewId}",
                    async () => fired += await FireAsync(timer, now, cancel) ? 1 : 0,
                    why => NoteFailureAsync(timer, why, now, cancel),
                    cancel
                );
            }
        }
    }

    Task IJob.DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    private async Task<bool> FireAsync(ReviewTimer timer, DateTime now, CancellationToken cancel)
    {
        var fired = await engine.TickAsync(timer.ReviewId, now, cancel);
        if (fired.Refusal is { } refusal)
        {
            await NoteAsync(
                timer,
                now,
                due => due.PutOff(PlainText.Shorten(refusal.Message, JobItems.LongestReason), now),
                cancel
            );
        }

        return fired.IsOk;
    }

    private async Task NoteFailureAsync(ReviewTimer timer, string why, DateTime now, CancellationToken cancel)
    {
        var attempts = 0;
        await NoteAsync(
            timer,
            now,
            due =>
            {
                due.NoteFailure(why, now);
                attempts = Math.Max(attempts, due.Attempts);
            },
            cancel
        );
        if (attempts >= ReviewTimer.MaxAttempts)
        {
            await engine.StopAsync(
                timer.ReviewId,
                timer.Step,
                $"its clock could not go on, {attempts} times: {why}",
                Clock,
                cancel
            );
        }
    }

    private Task<Result> NoteAsync(ReviewTimer timer, DateTime now, Action<ReviewTimer> note, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            "note deadline",
            Right.Jobs,
            async _ =>
            {
                foreach (
                    var due in await db.Timers.Where(t => t.ReviewId == timer.ReviewId && t.TryAt <= now).ToListAsync(cancel)
                )
                {
                    note(due);
                }

                return Result.Ok;
            },
            cancel
        );
    }
}
