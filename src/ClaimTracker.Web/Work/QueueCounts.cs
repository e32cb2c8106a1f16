using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>How many open tasks there are, whoever holds them. A kind or stage that is not in it has none.</summary>
/// <param name="Kinds">By kind.</param>
/// <param name="Stages">By the name of the claim's stage.</param>
/// <param name="Overdue">Past their deadline.</param>
/// <param name="Mine">Held by whoever asks, in whatever role.</param>
public sealed record QueueSummary(
    IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyDictionary<string, int> Stages,
    QueueNumber Overdue,
    QueueNumber Mine
)
{
    /// <summary>All of them, also of kinds that there are not any more.</summary>
    public int Total => Kinds.Values.Sum();

    /// <summary>Those of a kind.</summary>
    public int Of(string kind) => Kinds.GetValueOrDefault(kind);

    /// <summary>Those of a stage.</summary>
    public int Of(Stage stage) => Stages.GetValueOrDefault(stage.ToString());
}

/// <summary>
/// Counts the queue of roles: kinds and stages from what the database notes beside each change of a task, exactly; what depends
/// on the hour or the person up to <see cref="QueueQuery.Counted"/> along an index. So it costs the same however many tasks
/// there are.
/// </summary>
public sealed class QueueCounts(DeskDb db)
{
    private const int Most = QueueQuery.Counted + 1;

    /// <summary>The numbers for whoever asks, or for all roles.</summary>
    public async Task<QueueSummary> ReadAsync(Actor actor, bool allRoles, CancellationToken cancel)
    {
        var roles = QueueWalks.Of(actor, allRoles);
        var (now, me) = (db.Now, actor.Name);
        var tallies = await db
            .TaskTallies.Where(t => roles.Contains(t.Role) || roles.Contains(t.EscalatedTo))
            .GroupBy(t => new { t.Kind, t.Stage })
            .Select(alike => new
            {
                alike.Key.Kind,
                alike.Key.Stage,
                Number = alike.Sum(t => t.Number),
            })
            .ToListAsync(cancel);
        var open = db.Tasks.AsNoTracking().Where(t => t.Status == ReviewTaskStatus.Open);
        var overdue = new QueueNumber();
        foreach (var walk in roles.Select(role => open.Where(t => t.Role == role)).Concat(QueueWalks.Escalated(open, roles)))
        {
            if (overdue.Counted >= Most)
                break;
            var late = walk.Where(t => t.DueOrder < now).OrderBy(t => t.DueOrder).Take(Most);
            overdue = overdue.And(await late.CountAsync(cancel), false);
        }

        var mine = await open.Where(t => t.LeasedBy == me)
            .Where(ReviewTask.HeldAt(now))
            .OrderBy(t => t.QueueOrder)
            .ThenBy(t => t.Id)
            .Take(Most)
            .CountAsync(cancel);
        return new QueueSummary(
            tallies.GroupBy(t => t.Kind).ToDictionary(of => of.Key, of => of.Sum(t => t.Number)),
            tallies.GroupBy(t => t.Stage).ToDictionary(of => of.Key, of => of.Sum(t => t.Number)),
            overdue,
            new QueueNumber(mine, false)
        );
    }
}
