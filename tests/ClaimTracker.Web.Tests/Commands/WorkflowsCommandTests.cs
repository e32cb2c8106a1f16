using System.Xml.Linq;
using ClaimTracker.Web.Commands;

namespace ClaimTracker.Web.Tests.Commands;

public sealed class WorkflowsCommandTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "workflows");

    [Fact]
    public async Task Finds_nothing_wrong_with_the_definitions_that_ship() =>
        Assert.Equal((0, ""), await RunAsync(["workflows", "check", .. Directory.GetFiles(Folder, "*.json")]));

    [Fact]
    public async Task Names_file_and_field_of_what_is_wrong()
    {
        var broken = Path.Combine(Path.GetTempPath(), $"broken-{Guid.NewGuid():N}.json");
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "recheck.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            broken,
            text.Replace("ClaimTracker.RunWatch", "ClaimTracker.RunWatchh", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        try
        {
            var (code, output) = await RunAsync("workflows", "check", broken);
            Assert.Equal(1, code);
            Assert.Contains($"{broken}: watch: type:", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(broken);
        }
    }

    [Fact]
    public async Task Warns_of_a_check_that_the_policy_has_due_earlier_and_finds_nothing_wrong()
    {
        var late = Path.Combine(Path.GetTempPath(), $"late-{Guid.NewGuid():N}.json");
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "attack-count.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            late,
            text.Replace("\"value\": \"1.00:00:00\"", "\"value\": \"90.00:00:00\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        try
        {
            var (code, output) = await RunAsync("workflows", "check", late);
            Assert.Equal(0, code);
            Assert.Matches(
                $"^warning: {System.Text.RegularExpressions.Regex.Escape(late)}: [a-z-]+: after: 90\\.00:00:00 has no effect",
                output
            );
        }
        finally
        {
            File.Delete(late);
        }
    }

    [Fact]
    public async Task Draws_a_definition()
    {
        var (code, output) = await RunAsync("workflows", "draw", Path.Combine(Folder, "standard-review.json"));
        Assert.Equal(0, code);
        Assert.Equal("svg", XDocument.Parse(output).Root!.Name.LocalName);
        Assert.Equal(2, (await RunAsync("workflows", "draw", "no-such-file.json")).Code);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new CommandStreams(Stream.Null, output, error));
        return (code, System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }
}
