namespace ClaimTracker.Web.Commands;

/// <summary>What a verb reads from and writes to, so that a test can stand in for the terminal.</summary>
/// <param name="In">Standard input, as bytes: its encoding is for the verb to find out.</param>
/// <param name="Out">Standard output: UTF-8, unbuffered.</param>
/// <param name="Error">Diagnostics.</param>
internal sealed record CommandStreams(Stream In, Stream Out, TextWriter Error)
{
    /// <summary>The process's own streams.</summary>
    public static CommandStreams OfProcess() => new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);

    /// <summary>Writes a line for people to standard output.</summary>
    public async Task WriteLineAsync(string line) => await Out.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
}
