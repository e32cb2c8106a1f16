using System.Text;
using System.Text.Json;
using ClaimTracker.Web.Commands;

namespace ClaimTracker.Web.Tests.Commands;

/// <summary>One run of a verb: how it ended, and what it wrote.</summary>
internal sealed record VerbRun(int ExitCode, string Output, string Error)
{
    public static Task<VerbRun> OfAsync(string input, params string[] args) => OfAsync(Encoding.UTF8.GetBytes(input), args);

    public static async Task<VerbRun> OfAsync(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new CommandStreams(new MemoryStream(input), output, error));
        return new VerbRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>The records that were written, one a line.</summary>
    public IReadOnlyList<JsonElement> Records =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
