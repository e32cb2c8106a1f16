using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks.Desk.Kills.Sweeps;

/// <summary>What the database holds of a sweep.</summary>
/// <param name="Looks">Rows of looks.</param>
/// <param name="Stood">Those that were made and closed as unchanged.</param>
/// <param name="Verified">Claims that a machine has verified.</param>
/// <param name="Written">Entries of the audit, one for each look that was written on a claim.</param>
/// <param name="Took">From the first look that was asked for to the last round that ended.</param>
internal sealed record SweepTally(int Looks, int Stood, int Verified, int Written, TimeSpan Took)
{
    public static async Task<SweepTally> ReadAsync(DeskDb db) =>
        new(
            await db.Looks.CountAsync(),
            await db.Looks.CountAsync(l => l.Outcome == RecheckOutcome.Unchanged && l.ClosedAt != null),
            await db.Claims.CountAsync(c => c.LastVerifier == Verifier.Machine),
            await db.AuditEntries.CountAsync(e => e.Action == "look"),
            (await db.Looks.MaxAsync(l => l.ClosedAt) - await db.Looks.MinAsync(l => (DateTime?)l.AskedAt)) ?? TimeSpan.Zero
        );

    /// <summary>How many looks were made so far.</summary>
    public static Task<int> MadeAsync(DeskDb db) => db.Looks.CountAsync(l => l.Outcome != null);

    /// <summary>What a server has under way.</summary>
    /// <param name="db">The database.</param>
    /// <param name="process">The server's process.</param>
    public static Task<int> HeldAsync(DeskDb db, int process)
    {
        var name = $":{process}:";
        return db.Looks.CountAsync(l => l.LeasedBy!.Contains(name) && l.Outcome == null);
    }
}
