using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.CheckWorthiness.Training;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Learns from the desk's triage decisions once a week. The new model is taken only where it is better on decisions held back;
/// either way administrators are told. When it last ran stands in the database, and the same decisions are learned from once.
/// Where it fails, that stands there too, with the reason, and it is tried again the next day. A model of older
/// features is made anew as soon.
/// </summary>
public sealed class RetrainJob(DeskDb db, ModelInForce models, JobItems items, Acting acting, ILogger<RetrainJob> log) : IJob
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(7);
    private const string SetAside = "The desk's scoring model was made for an older version of this program and was set aside. ";
    private static readonly TimeSpan AfterFailure = TimeSpan.FromDays(1);

    /// <summary>
    /// Retrains where it is time and there are new decisions. Returns what came of it, or null where nothing was done.
    /// </summary>
    public async Task<Retraining?> RunAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable("system:retrain");
        var last = await LatestAsync(cancel);
        var setAside = await models.IsSetAsideAsync(cancel);
        if (last is not null && acting.Now - last.At < (last.Failed || setAside ? AfterFailure : Every))
            return null;
        Retraining? made = null;
        await items.RunAsync(
            "learn from triage",
            async () => made = await LearnAsync(last, setAside, cancel),
            why =>
                NoteAsync(
                    last,
                    new Retraining
                    {
                        At = acting.Now,
                        Version = "",
                        Failure = why,
                    },
                    $"Learning from triage decisions failed and is tried again in a day; the scoring model stays: {why}",
                    cancel
                ),
            cancel
        );
        return made;
    }

    Task IJob.DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    private async Task<Retraining?> LearnAsync(Last? last, bool setAside, CancellationToken cancel)
    {
        var decisions = await TriageDecisions.ReadAsync(db, cancel);
        var shipped = CheckWorthinessModel.Shipped;
        var version = decisions.Hash(of: $"{shipped.Card.Version} {shipped.Card.Figures}");
        var learned = await db
            .Retrainings.Where(r => r.Failure == null)
            .OrderByDescending(r => r.Id)
            .Select(r => r.Version)
            .FirstOrDefaultAsync(cancel);
        if (!decisions.AreEnough || learned == version)
            return null;
        var retraining = Retrain(decisions, version, await models.ReadAsync(cancel));
        return await NoteAsync(last, retraining, (setAside ? SetAside : "") + Message(retraining), cancel) ? retraining : null;
    }

    private async Task<bool> NoteAsync(Last? last, Retraining retraining, string message, CancellationToken cancel)
    {
        var noted = await db.CommitAsync(
            "retrain",
            Right.Jobs,
            async _ =>
            {
                if ((await LatestAsync(cancel))?.Id != last?.Id)
                    return Result.Refused("retrained-meanwhile", "Another server has retrained meanwhile.");
                db.Retrainings.Add(retraining);
                db.Notices.Add(new Notice(Roles.Administrator, message, null, acting.Now));
                return Result.Ok;
            },
            cancel
        );
        log.LogInformation("{Outcome}", noted.Refusal?.Message ?? message);
        return noted.IsOk;
    }

    // Always from the shipped model, not from the last: what a desk decided once and decides otherwise now leaves no trace.
    private Retraining Retrain(TriageDecisions decisions, string version, CheckWorthinessModel inForce)
    {
        var bent = Trainer
            .Bend(
                CheckWorthinessModel.Shipped,
                decisions.Learned,
                version,
                $"{decisions.Learned.Count} triage decisions of this desk"
            )
            .Model;
        var (before, after) = (Comparison.Of(inForce, decisions.HeldBack), Comparison.Of(bent, decisions.HeldBack));
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        bent.Write(file);
        return new Retraining
        {
            At = acting.Now,
            Version = version,
            Learned = decisions.Learned.Count,
            HeldBack = decisions.HeldBack.Count,
            RankingBefore = before.Ranking,
            RankingAfter = after.Ranking,
            F1Before = before.F1,
            F1After = after.F1,
            Model = after.IsBetterThan(before) ? file.ToString() : null,
        };
    }

    private static string Message(Retraining r) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(r.Model is null ? "The scoring model stays: the one retrained was not better" : "A retrained scoring model is in force: it was better")} on {r.HeldBack} triage decisions held back (right order {r.RankingAfter:P0} against {r.RankingBefore:P0}, F1 {r.F1After:F2} against {r.F1Before:F2}; learned from {r.Learned})."
        );

    private async Task<Last?> LatestAsync(CancellationToken cancel) =>
        await db
            .Retrainings.OrderByDescending(r => r.Id)
            .Select(r => new Last(r.Id, r.At, r.Failure != null))
            .FirstOrDefaultAsync(cancel);

    private sealed record Last(long Id, DateTime At, bool Failed);
}
