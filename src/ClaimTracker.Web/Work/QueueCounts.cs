using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>How many open tasks there are, whoever holds them. A kind or stage that is not in it has none.</summary>
/// <param name="Kinds">By kind.</param>
/// <param name="Stages">By the stage of the claim.</param>
/// <param name="IsPart">True where not all that may belong to a kind or stage was looked at.</param>
/// <param name="Overdue">Past their deadline.</param>
/// <param name="Mine">Held by whoever asks, in whatever role.</param>
public sealed record QueueSummary(
    IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyDictionary<Stage, int> Stages,
    bool IsPart,
    QueueNumber Overdue,
    QueueNumber Mine
)
{
    /// <summary>All of them: every claim is in a stage, and a kind may be one that there is not any more.</summary>
    public QueueNumber Total => new(Stages.Values.Sum(), IsPart);

    /// <summary>Those of a kind.</summary>
    public QueueNumber Of(string kind) => new(Kinds.GetValueOrDefault(kind), IsPart);

    /// <summary>Those of a stage.</summary>
    public QueueNumber Of(Stage stage) => new(Stages.GetValueOrDefault(stage), IsPart);
}

/// <summary>
/// Counts the queue of roles: each number for itself, up to <see cref="QueueQuery.Counted"/> and along an index, so that it
/// costs the same however many tasks there are.
/// </summary>
public sealed class QueueCounts(DeskDb db)
{
    // What was escalated has no index by kind or stage: so many of each role are counted.
    private const int MostEscalated = 5_000;

    /// <summary>The numbers for whoever asks, or for all roles.</summary>
    public async Task<QueueSummary> ReadAsync(Actor actor, bool allRoles, CancellationToken cancel)
    {
        var roles = QueueWalks.Of(actor, allRoles);
        var (now, me) = (db.Now, actor.Name);
        var open = db.Tasks.AsNoTracking().Where(t => t.Status == ReviewTaskStatus.Open);
        var kinds = new Dictionary<string, int>();
        var stages = new Dictionary<Stage, int>();
        var overdue = new QueueNumber();
        foreach (var role in roles)
        {
            foreach (var one in await db.CountOpenTasks(role, ClaimKinds.Ids, Most).ToListAsync(cancel))
                Add(kinds, one.Name, one.Number);
            foreach (var one in await db.CountOpenTasks(role, Enum.GetValues<Stage>(), Most).ToListAsync(cancel))
                Add(stages, Enum.Parse<Stage>(one.Name), one.Number);
            var late = open.Where(t => t.Role == role && t.DueOrder < now).OrderBy(t => t.DueOrder).Take(Most);
            overdue = overdue.And(await late.CountAsync(cancel), false);
        }

        var isPart = false;
        foreach (var escalated in QueueWalks.Escalated(open, roles))
        {
            var parts = await escalated
                .OrderBy(t => t.QueueOrder)
                .ThenBy(t => t.Id)
                .Take(MostEscalated + 1)
                .GroupBy(t => new
                {
                    t.Kind,
                    t.ClaimStage,
                    IsLate = t.DueOrder < now,
                })
                .Select(part => new
                {
                    part.Key.Kind,
                    part.Key.ClaimStage,
                    part.Key.IsLate,
                    Number = part.Count(),
                })
                .ToListAsync(cancel);
            var cut = parts.Sum(part => part.Number) > MostEscalated;
            isPart |= cut;
            overdue = overdue.And(parts.Where(part => part.IsLate).Sum(part => part.Number), cut);
            foreach (var part in parts)
            {
                Add(kinds, part.Kind, part.Number);
                Add(stages, part.ClaimStage, part.Number);
            }
        }

        var mine = await open.Where(t => t.LeasedBy == me)
            .Where(ReviewTask.HeldAt(now))
            .OrderBy(t => t.QueueOrder)
            .ThenBy(t => t.Id)
            .Take(Most)
            .CountAsync(cancel);
        return new QueueSummary(kinds, stages, isPart, overdue, new QueueNumber(mine, false));
    }

    private const int Most = QueueQuery.Counted + 1;

    private static void Add<T>(Dictionary<T, int> numbers, T of, int number)
        where T : notnull => numbers[of] = numbers.GetValueOrDefault(of) + number;
}
