using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Drawing;

namespace ClaimTracker.Web.Commands;

/// <summary>
/// <c>workflows check</c> and <c>draw</c>: what is wrong with definitions, before a server refuses to start with them, and how
/// they look.
/// </summary>
internal static class WorkflowsCommand
{
    public static Command Create(CommandStreams streams) =>
        new("workflows", "The definitions that reviews run by.") { Check(streams), Draw(streams) };

    private static Command Check(CommandStreams streams)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Definitions to check together; those of the folder workflows/ where none is named.",
        };
        var command = new Command("check", "Checks definitions; prints file: activity: field: message.") { files };
        command.SetAction(
            async (parsed, _) =>
            {
                var named = parsed.GetValue(files) ?? [];
                var texts = named.Length > 0 ? named.Select(Read).ToList() : ReadFolder();
                var (catalog, faults) = DefinitionCatalog.Load(texts, new Dictionary<string, string>());
                foreach (var warning in catalog is null ? [] : Warnings(catalog))
                    await streams.WriteLineAsync($"warning: {warning}");
                foreach (var fault in faults)
                    await streams.WriteLineAsync(fault.ToString());
                await streams.Error.WriteLineAsync(
                    faults.Count == 0
                        ? $"{texts.Count} definitions checked, nothing found."
                        : $"{texts.Count} definitions checked, {faults.Count} faults."
                );
                return faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
            }
        );
        return command;
    }

    // By the settings that a server would start with from here; the definitions themselves are sound.
    private static List<Fault> Warnings(DefinitionCatalog catalog)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var (workflows, rechecks) = (new WorkflowSettings(), new RecheckSettings());
        settings.GetSection("Workflows").Bind(workflows);
        settings.GetSection("Rechecks").Bind(rechecks);
        return [.. DefinitionWarnings.Of(catalog, workflows, rechecks)];
    }

    private static Command Draw(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A definition." };
        var command = new Command("draw", "Draws a definition; prints an SVG.") { file };
        command.SetAction(
            async (parsed, _) =>
            {
                var (name, text) = Read(parsed.GetRequiredValue(file));
                var (definition, fault) = WorkflowDefinition.Parse(name, text);
                var (svg, faults) = definition is null ? (null, [fault!]) : DefinitionDrawing.OfFile(definition);
                if (svg is null)
                    throw new InputException("it cannot be drawn:\n  " + string.Join("\n  ", faults));
                await streams.WriteLineAsync(svg);
                return CommandLine.Done;
            }
        );
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
