using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;

namespace ClaimTracker.Web.Work;

/// <summary>
/// Takes a verdict off at once, and lets withheld texts be read again. What becomes of a suspended one is decided as a task
/// (<see cref="LoneTaskDecider"/>).
/// </summary>
public sealed class SuspensionDesk(DeskDb db, ClaimChanges changes, DeskSettings desk)
{
    /// <summary>Suspends the claim's verdict, or withholds more of it.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="why">For the desk alone.</param>
    /// <param name="withWording">True where wording and sentences are withheld too.</param>
    /// <param name="actor">Who does.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What came of it, in words.</returns>
    public Task<Result<string>> SuspendAsync(
        long claimId,
        string? why,
        bool withWording,
        Actor actor,
        CancellationToken cancel
    ) =>
        ChangeAsync(
            claimId,
            "suspend verdict",
            actor,
            (claim, who, now) =>
            {
                var was = claim.Publication;
                var done = claim.Suspend(why, withWording, who, now);
                if (done.IsOk && was == Publication.Published)
                    db.AskToDecideSuspension(claim, now + desk.SuspensionDecidedWithin, now);
                return done;
            },
            cancel
        );

    /// <summary>Lets readers read again what stayed withheld of versions that are public no more.</summary>
    public Task<Result<string>> LetReadAsync(long claimId, Actor actor, CancellationToken cancel) =>
        ChangeAsync(claimId, "let withheld texts be read", actor, (claim, who, now) => claim.LetRead(who, now), cancel);

    private Task<Result<string>> ChangeAsync(
        long claimId,
        string action,
        Actor asked,
        Func<Claim, Actor, DateTime, Result> change,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync<string>(
            action,
            Right.Suspend,
            async actor =>
            {
                var who = actor.For(asked);
                (Claim Claim, PublicStanding Standing)? before = null;
                var changed = await changes.MakeAsync(
                    claimId,
                    who,
                    (claim, now) =>
                    {
                        before = (claim, PublicStanding.Of(claim));
                        return change(claim, who, now);
                    },
                    cancel
                );
                if (changed.Refusal is { } refusal)
                    return refusal;
                var (claim, standing) = before!.Value;
                await db.TellOfChangeAsync(claim, standing, db.Now, cancel);
                return WithheldWords.Of(claim);
            },
            cancel
        );
    }
}
