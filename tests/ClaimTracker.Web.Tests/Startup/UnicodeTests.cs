using System.Diagnostics;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>
/// The program as it is shipped: whether it knows Unicode depends on how it is started, not on how the tests are.
/// </summary>
public sealed class UnicodeTests
{
    // "é" as one character, and as "e" with an accent behind it.
    private const string Composed = "The caf\u00E9 on the pier seats ninety people.";
    private const string Decomposed = "The cafe\u0301 on the pier seats ninety people.";

    [Theory]
    [InlineData("sentences")]
    [InlineData("match", "--claims", "claims.ndjson")]
    [InlineData("migrate")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task A_start_without_normalization_is_refused_in_words(params string[] args)
    {
        var (exit, _, error) = await RunAsync("1", "", args);
        Assert.Equal(2, exit);
        Assert.Contains("does not normalize Unicode", error, StringComparison.Ordinal);
        Assert.Contains("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", error, StringComparison.Ordinal);
        Assert.Contains("libicu", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_match_finds_an_accent_that_is_written_in_two_ways()
    {
        var claims = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            claims,
            $$"""{"id":1,"text":"{{Composed}}"}""" + "\n",
            TestContext.Current.CancellationToken
        );
        var (exit, output, error) = await RunAsync(
            null,
            $$"""{"id":2,"text":"{{Decomposed}}"}""" + "\n",
            "match",
            "--claims",
            claims,
            "--ndjson"
        );
        File.Delete(claims);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("\"relation\":\"same\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_dates_are_written_the_same_in_every_language()
    {
        var (exit, output, _) = await RunAsync(
            null,
            "It rose by 1.5 per cent on 3 March 2025.",
            ["quantities"],
            ("LANG", "de_DE.UTF-8"),
            ("LC_ALL", "de_DE.UTF-8")
        );
        Assert.Equal(0, exit);
        Assert.Contains("1.5", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Composed, Decomposed)]
    [InlineData(Decomposed, Composed)]
    public void The_watch_finds_an_accent_that_is_written_in_two_ways(string quote, string page) =>
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(quote, Page(quote), Page(page)).Outcome);

    private static WatchedPage Page(string passage) =>
        PageBlocks.Of(
            $"<!doctype html><html><body><article><h1>A pier</h1><p>It is old.</p><p>{passage}</p><p>It is open in summer.</p></article></body></html>",
            isPage: true,
            null
        );

    private static Task<(int Exit, string Output, string Error)> RunAsync(
        string? invariant,
        string input,
        params string[] args
    ) => RunAsync(invariant, input, args, []);

    private static async Task<(int Exit, string Output, string Error)> RunAsync(
        string? invariant,
        string input,
        string[] args,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment.Remove("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        if (invariant is not null)
            start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
