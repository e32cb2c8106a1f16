using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// What a page costs in processor time against ten of a tenth of its length, one read after the other, for pages that are written
/// to cost more than their length; below the budget. Twice: with the collector at work as in the program, and with it held off,
/// which is what our own code and the libraries' cost. A tree that lives through collections is moved by each of them, so that
/// the collector's part grows faster than the page.
/// </summary>
internal static class PagesBenchmark
{
    private const int Small = 30_000;
    private const int Large = 100_000;
    private const int Runs = 7;
    private const int Tenths = 10;
    private const double Most = 1.2;

    // The runtime reads it at its start: nothing is collected before so many bytes are taken, in hexadecimal.
    private const string FirstCollection = "DOTNET_GCgen0size";
    private const string HeldOff = "0x60000000";

    private static readonly string Wanted = string.Create(CultureInfo.InvariantCulture, $"≤ {Most} times");
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Prints a row a shape, and says by its exit code whether all stayed in proportion with the collector held off.
    /// </summary>
    /// <param name="named">Parts of the names of those that are measured; none for all.</param>
    public static int Run(string[] named)
    {
        if (Environment.GetEnvironmentVariable(FirstCollection) == HeldOff)
            return Measure("the collector held off", named) <= Most ? 0 : 1;
        Measure("the collector at work", named);
        Console.WriteLine();
        var again = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(PagesBenchmark).Assembly.Location, "pages" },
            Environment = { [FirstCollection] = HeldOff },
        };
        foreach (var part in named)
            again.ArgumentList.Add(part);
        using var process = Process.Start(again)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static double Measure(string how, string[] named)
    {
        Table.Begin(
            $"A page against ten of a tenth, {how}: {10 * Large:N0} characters, or {10 * Small:N0} where they are refused; the quickest of {Runs} runs"
        );
        var worst = PageShapes
            .All.Where(shape => named.Length == 0 || named.Any(part => shape.Name.Contains(part, StringComparison.Ordinal)))
            .Select(Page)
            .Append(Text("match: mentions", PageShapes.Mentions, 400))
            .Append(Text("match: a signature with blanks", PageShapes.SignedPost, Small))
            .Max();
        Table.Row("the worst of them", Times(worst), Wanted);
        return worst;
    }

    private static double Page(PageShape shape)
    {
        // Short work is mostly the collector's: the longer page is taken where it stays below the budget.
        var length = ArticleExtractor.Extract(shape.Of(10 * Large), null).IsOk ? Large : Small;
        var (small, large) = (shape.Of(length), shape.Of(10 * length));
        var article = Ratio(shape.Name, small, large, html => ArticleExtractor.Extract(html, null).Refusal?.Code);
        return Math.Max(
            article,
            Ratio(shape.Name + ", as the watch reads it", small, large, html => PageBlocks.Of(html, isPage: true, null).Refused)
        );
    }

    private static double Text(string name, Func<int, string> of, int small) =>
        Ratio(
            name,
            of(small),
            of(10 * small),
            post =>
            {
                _ = ClaimMatcher.Compare(new MatchText(post), new MatchText(post + "x"));
                _ = new ClaimIndex([new MatchText(post)]).Search(new MatchText(post), 1);
                return null;
            }
        );

    private static double Ratio(string name, string small, string large, Func<string, string?> read)
    {
        if (read(small) is { } refused || (refused = read(large)) is not null)
        {
            Table.Row(name, $"refused: {refused}", "an end");
            return 0;
        }

        _ = Seconds(() => read(small), Settling);
        var (tenths, whole) = (Seconds(() => ReadTenths(small, read), TimeSpan.Zero), Seconds(() => read(large), TimeSpan.Zero));
        Table.Row(
            name,
            Times(whole / tenths),
            Wanted,
            string.Create(CultureInfo.InvariantCulture, $"ten of a tenth {tenths * 1000:F1}, the page {whole * 1000:F1} ms")
        );
        return whole / tenths;
    }

    private static void ReadTenths(string page, Func<string, string?> read)
    {
        for (var i = 0; i < Tenths; i++)
            read(page);
    }

    // Processor time: what else the machine does is not in it.
    private static double Seconds(Action work, TimeSpan least)
    {
        var (best, started) = (double.MaxValue, TimeProvider.System.GetTimestamp());
        for (var run = 0; run < Runs || TimeProvider.System.GetElapsedTime(started) < least; run++)
        {
            // What earlier runs left is not this one's.
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }

    private static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} times");
}
