using System.CommandLine;
using System.Text;
using ClaimTracker.Web.Commands.Desk;
using ClaimTracker.Web.Commands.Input;

namespace ClaimTracker.Web.Commands;

/// <summary>The verbs of the program. Without a verb it serves the pages.</summary>
internal static class CommandLine
{
    /// <summary>Exit code: the work was done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: the work was begun and failed.</summary>
    public const int Failed = 1;

    /// <summary>Exit code: the arguments or the input are wrong; the message names line and field.</summary>
    public const int BadInput = 2;

    private static readonly string[] AsksForHelp = ["--help", "-h", "-?", "--version"];

    /// <summary>
    /// True where the arguments name a verb, or something mistaken for one: a mistyped verb must end in an error and
    /// not in a web server. What ASP.NET reads from the command line ("--urls …", "key=value") is no verb.
    /// </summary>
    public static bool IsVerb(IReadOnlyList<string> args) =>
        args.Count > 0
        && (AsksForHelp.Contains(args[0]) || !(args[0].StartsWith('-') || args[0].StartsWith('/') || args[0].Contains('=')));

    /// <summary>Runs the verb on the process's own streams.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, CommandStreams.OfProcess());

    /// <summary>Runs the verb and says how it ended: 0, 1 or 2.</summary>
    public static async Task<int> RunAsync(string[] args, CommandStreams streams)
    {
        await using var output = new StreamWriter(streams.Out, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true };
        var parsed = Root(streams).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var verb = parsed.CommandResult.Command.Name;
        try
        {
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = streams.Error,
                    EnableDefaultExceptionHandler = false,
                }
            );
            return parsed.Errors.Count > 0 ? BadInput : code;
        }
        catch (InputException e)
        {
            await streams.Error.WriteLineAsync($"claimtracker {verb}: {e.Message}");
            return BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reader of our output went away, or a disk is full: nothing that a stack trace would explain.
            await streams.Error.WriteLineAsync($"claimtracker {verb}: failed: {e.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
    }

    private static RootCommand Root(CommandStreams streams)
    {
        var root = new RootCommand("Reads claims out of articles. Without a verb it serves the pages.")
        {
            ReadCommand.Create(streams),
            ArticleCommand.Create(streams),
            SentencesCommand.Create(streams),
            QuantitiesCommand.Create(streams),
            TimesCommand.Create(streams),
            ScoreCommand.Create(streams),
            TrainCommand.Create(streams),
            MatchCommand.Create(streams),
            LookCommand.Create(streams),
            WorkflowsCommand.Create(streams),
            MigrateCommand.Create(streams),
            UserCommand.Create(streams),
            BackupCommand.Create(streams),
            RestoreCommand.Create(streams),
            VerifyCommand.Create(streams),
            ImportCommand.Create(streams),
            ExportCommand.Create(streams),
        };
        root.HelpName = "claimtracker";
        return root;
    }
}
