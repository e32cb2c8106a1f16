using ClaimTracker.Workflows.Elsa.Activities;
using ClaimTracker.Workflows.Elsa.Persistence;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Runner;
using Elsa.Expressions.JavaScript.Contracts;
using Elsa.Extensions;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Middleware.Activities;
using Elsa.Workflows.Pipelines.ActivityExecution;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>Puts Elsa's runtime in the place of our own runner.</summary>
public static class ElsaSetup
{
    /// <summary>Registers Elsa with our steps and definitions. An <see cref="IElsaDesk"/> must be registered too.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="database">Where Elsa stores; null keeps all in memory, for tests.</param>
    public static IServiceCollection AddElsaReviews(this IServiceCollection services, ElsaDatabase? database)
    {
        // The meaning of forks and joins in our definitions is that of counters.
        Flowchart.UseTokenFlow = false;
        services.AddElsa(elsa =>
        {
            elsa.UseWorkflows(workflows =>
                workflows.WithActivityExecutionPipeline(pipeline =>
                    pipeline
                        .UseExceptionHandling()
                        .UseExecutionLogging()
                        .UseNotifications()
                        .UseMiddleware<MoveMiddleware>()
                        .UseDefaultActivityInvoker()
                )
            );
            elsa.UseWorkflowManagement(management => management.RemoveActivity<DispatchWorkflow>().UseReadOnlyMode(true));
            elsa.UseWorkflowRuntime(runtime => runtime.UseDistributedRuntime());
            elsa.UseJavaScript();
            elsa.UseWorkflowsApi();
            database?.Configure(elsa);
        });
        services.AddActivityProvider<StepActivities>();
        services.AddExpressionDescriptorProvider<ObjectExpressions>();
        services.AddSingleton<IEngineLimits, ElsaLimits>();
        services.AddScoped<IJavaScriptEvaluator, SandboxedScripts>();
        services.AddScoped<ElsaMove>().AddScoped<DeskDefinitions>().AddScoped<IReviewRunner, ElsaRunner>();
        services.AddScoped<IWorkflowsProvider>(provider => provider.GetRequiredService<DeskDefinitions>());
        if (database is not null)
            ElsaDatabase.Enlist(services);
        return services;
    }
}
