using System.Globalization;
using ClaimTracker.Web.Jobs;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// What whoever watches the server asks: <c>/health/live</c>, whether the process is up; <c>/health/ready</c>, whether this node
/// can serve, and which work is late.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready", timeout: Patience);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var late = report.Entries.Values.SelectMany(entry =>
            entry.Data.TryGetValue(ReadyCheck.Late, out var jobs) ? (IReadOnlyList<LateJob>)jobs : []
        );
        return context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                reason = report.Entries.Values.Select(entry => entry.Description).FirstOrDefault(words => words is not null),
                late = late.Select(job => new
                {
                    job = job.Job,
                    number = job.Number,
                    oldest = job.Oldest,
                }),
            }
        );
    }
}

/// <summary>
/// Unhealthy only where this node cannot serve. Late work is no reason to take a node out of service: all nodes would be, at
/// once, and pages are read while it is made up for.
/// </summary>
internal sealed class ReadyCheck(LateWork work, ILogger<ReadyCheck> log) : IHealthCheck
{
    public const string Late = "late";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        IReadOnlyList<LateJob> late;
        try
        {
            late = await work.ReadAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            // Who asks is not signed in, so the reason itself stands in the log alone.
            log.LogError(failure, "Not ready: the database cannot be read");
            return HealthCheckResult.Unhealthy("The database cannot be read.");
        }

        return late.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                string.Join(
                    "; ",
                    late.Select(job =>
                        $"{job.Job}: {job.Count} late, {job.Since(at => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture))}"
                    )
                ),
                data: new Dictionary<string, object> { [Late] = late }
            );
    }
}
