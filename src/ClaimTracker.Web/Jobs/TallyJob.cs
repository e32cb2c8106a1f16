using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Adds up the tallies of open tasks and the public changes, so that few rows are left to read. One commit takes rows away and
/// puts their sums in their place: running twice or being killed changes no number.
/// </summary>
internal sealed class TallyJob(DeskDb db, JobItems items, Acting acting) : IJob
{
    private const int AtOnce = 2_000;

    // So many rows are read in no time: nothing is written for less.
    private const int Enough = 500;

    /// <inheritdoc/>
    public async Task DoDueAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable("system:tally");
        while (await db.TaskTallies.CountAsync(cancel) > Enough && await AddUpTasksAsync(cancel)) { }
        while (await db.PublicChanges.CountAsync(cancel) > Enough && await AddUpChangesAsync(cancel)) { }
    }

    // False where there was nothing to add up.
    private async Task<bool> AddUpTasksAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var added = await db.CommitAsync<bool>(
            "add up tallies",
            Right.Jobs,
            async _ =>
            {
                var rows = await items.ReadAsync(
                    db.TaskTallies,
                    tallies => tallies.OrderBy(t => t.Id).Take(AtOnce),
                    t => t.Id,
                    [],
                    cancel
                );
                var sums = rows.GroupBy(t => (t.Role, t.EscalatedTo, t.Kind, t.Stage)).ToList();
                foreach (var alike in sums.Where(alike => alike.Count() > 1))
                {
                    db.TaskTallies.RemoveRange(alike);
                    if (alike.Sum(t => t.Number) is not 0 and var number)
                        db.TaskTallies.Add(Sum(alike.First(), number));
                }

                return sums.Count < rows.Count;
            },
            cancel
        );
        return added.Value;
    }

    private async Task<bool> AddUpChangesAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var added = await db.CommitAsync<bool>(
            "add up public changes",
            Right.Jobs,
            async _ =>
            {
                var rows = await items.ReadAsync(
                    db.PublicChanges,
                    changes => changes.OrderBy(c => c.Id).Take(AtOnce),
                    c => c.Id,
                    [],
                    cancel
                );
                db.PublicChanges.RemoveRange(rows);
                db.PublicChanges.Add(new PublicChange { Number = rows.Sum(c => c.Number) });
                return rows.Count > 1;
            },
            cancel
        );
        return added.Value;
    }

    private static TaskTally Sum(TaskTally of, int number) =>
        new()
        {
            Role = of.Role,
            EscalatedTo = of.EscalatedTo,
            Kind = of.Kind,
            Stage = of.Stage,
            Number = number,
        };
}
