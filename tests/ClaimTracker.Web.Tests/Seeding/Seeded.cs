using System.Text;
using ClaimTracker.Benchmarks.Seeding;
using ClaimTracker.Web.Commands;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Seeding;

/// <summary>Databases as benchmarks and load tests fill them.</summary>
internal static class Seeded
{
    /// <summary>Runs <c>seed</c> as the command line does.</summary>
    public static async Task<Answer> SeedAsync(this Database database, int claims)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var code = await SeedCommand.RunAsync(
            ["--claims", $"{claims}", "--database", database.ConnectionString],
            new CommandStreams(Stream.Null, output, error)
        );
        return new Answer(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
