using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using Hangfire;
using Hangfire.PostgreSql;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Hangfire is the clock and nothing more: what is due stands in the database, so its storage may be lost without loss, and beside
/// SQLite it is kept in memory.
/// </summary>
internal static class JobSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (DatabaseSetup.IsPostgres(connectionString))
                hangfire.UsePostgreSqlStorage(options => options.UseNpgsqlConnection(connectionString));
            else
                hangfire.UseInMemoryStorage();
        });
        var jobs = configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings();
        if (jobs.Enabled)
        {
            services.AddHangfireServer(server => server.WorkerCount = jobs.Workers);
            services.AddHostedService<JobSchedule>();
        }

        return services;
    }

    public static void MapJobsDashboard(this WebApplication app) =>
        app.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [], DashboardTitle = "ClaimTracker jobs", AppPath = "/desk" })
            .RequireAuthorization(Security.Policies.Administrator);

    /// <summary>A few recurring sweeps, never a job a claim.</summary>
    private sealed class JobSchedule(IRecurringJobManager recurring) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            recurring.AddOrUpdate<RecheckSweepJob>("find due re-checks", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
            recurring.AddOrUpdate<DeadlineJob>("fire deadlines", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
            recurring.AddOrUpdate<WatchJob>("look at watched sources", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
            recurring.AddOrUpdate<ArchiveJob>("archive evidence", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
            recurring.AddOrUpdate<RetrainJob>("learn from triage", job => job.RunAsync(CancellationToken.None), Cron.Hourly());
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
