using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>
/// Keeps on the server what people have typed into a claim's page and not sent. Whoever types is at work, so their hold on its
/// tasks is prolonged.
/// </summary>
public sealed class Drafts(DeskDb db, DeskSettings desk)
{
    /// <summary>Keeps what the page holds, and gives back the draft as it is kept.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="known">How many saves the page knows of.</param>
    /// <param name="typed">All that is typed on it.</param>
    /// <param name="actor">Who types.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result<Draft?>> SaveAsync(long claimId, int known, PageFields typed, Actor actor, CancellationToken cancel)
    {
        var saved = await db.CommitAsync<Draft?>(
            "save draft",
            Right.Own,
            async _ =>
            {
                if (typed.Length > PageFields.MaxLength)
                {
                    return new Refusal(
                        "too-long",
                        $"What is typed on this page has {typed.Length:N0} characters, and {PageFields.MaxLength:N0} is the most "
                            + "that is kept. Nothing is saved; shorten it and save again."
                    );
                }

                var draft = await OfAsync(claimId, actor.Name, cancel);
                if (draft is null && typed.All.Count == 0)
                    return new Result<Draft?>(null, null);
                if (!await db.Claims.AnyAsync(c => c.Id == claimId, cancel))
                    return Claim.Unknown(claimId);
                if (draft is null)
                    db.Drafts.Add(draft = new Draft(claimId, actor.Name));
                var now = db.Now;
                if (draft.Save(typed.All, known, now).Refusal is { } refusal)
                    return refusal;
                await ProlongAsync(claimId, actor.Name, now, cancel);
                return draft;
            },
            cancel
        );

        // What comes after this loads what it changes itself.
        db.ChangeTracker.Clear();
        return saved;
    }

    /// <summary>
    /// Does <paramref name="act"/>. In its commit what was <paramref name="sent"/> leaves the draft, so that text is never both
    /// sent and kept as unsent; what another window has typed in its place since stays.
    /// </summary>
    public async Task<T> SendAsync<T>(
        long claimId,
        IReadOnlyDictionary<string, string> sent,
        Actor actor,
        Func<Task<T>> act,
        CancellationToken cancel
    )
    {
        db.Along = () => TakeOutAsync(claimId, sent, actor, cancel);
        try
        {
            return await act();
        }
        finally
        {
            db.Along = null;
        }
    }

    /// <summary>Throws those texts away; refused with <c>not-there</c> where the draft holds none of them.</summary>
    public Task<Result> DropAsync(
        long claimId,
        IReadOnlyDictionary<string, string> texts,
        Actor actor,
        CancellationToken cancel
    ) =>
        db.CommitAsync(
            "throw draft away",
            Right.Own,
            async _ =>
                await TakeOutAsync(claimId, texts, actor, cancel)
                    ? Result.Ok
                    : Result.Refused("not-there", "That is not in your draft any more; nothing was thrown away."),
            cancel
        );

    private async Task<bool> TakeOutAsync(
        long claimId,
        IReadOnlyDictionary<string, string> texts,
        Actor actor,
        CancellationToken cancel
    )
    {
        if (await OfAsync(claimId, actor.Name, cancel) is not { } draft)
            return false;
        var same = new PageFields(texts)
            .Texts.Where(text => draft.Fields.GetValueOrDefault(text.Key) == text.Value)
            .Select(text => text.Key)
            .ToHashSet();
        draft.TakeOut(name => same.Contains(PageFields.FieldOf(name)), db.Now);
        return same.Count > 0;
    }

    /// <summary>The person's draft for a claim, or null.</summary>
    public Task<Draft?> ReadAsync(long claimId, string person, CancellationToken cancel) =>
        db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.ClaimId == claimId && d.Person == person, cancel);

    private Task<Draft?> OfAsync(long claimId, string person, CancellationToken cancel) =>
        db.Drafts.SingleOrDefaultAsync(d => d.ClaimId == claimId && d.Person == person, cancel);

    private async Task ProlongAsync(long claimId, string person, DateTime now, CancellationToken cancel)
    {
        var held = db.Tasks.Where(t => t.ClaimId == claimId && t.Status == ReviewTaskStatus.Open && t.LeasedBy == person);
        foreach (var task in await held.ToListAsync(cancel))
            task.Prolong(person, desk.Lease, now);
    }
}
