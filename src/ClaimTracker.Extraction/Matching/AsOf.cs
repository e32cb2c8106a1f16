using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Whether two statements speak of different days.</summary>
internal static class AsOf
{
    /// <summary>True where both name resolved times and no time of one meets a time of the other.</summary>
    public static bool Contradict(IReadOnlyList<TimeReference> left, IReadOnlyList<TimeReference> right)
    {
        var (one, other) = (left.Where(Resolved).ToList(), right.Where(Resolved).ToList());
        return one.Count > 0 && other.Count > 0 && !one.Exists(here => other.Exists(there => Meet(here, there)));
    }

    private static bool Resolved(TimeReference time) => time.From is not null && time.To is not null;

    private static bool Meet(TimeReference left, TimeReference right) => left.From < right.To && right.From < left.To;
}
