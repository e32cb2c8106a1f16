using System.Runtime.InteropServices;

namespace ClaimTracker.Benchmarks.Support;

/// <summary>What a benchmark prints: a Markdown table that the README can quote, with date and machine.</summary>
internal static class Table
{
    public static void Begin(string title)
    {
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Console.WriteLine(
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}"
        );
        Console.WriteLine();
        Console.WriteLine("| what | figure | target | peer in the same run |");
        Console.WriteLine("| --- | --- | --- | --- |");
    }

    public static void Row(string what, string figure, string target = "", string peer = "") =>
        Console.WriteLine($"| {what} | {figure} | {target} | {peer} |");

    /// <summary>Runs what prints some rows; one that says why where its data is missing.</summary>
    public static void Rows(string what, Action print)
    {
        try
        {
            print();
        }
        catch (DataMissingException e)
        {
            Row(what, "skipped: " + e.Message);
        }
    }
}
