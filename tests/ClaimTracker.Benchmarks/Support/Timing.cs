using System.Diagnostics;

namespace ClaimTracker.Benchmarks.Support;

/// <summary>How long work takes and what it allocates: the median of several runs after one that warms up.</summary>
internal readonly record struct Timing(double Seconds, long Bytes)
{
    public static Timing Of(Action work, int runs)
    {
        work();
        var measured = Enumerable.Range(0, runs).Select(_ => Once(work)).OrderBy(timing => timing.Seconds).ToList();
        return measured[measured.Count / 2];
    }

    private static Timing Once(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        work();
        return new Timing(watch.Elapsed.TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
