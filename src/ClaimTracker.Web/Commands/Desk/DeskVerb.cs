using System.CommandLine;
using System.Data.Common;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>A verb that works on the desk's database, with the server's own settings and services, and serves no page.</summary>
internal static class DeskVerb
{
    /// <summary>Runs <paramref name="work"/> in a scope of the application.</summary>
    /// <param name="command">Gets the option <c>--database</c>.</param>
    /// <param name="streams">Diagnostics go to its errors.</param>
    /// <param name="work">The verb; it returns the exit code.</param>
    /// <param name="use">How the database is taken.</param>
    public static Command OnDatabase(
        this Command command,
        CommandStreams streams,
        Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work,
        DatabaseUse use = DatabaseUse.UpToDate
    )
    {
        var database = new Option<string?>("--database")
        {
            HelpName = "CONNECTION",
            Description =
                "\"Data Source=FILE\" or \"Host=…;Database=…\"; ConnectionStrings:ClaimTracker of the settings where it is not said.",
        };
        command.Add(database);
        command.SetAction(
            async (parsed, cancel) =>
            {
                try
                {
                    await using var app = Build(parsed.GetValue(database));
                    Take(app.Services.GetRequiredService<DatabaseHold>(), use);
                    await using var scope = app.Services.CreateAsyncScope();
                    if (use == DatabaseUse.UpToDate)
                        await scope.ServiceProvider.GetRequiredService<DeskDb>().UpdateSchemaAsync(cancel);
                    scope.ServiceProvider.GetRequiredService<Acting>().Name = "system:" + command.Name;
                    return await work(parsed, scope.ServiceProvider, cancel);
                }
                catch (Exception refused) when (WebServer.MessageFor(refused) is { } message)
                {
                    throw new InputException(message);
                }
                catch (Exception failure)
                    when (failure is DbException or DbUpdateException or ArgumentException { ParamName: null })
                {
                    var cause = failure.GetBaseException();
                    await streams.Error.WriteLineAsync($"claimtracker {command.Name}: the database: {cause.Message}");
                    return CommandLine.Failed;
                }
            }
        );
        return command;
    }

    private static void Take(DatabaseHold hold, DatabaseUse use)
    {
        if (use == DatabaseUse.Alone)
            hold.TakeAlone();
        else
            hold.Share(make: use != DatabaseUse.AsItIs);
    }

    private static WebApplication Build(string? connection)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (connection is not null)
            builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:ClaimTracker", connection)]);
        builder.Configuration.AddInMemoryCollection([new("Jobs:Enabled", "false")]);

        // Standard output belongs to the verb.
        builder
            .Logging.ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter(
            (category, level) =>
                (
                    level >= LogLevel.Error
                    && category?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) != true
                )
                || category == typeof(SchemaUpdate).FullName
        );
        builder.AddClaimTracker();
        return builder.Build();
    }
}

/// <summary>How a verb takes the database.</summary>
internal enum DatabaseUse
{
    /// <summary>Made where it is missing, and brought up to date.</summary>
    UpToDate,

    /// <summary>Made where it is missing.</summary>
    Made,

    /// <summary>As it is; a missing one is refused.</summary>
    AsItIs,

    /// <summary>For this verb alone; a server or another verb that has it is named.</summary>
    Alone,
}
