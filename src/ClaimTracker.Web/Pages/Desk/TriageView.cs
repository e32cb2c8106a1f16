using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>A page of triage: the claim to decide, with what helps to decide it, and those that come after it.</summary>
public sealed record TriagePage(
    Claim? Current,
    IReadOnlyList<AppearanceInContext> Sentences,
    IReadOnlyList<SimilarClaim> Similar,
    IReadOnlyList<TriageItem> Items,
    long? Previous,
    TriageOpening? Opened
)
{
    /// <summary>What is said in place of a claim that cannot be shown; null where it can.</summary>
    public string? Odd { get; init; }
}

/// <summary>Loads triage's pages.</summary>
public sealed class TriageView(DeskDb db, TriageQuery triage, SimilarClaims similar)
{
    /// <summary>
    /// The page of triage that begins at the claim <paramref name="asked"/>, or at the most worthwhile one.
    /// <paramref name="kept"/>: show the asked claim also where it has left triage, since its form was just refused.
    /// <paramref name="article"/>: only the claims of that article.
    /// </summary>
    public async Task<TriagePage> LoadAsync(long? asked, bool kept, long? article, CancellationToken cancel)
    {
        var items = await triage.ReadAsync(Stage.Triage, asked, cancel, article);
        var id =
            kept || items.Exists(item => item.Id == asked)
                ? asked
                : (items.Find(item => !item.IsOdd) ?? items.FirstOrDefault())?.Id;
        var read = await db.Claims.AsNoTracking().Where(c => c.Id == id).ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        if (read.Rows is not [var current])
        {
            return new TriagePage(null, [], [], [.. items.Where(item => item.Id != id)], null, null)
            {
                Odd = read.Odd.Count > 0 ? OddClaim.Refuse(OddClaim.Said("claim", read.Odd)).Message : null,
            };
        }

        try
        {
            return await ReadAsync(current, items, article, cancel);
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            return new TriagePage(null, [], [], [.. items.Where(item => item.Id != id)], null, null)
            {
                Odd = OddClaim.Refuse([$"claim {id}, or what stands beside it, cannot be read: {failure.Message}"]).Message,
            };
        }
    }

    private async Task<TriagePage> ReadAsync(Claim current, List<TriageItem> items, long? article, CancellationToken cancel) =>
        new(
            current,
            await AppearanceInContext.FirstOfAsync(db, current.Id, 3, cancel),
            await similar.FindAsync(current.Id, current.Wording, cancel),
            [.. items.Where(item => item.Id != current.Id).Take(TriageQuery.PageSize)],
            await triage.BeforeAsync(Stage.Triage, current.Id, cancel, article),
            await db.TriageOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.ClaimId == current.Id, cancel)
        );

    /// <summary>Notes who looks at a claim in triage, for whoever looks next.</summary>
    public async Task NoteOpeningAsync(TriagePage shown, Actor actor, CancellationToken cancel)
    {
        if (shown.Current is not { Stage: Stage.Triage, Id: var id })
            return;
        var opened = shown.Opened ?? new TriageOpening(id);
        if (opened.IsNoted(actor.Name, db.Now))
            return;
        await db.CommitAsync(
            "open in triage",
            Right.Work,
            async who =>
            {
                var opening = await db.TriageOpenings.SingleOrDefaultAsync(o => o.ClaimId == id, cancel);
                if (opening is null)
                    db.TriageOpenings.Add(opening = new TriageOpening(id));
                opening.Note(who.Name, db.Now);
                return Result.Ok;
            },
            cancel
        );
    }

    /// <summary>The claim that comes after another one, or null.</summary>
    public async Task<long?> NextAsync(long claimId, long? article, CancellationToken cancel) =>
        (await triage.ReadAsync(Stage.Triage, claimId, cancel, article)).Find(item => item.Id != claimId)?.Id;
}
