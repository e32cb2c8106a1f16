using System.Diagnostics;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>One that was chosen.</summary>
/// <param name="Id">A task, or a claim.</param>
/// <param name="Seen">The claim's revision as the list showed it; null where it was not shown.</param>
public readonly record struct Chosen(long Id, long? Seen);

/// <summary>
/// Does one thing to many tasks or claims: each by the use case that does it to one, so that rights, bars and audit are the
/// same, and in a commit of its own, which notes what came of it. One that is refused does not stop the others.
/// </summary>
public sealed class BulkDesk(DeskDb db, TaskLeases leases, TriageDesk triage)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Lays down what is to be done, with what has to be left out and why. Nothing is done yet.</summary>
    /// <param name="action">What is to be done.</param>
    /// <param name="chosen">To which; those after <see cref="BulkAct.Most"/> are not taken up.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<Result<BulkAct>> ChooseAsync(
        BulkAction action,
        IReadOnlyCollection<Chosen> chosen,
        Actor asked,
        CancellationToken cancel
    ) =>
        db.CommitAsync<BulkAct>(
            "choose many",
            Right.Work,
            async who =>
            {
                if (chosen.Count == 0)
                {
                    return new Refusal(
                        "none-chosen",
                        "Nothing is chosen. Tick what is meant, or choose all that the filter shows."
                    );
                }

                var (actor, now) = (who.For(asked), db.Now);
                var act = new BulkAct(actor.Name, action, now) { Cut = chosen.Count > BulkAct.Most };
                List<Chosen> taken = [.. chosen.DistinctBy(one => one.Id).Take(BulkAct.Most)];
                act.Items.AddRange(
                    act.OnTasks ? await TasksAsync(action, taken, actor, now, cancel) : await ClaimsAsync(action, taken, cancel)
                );

                // What was chosen and never confirmed is of no use to anybody the day after.
                var old = now - Kept;
                await db
                    .BulkActs.Where(a => a.Person == actor.Name && a.ChosenAt < old && a.ConfirmedAt == null)
                    .ExecuteDeleteAsync(cancel);
                db.BulkActs.Add(act);
                return act;
            },
            cancel
        );

    /// <summary>What can take back all that was done, as something to confirm; refused where nothing can.</summary>
    public async Task<Result<BulkAct>> WayBackAsync(long id, Actor asked, CancellationToken cancel)
    {
        if (await ReadAsync(id, asked.Name, cancel) is not { } act)
            return Unknown(id);
        if (act.WayBack is not { } back)
            return new Refusal("no-way-back", "There is no way to take this back at once.");
        var done = act
            .Items.Where(i => i.Outcome == BulkOutcome.Done)
            .Select(i => act.OnTasks ? i.TaskId!.Value : i.ClaimId)
            .ToList();
        // What somebody else has taken since stays with that person.
        if (act.Action == BulkAction.Assign)
        {
            done = await db
                .Tasks.Where(t => EF.Parameter(done).Contains(t.Id) && t.LeasedBy == act.Said)
                .Select(t => t.Id)
                .ToListAsync(cancel);
        }

        return await ChooseAsync(back, [.. done.Select(one => new Chosen(one, null))], asked, cancel);
    }

    /// <summary>A person's own, with all its items in the order in which they were chosen; null where there is none.</summary>
    public Task<BulkAct?> ReadAsync(long id, string person, CancellationToken cancel) =>
        db
            .BulkActs.AsNoTracking()
            .Include(a => a.Items.OrderBy(i => i.Id))
            .SingleOrDefaultAsync(a => a.Id == id && a.Person == person, cancel);

    /// <summary>Says that it is to be done: to whom, or why.</summary>
    public Task<Result> ConfirmAsync(long id, string? said, Actor asked, CancellationToken cancel) =>
        db.CommitAsync(
            "confirm many",
            Right.Work,
            async who =>
            {
                var person = who.For(asked).Name;
                var act = await db.BulkActs.SingleOrDefaultAsync(a => a.Id == id && a.Person == person, cancel);
                return act is null ? new Result(Unknown(id)) : act.Confirm(said, db.Now);
            },
            cancel
        );

    /// <summary>
    /// Does what is confirmed and not done yet, one after the other, for <paramref name="atMost"/>. Refused where nothing is
    /// done any more in that person's name.
    /// </summary>
    public async Task<Result> GoOnAsync(long id, TimeSpan atMost, Actor asked, CancellationToken cancel)
    {
        var act = await db.BulkActs.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Person == asked.Name, cancel);
        if (act is null)
            return new Result(Unknown(id));
        if (act.ConfirmedAt is null)
            return Result.Refused("not-confirmed", "Nothing is done before it is confirmed.");
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < atMost)
        {
            var next = await db
                .BulkItems.AsNoTracking()
                .Where(i => i.BulkActId == id && i.Outcome == BulkOutcome.Waiting)
                .OrderBy(i => i.Id)
                .FirstOrDefaultAsync(cancel);
            if (next is null)
                break;
            if ((await DoAsync(act, next, asked, cancel)).Refusal is { } refusal)
                return new Result(refusal);
        }

        return Result.Ok;
    }

    private static Refusal Unknown(long id) => new("unknown-bulk", $"You have chosen nothing that bears the number {id}.");

    private async Task<List<BulkItem>> TasksAsync(
        BulkAction action,
        List<Chosen> chosen,
        Actor actor,
        DateTime now,
        CancellationToken cancel
    )
    {
        var ids = chosen.ConvertAll(one => one.Id);
        var tasks = await db
            .Tasks.AsNoTracking()
            .Include(t => t.Claim)
            .Where(t => EF.Parameter(ids).Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, cancel);
        return chosen.ConvertAll(one =>
        {
            if (!tasks.TryGetValue(one.Id, out var task))
                return Gone(one.Id, "task");
            var item = new BulkItem(task.ClaimId, task.Id, task.Claim.Revision, task.Claim.Wording);
            var refusal = action switch
            {
                BulkAction.Release => task.NotToRelease(actor.Name),
                BulkAction.TakeOff => task.NotToTakeOff(actor, now),
                BulkAction.Assign => task.NotToHandOver(actor, now),
                _ => throw new InvalidOperationException($"{action} is done to no task."),
            };
            if (refusal is not null)
                item.LeaveOut(refusal);
            return item;
        });
    }

    private async Task<List<BulkItem>> ClaimsAsync(BulkAction action, List<Chosen> chosen, CancellationToken cancel)
    {
        var ids = chosen.ConvertAll(one => one.Id);
        var claims = await db
            .Claims.AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, cancel);
        return chosen.ConvertAll(one =>
        {
            if (!claims.TryGetValue(one.Id, out var claim))
                return Gone(one.Id, "claim");
            var item = new BulkItem(claim.Id, null, one.Seen ?? claim.Revision, claim.Wording);
            var wanted = action == BulkAction.PutBack ? Stage.Declined : Stage.Triage;
            if (claim.Stage != wanted)
            {
                item.LeaveOut(
                    new Refusal(
                        "other-stage",
                        action == BulkAction.PutBack ? "It is not declined any more." : "It is not in triage any more."
                    )
                );
            }
            else if (action == BulkAction.Accept && TriageDesk.NotAlone(claim, claim.Wording, claim.Kind) is { } notAlone)
            {
                item.LeaveOut(notAlone);
            }

            return item;
        });
    }

    private static BulkItem Gone(long id, string what)
    {
        var item = new BulkItem(0, null, 0, $"No. {id}");
        item.LeaveOut(new Refusal($"unknown-{what}", $"There is no {what} {id}."));
        return item;
    }

    private async Task<Result> DoAsync(BulkAct act, BulkItem item, Actor actor, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        db.Along = () => SettleAsync(item.Id, null, cancel);
        Refusal? refusal;
        try
        {
            refusal = (await ActAsync(act, item, actor, cancel)).Refusal;
        }
        catch (SettledException)
        {
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            refusal = new Refusal(
                "busy",
                "Others were at work on it all the while, or the database refused it; nothing was done to it."
            );
        }
        finally
        {
            db.Along = null;
        }

        if (refusal is null)
            return Result.Ok;
        db.ChangeTracker.Clear();
        try
        {
            return await db.CommitAsync(
                "note refusal",
                Right.Work,
                async _ =>
                {
                    await SettleAsync(item.Id, refusal, cancel);
                    return Result.Ok;
                },
                cancel
            );
        }
        catch (SettledException)
        {
            return Result.Ok;
        }
    }

    private async Task<Result> ActAsync(BulkAct act, BulkItem item, Actor actor, CancellationToken cancel) =>
        act.Action switch
        {
            BulkAction.Assign => await leases.HandOverAsync(item.TaskId!.Value, act.Said!, actor, cancel),
            BulkAction.TakeOff => await leases.TakeOffAsync(item.TaskId!.Value, actor, cancel),
            BulkAction.Release => await leases.ReleaseAsync(item.TaskId!.Value, actor, cancel),
            BulkAction.Accept => await triage.AcceptAsItStandsAsync(item.ClaimId, item.Seen, actor, cancel),
            BulkAction.Decline => await triage.DeclineAsync(item.ClaimId, act.Said!, item.Seen, cancel),
            BulkAction.PutBack => await triage.PutBackAsync(item.ClaimId, cancel),
            _ => throw new InvalidOperationException($"{act.Action} is done by nothing."),
        };

    // In the commit of what was done. What another sending of the same form has settled meanwhile is not done again.
    private async Task SettleAsync(long itemId, Refusal? refusal, CancellationToken cancel)
    {
        var item = await db.BulkItems.SingleAsync(i => i.Id == itemId, cancel);
        if (item.Outcome != BulkOutcome.Waiting)
            throw new SettledException();
        item.Settle(refusal);
    }

    private sealed class SettledException : Exception;
}
