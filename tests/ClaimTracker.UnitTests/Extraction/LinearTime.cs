using System.Diagnostics;

namespace ClaimTracker.UnitTests.Extraction;

/// <summary>Shows that work grows with the text, by a ratio taken in one run, so that a slow machine does not fail it.</summary>
internal static class LinearTime
{
    private const int Large = 5_000_000;
    private const int Small = Large / 10;

    /// <summary>Below so many milliseconds a measurement is noise.</summary>
    private const double Clock = 10;

    /// <summary>Ten times the text may take up to forty times as long; quadratic work would take a hundred times.</summary>
    public static void Check(string piece, Action<string> work)
    {
        var small = Text(piece, Small);
        work(small);
        var few = Enumerable.Range(0, 3).Min(_ => Time(work, small));
        var large = Text(piece, Large);
        var many = Enumerable.Range(0, 3).Min(_ => Time(work, large));
        Assert.True(many <= 40 * Math.Max(few, Clock), $"{Small} characters took {few:F1} ms, {Large} took {many:F1} ms");
    }

    private static string Text(string piece, int length) =>
        string.Create(length, piece, (span, part) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = part[i % part.Length];
            }
        });

    private static double Time(Action<string> work, string text)
    {
        var watch = Stopwatch.StartNew();
        work(text);
        return watch.Elapsed.TotalMilliseconds;
    }
}
