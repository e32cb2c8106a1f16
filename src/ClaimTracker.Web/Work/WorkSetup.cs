using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Work;

/// <summary>What people at the desk do.</summary>
internal static class WorkSetup
{
    public static IServiceCollection AddWork(this IServiceCollection services) =>
        services
            .AddScoped(with => new ClaimChanges(
                with.GetRequiredService<DeskDb>(),
                with.GetRequiredService<WorkflowLibrary>(),
                with.GetRequiredService<IReviewRunner>(),
                with.GetRequiredService<MoveWriter>()
            ))
            .AddScoped<BulkDesk>()
            .AddScoped<ClaimEdits>()
            .AddScoped<ClaimLooks>()
            .AddScoped<Drafts>()
            .AddScoped<DueQuery>()
            .AddScoped<LoneTaskDecider>()
            .AddScoped<NewPassage>()
            .AddScoped<NextTask>()
            .AddScoped<NoticeBoard>()
            .AddScoped<QueueCounts>()
            .AddScoped<QueueQuery>()
            .AddScoped<SavedFilters>()
            .AddScoped<SimilarClaims>()
            .AddScoped<SiteDesk>()
            .AddScoped<SiteQuery>()
            .AddScoped<SuspensionDesk>()
            .AddScoped<TaskDecider>()
            .AddScoped<TaskLeases>()
            .AddScoped<TaskPeople>()
            .AddScoped<TriageDesk>()
            .AddScoped<TriageQuery>()
            .AddScoped<TriageUndo>();
}
