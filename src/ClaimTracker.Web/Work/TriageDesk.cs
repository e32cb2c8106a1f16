using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What can be done with a claim in triage, and how it is undone.</summary>
public sealed class TriageDesk(DeskDb db, ClaimChanges changes, ReviewStart start, WorkflowSettings workflows)
{
    /// <summary>What the audit calls each act of triage begins so.</summary>
    internal const string ActsOfTriage = "triage: ";

    /// <summary>What the audit calls it that a claim was accepted.</summary>
    internal const string Accepting = ActsOfTriage + "accept";

    /// <summary>
    /// Fixes wording and kind and starts the kind's review. Refused where somebody was faster: <paramref name="revision"/> is the
    /// claim's as the form was made; and where the wording does not stand alone and nobody completed it, unless the person says
    /// that it does.
    /// </summary>
    public Task<Result> AcceptAsync(
        long claimId,
        string wording,
        string kind,
        long revision,
        bool standsAlone,
        Actor asked,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            Accepting,
            Right.Work,
            async actor =>
            {
                var who = actor.For(asked);
                var request = new StartReview(claimId, workflows.For(kind), new Dictionary<string, JsonNode?>(), who);
                var started = await start.StartAsync(
                    request,
                    async claim =>
                        (
                            await NotAsShownAsync(claim, Stage.Triage, revision, cancel)
                            ?? (standsAlone ? null : NotAlone(claim, wording, kind))
                        )
                            is { } refusal
                            ? new Result(refusal)
                            : claim.Reword(wording, kind, who.Name, db.Now),
                    cancel
                );
                return new Result(started.Refusal);
            },
            cancel
        );
    }

    /// <summary>
    /// Why a claim that was read as leaving open what it is about is not accepted in that wording; null where it may be: in other
    /// words, of which the reader that said so says so no more.
    /// </summary>
    public static Refusal? NotAlone(Claim claim, string wording, string kind)
    {
        if (claim.Details.Missing.Count == 0)
            return null;
        var missing = WordsOf(wording).SequenceEqual(WordsOf(claim.Wording), StringComparer.OrdinalIgnoreCase)
            ? claim.Details.Missing
            : [.. ArticleReader.ReadMissing(wording, kind).Select(MissingPartName.Of)];
        return missing.Count == 0
            ? null
            : new Refusal(
                "does-not-stand-alone",
                $"Its wording does not stand alone: it does not say {string.Join(", ", missing)}. Complete it in triage, or say there that it stands alone as it is."
            );
    }

    // What stands between words says nothing of what is missing.
    private static string[] WordsOf(string wording) =>
        new string([.. wording.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Accepts a claim in the wording and of the kind that it had at <paramref name="revision"/>.</summary>
    public async Task<Result> AcceptAsItStandsAsync(long claimId, long revision, Actor asked, CancellationToken cancel)
    {
        var claim = await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Id == claimId, cancel);
        return claim is null
            ? new Result(Claim.Unknown(claimId))
            : await AcceptAsync(claimId, claim.Wording, claim.Kind, revision, standsAlone: false, asked, cancel);
    }

    /// <summary>Ends the work on the claim, with the reason.</summary>
    public Task<Result> DeclineAsync(long claimId, string reason, long revision, CancellationToken cancel) =>
        ChangeAsync(
            claimId,
            ActsOfTriage + "decline",
            Stage.Triage,
            revision,
            (claim, _, now) => claim.Decline(reason, now),
            cancel
        );

    /// <summary>Says that the claim repeats another one, as a person found.</summary>
    public Task<Result> LinkAsync(long claimId, long otherId, long revision, CancellationToken cancel) =>
        ChangeAsync(
            claimId,
            $"{ActsOfTriage}link to claim {otherId}",
            Stage.Triage,
            revision,
            (claim, who, now) =>
                db.Claims.Find(otherId) is { } other ? claim.LinkTo(other, who, now) : new Result(Claim.Unknown(otherId)),
            cancel
        );

    /// <summary>Makes the claim one with another that nobody has checked either.</summary>
    public Task<Result> FoldAsync(long claimId, long otherId, long revision, CancellationToken cancel) =>
        ChangeAsync(
            claimId,
            $"{ActsOfTriage}fold into claim {otherId}",
            Stage.Triage,
            revision,
            (claim, _, now) =>
                db.Claims.Find(otherId) is { } other
                    ? claim.FoldInto(other, db.Claims.Any(c => c.FoldedIntoId == claimId), now)
                    : new Result(Claim.Unknown(otherId)),
            cancel
        );

    /// <summary>Puts a declined claim back into triage; what has become something else since stays as it is.</summary>
    public Task<Result> PutBackAsync(long claimId, CancellationToken cancel) =>
        ChangeAsync(claimId, "undo triage", null, null, (claim, _, now) => claim.Reconsider(now), cancel);

    /// <summary>Takes a decline, a link or a fold back.</summary>
    public Task<Result> UndoAsync(long claimId, CancellationToken cancel) =>
        ChangeAsync(claimId, "undo triage", null, null, (claim, _, now) => TakeBack(claim, now), cancel);

    /// <summary>The same to a claim that is loaded.</summary>
    internal static Result TakeBack(Claim claim, DateTime now) =>
        claim.Stage switch
        {
            Stage.Linked => claim.Unlink(now),
            Stage.Folded => claim.Split(now),
            _ => claim.Reconsider(now),
        };

    private Task<Result> ChangeAsync(
        long claimId,
        string action,
        Stage? stage,
        long? revision,
        Func<Claim, Actor, DateTime, Result> change,
        CancellationToken cancel
    ) =>
        db.CommitAsync(
            action,
            Right.Work,
            async actor =>
            {
                if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, cancel) is not { } claim)
                    return new Result(Claim.Unknown(claimId));
                if (await NotAsShownAsync(claim, stage, revision, cancel) is { } refusal)
                    return new Result(refusal);
                return await changes.MakeAsync(claimId, actor, (found, now) => change(found, actor, now), cancel);
            },
            cancel
        );

    // Why what is done now would not be done to what the form showed; null where it would be.
    private async Task<Refusal?> NotAsShownAsync(Claim claim, Stage? stage, long? revision, CancellationToken cancel)
    {
        if (stage is not null && claim.Stage != stage)
            return new Refusal("not-in-triage", $"“{claim.Wording}” is not in triage any more. {await WhoAsync(claim, cancel)}");
        if (revision is null || claim.Revision == revision)
            return null;
        return new Refusal(
            "changed-meanwhile",
            $"“{claim.Wording}” was changed while you looked at it. {await WhoAsync(claim, cancel)} Look again before you decide."
        );
    }

    private async Task<string> WhoAsync(Claim claim, CancellationToken cancel)
    {
        var last = await LastAsync(db, claim.Id, cancel);
        return last is null
            ? ""
            : $"Last: {last.Who}, “{SaidOf(last)}”, {Moment.Text(last.At)}; its stage is now “{Words.Of(claim.Stage)}”.";
    }

    /// <summary>The audit's latest entry of a claim, or null.</summary>
    internal static Task<AuditEntry?> LastAsync(DeskDb db, long claimId, CancellationToken cancel)
    {
        var subject = $"claim/{claimId}";
        return db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Subject == subject)
            .OrderByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>What was done last on a claim; which way a task was decided is kept from whoever may still rate blind.</summary>
    internal static string SaidOf(AuditEntry last) =>
        last.Action.StartsWith("decide ", StringComparison.Ordinal) ? "decide a task" : last.Action;
}
