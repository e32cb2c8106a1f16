using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Learning;

/// <summary>What readers may know of the model that scores sentences.</summary>
public sealed class ScoringReport(DeskDb db, ModelInForce models)
{
    /// <summary>The model in force, and the last retraining where there was one.</summary>
    public async Task<(ModelCard Card, Outcome? Retrained)> ReadAsync(CancellationToken cancel)
    {
        var latest = await db
            .Retrainings.Where(r => r.Failure == null)
            .OrderByDescending(r => r.Id)
            .Select(r => new Outcome(r.At, r.Learned, r.HeldBack, r.RankingBefore, r.RankingAfter, r.Model != null))
            .FirstOrDefaultAsync(cancel);
        var setAside = await models.IsSetAsideAsync(cancel);
        return ((await models.ReadAsync(cancel)).Card, latest is null ? null : latest with { SetAside = setAside });
    }

    /// <summary>A retraining without its model; shares from 0 to 1.</summary>
    public sealed record Outcome(DateTime At, int Learned, int HeldBack, double RankingBefore, double RankingAfter, bool Taken)
    {
        /// <summary>
        /// True where the desk's own model was made for an older version of this program, and the shipped one scores.
        /// </summary>
        public bool SetAside { get; init; }
    }
}
