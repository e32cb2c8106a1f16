using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>How long a step has taken.</summary>
/// <param name="Times">How often it was left.</param>
/// <param name="Median">Half of the times it took no longer.</param>
/// <param name="NineOfTen">Nine times of ten it took no longer (the 90th percentile).</param>
public sealed record StepTime(int Times, TimeSpan Median, TimeSpan NineOfTen);

/// <summary>
/// Reads how long the steps of a version take, by its latest reviews alone: the cost does not grow with the desk's past.
/// </summary>
public sealed class StepTimes(DeskDb db)
{
    /// <summary>How many reviews, the latest ones, the times are taken from.</summary>
    public const int MostReviews = 500;

    /// <summary>By activity, of those that waited and were left; what was overtaken took no time of anybody's.</summary>
    public async Task<IReadOnlyDictionary<string, StepTime>> ReadAsync(string versionId, CancellationToken cancel)
    {
        var latest = await db
            .Reviews.Where(r => r.VersionId == versionId)
            .OrderByDescending(r => r.Id)
            .Take(MostReviews)
            .Select(r => r.Id)
            .ToListAsync(cancel);
        var waits = await db
            .Steps.Where(s => latest.Contains(s.ReviewId) && s.WaitedSeconds != null)
            .Select(s => new { s.ActivityId, Seconds = s.WaitedSeconds!.Value })
            .ToListAsync(cancel);
        return waits.GroupBy(w => w.ActivityId, w => w.Seconds).ToDictionary(step => step.Key, step => Of([.. step.Order()]));
    }

    private static StepTime Of(long[] sorted) => new(sorted.Length, At(sorted, 0.5), At(sorted, 0.9));

    // The smallest of the times that at least that share of them does not exceed.
    private static TimeSpan At(long[] sorted, double share) =>
        TimeSpan.FromSeconds(sorted[(int)Math.Ceiling(share * sorted.Length) - 1]);
}
