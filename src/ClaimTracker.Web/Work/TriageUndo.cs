using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>
/// Takes a slip in triage back: by whoever made it, for a minute, and while nothing was done on the claim. Beyond that the way
/// back is another one, which the refusal names.
/// </summary>
public sealed class TriageUndo(DeskDb db, ClaimChanges changes, ReviewStart start)
{
    /// <summary>How long.</summary>
    public static readonly TimeSpan For = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Puts the claim back into triage as it was. What was done last is read in the transaction, from the audit: so whoever acts
    /// on the claim at the same time either comes first, and this is refused, or finds it in triage.
    /// </summary>
    public Task<Result> TakeBackAsync(long claimId, Actor asked, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            "undo triage",
            Right.Work,
            async actor =>
            {
                var who = actor.For(asked);
                var last = await TriageDesk.LastAsync(db, claimId, cancel);
                var claim = await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Id == claimId, cancel);
                if (last is null || claim is null)
                    return new Result(Claim.Unknown(claimId));
                if (await NotAnyMoreAsync(claimId, last, who, cancel) is { } why)
                {
                    var isUnderWay = await db.Reviews.Where(Review.UnderWay).AnyAsync(r => r.ClaimId == claimId, cancel);
                    return Result.Refused("too-late", $"Not taken back: {why} {WayBack.OfTriage(claim, isUnderWay)}");
                }

                return last.Action == TriageDesk.Accepting
                    ? await start.TakeBackAsync(claimId, who, accepted => AsBefore(accepted, last), cancel)
                    : await changes.MakeAsync(claimId, who, TriageDesk.TakeBack, cancel);
            },
            cancel
        );
    }

    // Why the last act on the claim is not one that is taken back so; null where it is.
    private async Task<string?> NotAnyMoreAsync(long claimId, AuditEntry last, Actor who, CancellationToken cancel)
    {
        if (!last.Action.StartsWith(TriageDesk.ActsOfTriage, StringComparison.Ordinal) || !PersonName.Same(last.Who, who.Name))
            return $"{last.Who} did “{TriageDesk.SaidOf(last)}” on it on {Moment.Text(last.At)}, since or instead.";
        if (db.Now - last.At > For)
            return "more than a minute has passed since.";
        var writer = await db
            .Drafts.Where(d => d.ClaimId == claimId && d.SavedAt > last.At && d.Person != who.Name)
            .Select(d => d.Person)
            .FirstOrDefaultAsync(cancel);
        return writer is null ? null : $"{writer} writes on its page by now.";
    }

    // As the entry of the acceptance says that it was before.
    private Result AsBefore(Claim claim, AuditEntry accepted)
    {
        if (AuditedField.Of(accepted) is not { Value: { } fields })
            return Result.Refused("unreadable", "Not taken back: how the claim was before cannot be read.");
        string? Before(string name) => fields.FirstOrDefault(f => f.What == nameof(Claim) && f.Name == name)?.Before;
        var details = Before(nameof(Claim.Details)) is { } read ? JsonSerializer.Deserialize<ClaimDetails>(read) : null;
        return claim.TakeAcceptanceBack(
            Before(nameof(Claim.Wording)) ?? claim.Wording,
            Before(nameof(Claim.Kind)) ?? claim.Kind,
            details ?? claim.Details,
            db.Now
        );
    }
}
