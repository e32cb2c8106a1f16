using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Web.Commands;

/// <summary><c>workflows check</c>: what is wrong with definitions, before a server refuses to start with them.</summary>
internal static class WorkflowsCommand
{
    public static Command Create(CommandStreams streams) => new("workflows", "The definitions that reviews run by.") { Check(streams) };

    private static Command Check(CommandStreams streams)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "Definitions to check together; those of the folder workflows/ where none is named." };
        var command = new Command("check", "Checks definitions; prints file: activity: field: message.") { files };
        command.SetAction(async (parsed, _) =>
        {
            var named = parsed.GetValue(files) ?? [];
            var texts = named.Length > 0 ? named.Select(Read).ToList() : ReadFolder();
            var (_, findings) = DefinitionCatalog.Load(texts, new Dictionary<string, string>());
            foreach (var finding in findings)
                await streams.WriteLineAsync(finding.ToString());
            await streams.Error.WriteLineAsync(findings.Count == 0 ? $"{texts.Count} definitions checked, nothing found." : $"{texts.Count} definitions checked, {findings.Count} findings.");
            return findings.Count == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static List<(string File, string Text)> ReadFolder()
    {
        var folder = Directory.Exists("workflows") ? "workflows" : Path.Combine(AppContext.BaseDirectory, "workflows");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)]
            : throw new InputException($"{folder}: there is no such folder; name the files to check.");
    }

    private static (string File, string Text) Read(string path)
    {
        try
        {
            return (path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}");
        }
    }
}
