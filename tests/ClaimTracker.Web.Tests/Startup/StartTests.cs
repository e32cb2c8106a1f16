using System.Diagnostics;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>What cannot work stops the start, with a message that names it, before the database is touched.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--Desk:Lease", "00:00:01", "Desk:Lease is 00:00:01; give one minute")]
    [InlineData("--Desk:SuspensionDecidedWithin", "00:00:00", "Desk:SuspensionDecidedWithin is 00:00:00; give one minute")]
    [InlineData("--Rechecks:Kinds:legal-status:BackOff", "0.5", "Rechecks:Kinds:legal-status:BackOff is 0.5")]
    [InlineData("--Jobs:Workers", "many", "Jobs:Workers is “many”; give a whole number.")]
    [InlineData("--Desk:Nmae", "The Desk", "Desk:Nmae is no setting; Desk holds Name,")]
    [InlineData("--Workflows:ByKind:counts", "chamber", "Workflows:ByKind holds “counts”, which is no kind of claim; there are")]
    [InlineData("--Rechecks:Default:Every", "9999.00:00:00", "Rechecks:Default:Every is 9999.00:00:00; give one minute")]
    [InlineData("--Workflows:Engine", "elsa", "Workflows:Engine is “elsa”; give Runner or Elsa")]
#if !ELSA
    [InlineData(
        "--Workflows:Engine",
        "Elsa",
        "Workflows:Engine is Elsa, which is not in this build; give Runner, or build with -p:WorkflowEngine=Elsa"
    )]
#endif
    [InlineData("--Workflows:Default", "nope", "Workflows:Default: No published definition “nope”")]
    [InlineData("--Workflows:Folder", "nowhere", "nowhere")]
    public async Task A_setting_that_cannot_work_is_named_with_its_key(string key, string value, string message)
    {
        var (exit, error) = await StartAsync(key, value);
        Assert.Equal(2, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_used_is_named_with_its_setting()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);

        var (exit, error) = await StartAsync("--ConnectionStrings:ClaimTracker", $"Data Source={file}");

        File.Delete(file);
        File.Delete(file + ".lock");
        Assert.Equal(2, exit);
        Assert.Contains("See whether ConnectionStrings:ClaimTracker is right", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_settings_are_named_at_once()
    {
        var (_, error) = await StartAsync("--Desk:Name", " ", "--Jobs:Workers", "0");
        Assert.Contains("Desk:Name is empty", error, StringComparison.Ordinal);
        Assert.Contains("Jobs:Workers is 0", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_definition_is_named_with_file_activity_and_field()
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json"))
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        var broken = Path.Combine(folder.FullName, "standard-review.json");
        var text = await File.ReadAllTextAsync(broken, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            broken,
            text.Replace("\"ClaimTracker.Publish\"", "\"ClaimTracker.Publsh\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var (exit, error) = await StartAsync("--Workflows:Folder", folder.FullName);

        folder.Delete(recursive: true);
        Assert.Equal(2, exit);
        Assert.Contains("standard-review.json: publish: type: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:abc")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0;127.0.0.1:0")]
    public async Task An_address_that_is_none_is_named_and_nothing_listens_anywhere_else(string address)
    {
        var (exit, error) = await StartAsync("--urls", address);

        Assert.Equal(2, exit);
        Assert.Contains($"Urls holds “{address.Split(';')[^1]}”", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Error)> StartAsync(params string[] settings)
    {
        var data = Path.Combine(Path.GetTempPath(), $"claimtracker_{Guid.NewGuid():N}.db");
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"),
                    "--urls",
                    "http://127.0.0.1:0",
                    "--ConnectionStrings:ClaimTracker",
                    $"Data Source={data}",
                    .. settings,
                ]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(data)!, Path.GetFileName(data) + "*"))
            File.Delete(file);
        return (process.ExitCode, error);
    }
}
