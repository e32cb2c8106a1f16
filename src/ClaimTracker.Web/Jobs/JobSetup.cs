using System.Linq.Expressions;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Settings;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Hangfire is the clock and nothing more: what is due stands in the database, so its storage may be lost without loss, and
/// beside SQLite it is kept in memory.
/// </summary>
internal static class JobSetup
{
    /// <summary>
    /// A few recurring sweeps, never a job a claim. Each is looked at once when it is registered, and then by its time.
    /// </summary>
    public static readonly IReadOnlyList<(string Name, Action<IRecurringJobManager> Register)> Schedule =
    [
        Recurring<DeadlineJob>("fire deadlines", Cron.Minutely()),
        Recurring<LookJob>("look at watched sources", Cron.Minutely()),
        Recurring<ArchiveJob>("archive evidence", Cron.Minutely()),
        Recurring<TallyJob>("add up tallies", Cron.Minutely()),
        Recurring<RetrainJob>("learn from triage", Cron.Hourly()),
        Recurring<FoldJob>("fold old looks", Cron.Daily()),
    ];

    public static IServiceCollection AddJobs(
        this IServiceCollection services,
        IConfiguration configuration,
        string connectionString
    )
    {
        var once = new OneAtATime(connectionString);
        services
            .AddSingleton(once)
            .AddSingleton(new JobStorageSetup(connectionString, once))
            .AddScoped<JobItems>()
            .AddScoped<LateWork>()
            .AddSingleton<LateWork.Memory>();
        services
            .AddScoped<DeadlineJob>()
            .AddScoped<LookJob>()
            .AddScoped<ArchiveJob>()
            .AddScoped<RetrainJob>()
            .AddScoped<TallyJob>()
            .AddScoped<FoldJob>();
        services
            .AddSingleton<HostTurns>()
            .AddSingleton<LookSweep>()
            .AddSingleton<LookCapacity>()
            .AddScoped<DueLooks>()
            .AddScoped<HostLeases>()
            .AddScoped<SiteLooks>();
        services
            .AddScoped<SiteRobots>()
            .AddScoped<LookVisit>()
            .AddScoped<LookCommit>()
            .AddScoped<LookRepair>()
            .AddScoped<RecheckStarter>();
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (DatabaseSetup.IsPostgres(connectionString))
            {
                hangfire.UseStorage(
                    new PostgreSqlStorage(
                        new NpgsqlConnectionFactory(connectionString, JobStorageSetup.Options(prepare: false)),
                        JobStorageSetup.Options(prepare: false)
                    )
                );
            }
            else
            {
                hangfire.UseInMemoryStorage();
            }
        });
        var jobs = configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings();
        if (jobs.Enabled)
            services.AddHostedService<JobClock>().AddHostedService<LookLoop>();
        return services;
    }

    public static void MapJobsDashboard(this WebApplication app) =>
        app.MapHangfireDashboard(
                "/jobs",
                new DashboardOptions
                {
                    Authorization = [],
                    DashboardTitle = "ClaimTracker jobs",
                    AppPath = "/desk",
                }
            )
            .RequireAuthorization(Security.Policies.Administrator);

    private static (string Name, Action<IRecurringJobManager> Register) Recurring<TJob>(string name, string cron)
        where TJob : IJob
    {
        Expression<Func<JobRun<TJob>, Task>> run = job => job.RunAsync(CancellationToken.None);
        return (
            name,
            recurring =>
            {
                recurring.AddOrUpdate(name, run, cron);
                recurring.Trigger(name);
            }
        );
    }
}
