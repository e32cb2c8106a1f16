using ClaimTracker.Benchmarks.Support;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>Reading: quality on public data and speed, beside Microsoft.Recognizers where it does the same job.</summary>
internal static class ReadingBenchmark
{
    public static void Run()
    {
        Table.Begin("Reading");
        Table.Rows("sentences", GoldenRules.Print);
        Table.Rows("sentences and dates in news", GumArticles.Print);
        Table.Rows("quantities", QuantulumCases.Print);
        Table.Rows("numbers and units by group", NumberSpecs.Print);
        Table.Rows("times by group", TimeSpecs.Print);
        Table.Rows("claim detection", BingCheck.Print);
        Table.Rows("speed", ReadingSpeed.Print);
        Table.Rows("speed on long texts", LongTexts.Print);
    }
}
