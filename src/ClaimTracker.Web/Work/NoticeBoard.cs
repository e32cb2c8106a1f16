using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What the steps of reviews and other people want somebody to know.</summary>
public sealed class NoticeBoard(DeskDb db, Blindness blindness)
{
    private const int Most = 8;

    /// <summary>The latest notices to the person's roles, and to the person, that were not put away yet; newest first.</summary>
    public async Task<List<Notice>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        var seen = await db.Users.Where(p => p.UserName == actor.Name).Select(p => p.NoticesSeenId).FirstOrDefaultAsync(cancel);
        List<Notice> found = [];
        foreach (var to in actor.ActorRoles.Append(Notice.ToPerson(actor.Name)))
        {
            found.AddRange(
                await db
                    .Notices.AsNoTracking()
                    .Where(n => n.Role == to && n.Id > seen)
                    .OrderByDescending(n => n.Id)
                    .Take(Most)
                    .ToListAsync(cancel)
            );
        }

        // A notice may say what others proposed or decided; it is shown once that does no harm.
        var hidden = await blindness.HiddenFromAsync([.. found.Select(n => n.ClaimId).OfType<long>().Distinct()], actor, cancel);
        return
        [
            .. found.Where(n => n.ClaimId is not { } claim || !hidden.Contains(claim)).OrderByDescending(n => n.Id).Take(Most),
        ];
    }

    /// <summary>Puts away everything up to a notice.</summary>
    public Task<Result> PutAwayAsync(long upTo, Actor actor, CancellationToken cancel) =>
        db.CommitAsync(
            "put notices away",
            Right.Own,
            async _ =>
            {
                var person = await db.Users.SingleAsync(p => p.UserName == actor.Name, cancel);
                person.NoticesSeenId = Math.Max(person.NoticesSeenId, upTo);
                return Result.Ok;
            },
            cancel
        );
}
