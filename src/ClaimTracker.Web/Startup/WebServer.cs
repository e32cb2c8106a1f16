using System.Data.Common;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Startup;

/// <summary>Serves the pages, and does the work that falls due.</summary>
public static class WebServer
{
    /// <summary>
    /// Runs until stopped. Settings or definitions that cannot work stop the start with a message and exit code 2.
    /// </summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = await BuildAsync(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception refused) when (MessageFor(refused) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 2;
        }
        catch (Exception failure) when ((failure as DbException ?? failure.InnerException as DbException) is { } database)
        {
            await Console.Error.WriteLineAsync(
                $"The database cannot be used: {database.Message}\n  See whether ConnectionStrings:ClaimTracker is right and this user may read and write there."
            );
            return 2;
        }
    }

    /// <summary>The application, with its database up to date and its definitions checked.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(WebServer).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddClaimTracker();
        configure?.Invoke(builder);
        var app = builder.Build();

        // The host would check the settings too, but only after the database was touched, and the model only with the first
        // article.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (ServedAddresses.Faults(app.Configuration).ToList() is { Count: > 0 } faults)
            throw new OptionsValidationException("Urls", typeof(string), faults);
        _ = CheckWorthinessModel.Shipped;
        await app.Services.PrepareAsync();
        app.UseClaimTracker();
        return app;
    }

    /// <summary>Takes hold of the database, brings it up to date and loads the workflow definitions.</summary>
    internal static async Task PrepareAsync(this IServiceProvider services)
    {
        services.GetRequiredService<DatabaseHold>().Share(make: true);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeskDb>().UpdateSchemaAsync(CancellationToken.None);
        var library = scope.ServiceProvider.GetRequiredService<WorkflowLibrary>();
        await library.LoadAsync(CancellationToken.None);
        var warnings = DefinitionWarnings.Of(
            library.Catalog,
            services.GetRequiredService<WorkflowSettings>(),
            services.GetRequiredService<RecheckSettings>()
        );
        foreach (var warning in warnings)
            services.GetRequiredService<ILogger<WorkflowLibrary>>().LogWarning("{Warning}", warning);
    }

    /// <summary>
    /// What to tell whoever starts the program, where the failure is one of settings or surroundings; else null.
    /// </summary>
    internal static string? MessageFor(Exception failure) =>
        failure switch
        {
            OptionsValidationException settings => SettingsMessage(settings.Failures),
            AggregateException { InnerExceptions: var all } when all.All(inner => inner is OptionsValidationException) =>
                SettingsMessage(all.Cast<OptionsValidationException>().SelectMany(settings => settings.Failures)),
            InvalidOperationException { Message: var message }
                when message.Contains("configuration value", StringComparison.Ordinal) => SettingsMessage([message]),
            WorkflowsRefusedException or DatabaseRefusedException or ShippedModelException => failure.Message,
            IOException { Message: var message }
                when message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) => message
                + "\n  Another server listens there. Stop it, or give another address with --urls http://localhost:5001.",
            _ => null,
        };

    private static string SettingsMessage(IEnumerable<string> failures) =>
        "The settings cannot work:\n  " + string.Join("\n  ", failures);
}
