using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>
/// Keeps on the server what people have typed into a claim's page and not sent. Whoever types is at work, so their hold on its tasks is prolonged.
/// </summary>
public sealed class Drafts(DeskDb db, DeskSettings desk, TimeProvider time)
{
    /// <summary>Keeps what the page holds, and gives back the draft as it is kept.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="known">How many saves the page knows of.</param>
    /// <param name="typed">All that is typed on it.</param>
    /// <param name="actor">Who types.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result<Draft?>> SaveAsync(long claimId, int known, PageFields typed, Actor actor, CancellationToken cancel)
    {
        var saved = await db.CommitAsync<Draft?>("save draft", Right.Own, async _ =>
        {
            if (typed.Length > PageFields.MaxLength)
            {
                return new Refusal("too-long", $"What is typed on this page has {typed.Length:N0} characters, and {PageFields.MaxLength:N0} is the most "
                    + "that is kept. Nothing is saved; shorten it and save again.");
            }

            var draft = await OfAsync(claimId, actor.Name, cancel);
            if (draft is null && typed.All.Count == 0)
                return new Result<Draft?>(null, null);
            if (!await db.Claims.AnyAsync(c => c.Id == claimId, cancel))
                return new Refusal("unknown-claim", $"There is no claim {claimId}.");
            if (draft is null)
                db.Drafts.Add(draft = new Draft(claimId, actor.Name));
            var now = time.GetUtcNow().UtcDateTime;
            if (draft.Save(typed.All, known, now).Refusal is { } refusal)
                return refusal;
            await ProlongAsync(claimId, actor.Name, now, cancel);
            return draft;
        }, cancel);

        // What comes after this loads what it changes itself.
        db.ChangeTracker.Clear();
        return saved;
    }

    /// <summary>Takes out of the draft what was sent or is thrown away: one part of the page.</summary>
    public Task<Result> TakeOutAsync(long claimId, string part, Actor actor, CancellationToken cancel) =>
        db.CommitAsync("take out of draft", Right.Own, async _ =>
        {
            if (await OfAsync(claimId, actor.Name, cancel) is { } draft)
                draft.TakeOut(name => PageFields.PartOf(name) == part, time.GetUtcNow().UtcDateTime);
            return Result.Ok;
        }, cancel);

    /// <summary>The person's draft for a claim, or null.</summary>
    public Task<Draft?> ReadAsync(long claimId, string person, CancellationToken cancel) =>
        db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ClaimId == claimId && d.Person == person, cancel);

    private Task<Draft?> OfAsync(long claimId, string person, CancellationToken cancel) =>
        db.Drafts.SingleOrDefaultAsync(d => d.ClaimId == claimId && d.Person == person, cancel);

    private async Task ProlongAsync(long claimId, string person, DateTime now, CancellationToken cancel)
    {
        var held = db.Tasks.Where(t => t.ClaimId == claimId && t.Status == ReviewTaskStatus.Open && t.LeasedBy == person);
        foreach (var task in await held.ToListAsync(cancel))
        {
            if (task.HolderAt(now) == person && task.LeaseUntil < now + desk.Lease)
                task.Lease(person, desk.Lease, now);
        }
    }
}
