using ClaimTracker.Web.Data;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Learning;
using ClaimTracker.Web.Pages.Desk;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;
using ClaimTracker.Web.Work;
using ClaimTracker.Workflows.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace ClaimTracker.Web.Startup;

/// <summary>What the application is made of.</summary>
internal static class Services
{
    public static void AddClaimTracker(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddProgramSettings();
        SettingKeys.Check(builder.Configuration);
        var services = builder.Services;
        var connection = builder.Configuration.GetConnectionString("ClaimTracker") ?? DatabaseSetup.DefaultConnection;
        services.AddSettings();
        services.AddSingleton(TimeProvider.System);
        services.AddDeskDatabase(connection);
        services.AddDataProtection().SetApplicationName("ClaimTracker").PersistKeysToDbContext<DeskDb>();
        services.AddSecurity();
        services.AddPublicAddress();
        services.AddSingleton<SourceFetcher>().AddSingleton<EvidencePage>().AddScoped<ArticleIntake>().AddScoped<IntakeSources>();
        services.AddSingleton<ModelInForce.ReadModel>().AddScoped<ModelInForce>().AddScoped<ScoringReport>();
        services.AddSingleton<WorkflowLibrary>();
        services.AddScoped<EffectWriter>().AddScoped<MoveWriter>().AddScoped<LookedReviews>().AddScoped<Blindness>();
        services.AddScoped(with => new ReviewStart(
            with.GetRequiredService<DeskDb>(),
            with.GetRequiredService<WorkflowLibrary>(),
            with.GetRequiredService<MoveWriter>()
        ));
        services
            .AddScoped<VersionUpload>()
            .AddScoped<VersionPreview>()
            .AddScoped<StepTimes>()
            .AddScoped<IReviewEngine, ReviewEngine>();
        services.AddReviewRunner(builder.Configuration, connection);
        services.AddWork().AddDeskPages();
        services.AddJobs(builder.Configuration, connection);
        services.AddScoped<ClaimBoard>().AddPublicCache();
        services.AddProblemDetails();
        services
            .AddRazorPages(options =>
                options.Conventions.AddFolderApplicationModelConvention(
                    "/",
                    model =>
                    {
                        model.Filters.Add(new HandledMethods());
                        model.Filters.Add(new TruthValues());
                        model.Filters.Add(new CarryTyped());
                        model.Filters.Add(new ActingPageFilter());
                    }
                )
            )
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new TruthValues());
                options.ModelBinderProviders.Insert(1, new PostedText());
            });
        services.AddHealth();
    }

    public static void UseClaimTracker(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UsePublicAddress();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                StatusCodeSelector = failure =>
                    failure is BadHttpRequestException mistaken ? mistaken.StatusCode
                    : SoundReading.IsOfReading(failure) ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseOutputCache();
        app.UseMiddleware<FirstRun>();
        app.UseReviewRunnerApi();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapPublicApi();
        app.MapCrawlerFiles();
        app.MapUnknown();
        app.MapHealth();
        app.MapJobsDashboard();
    }
}
