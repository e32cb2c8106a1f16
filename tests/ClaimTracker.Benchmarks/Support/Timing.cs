using System.Diagnostics;

namespace ClaimTracker.Benchmarks.Support;

/// <summary>
/// How long work takes and what it allocates: the median of several runs, after as many more as it takes the compiler to settle.
/// </summary>
internal readonly record struct Timing(double Seconds, long Bytes)
{
    /// <summary>
    /// Hot code is compiled again while it runs; short work must run for so long before its time says anything.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);

    public static Timing Of(Action work, int runs)
    {
        var watch = Stopwatch.StartNew();
        work();
        while (runs > 1 && watch.Elapsed < Settling)
        {
            work();
        }

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
