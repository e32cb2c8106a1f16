using System.Text;
using ClaimTracker.Web.Commands;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>What a verb answered.</summary>
internal sealed record Answer(int Code, string Out, string Error);

/// <summary>Runs a verb as the command line does.</summary>
internal static class Verb
{
    public static Task<Answer> RunAsync(this Database database, params string[] args) => database.FeedAsync("", args);

    public static async Task<Answer> FeedAsync(this Database database, string input, params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = await CommandLine.RunAsync(
            [.. args, "--database", database.ConnectionString],
            new CommandStreams(stdin, output, error)
        );
        return new Answer(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
