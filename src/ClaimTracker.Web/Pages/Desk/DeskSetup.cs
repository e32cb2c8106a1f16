using ClaimTracker.Web.Work;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What the desk's pages share.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDeskPages(this IServiceCollection services) => services
        .AddScoped<QueueQuery>()
        .AddScoped<NoticeBoard>()
        .AddScoped<TaskPeople>()
        .AddScoped<TaskLeases>()
        .AddScoped<NextTask>()
        .AddScoped<TriageQuery>()
        .AddScoped<TriageView>()
        .AddScoped<TriageDesk>()
        .AddScoped<SimilarClaims>()
        .AddScoped<Claims.TaskView>()
        .AddScoped<Claims.ClaimView>()
        .AddSingleton<Claims.ReviewDrawing>()
        .AddScoped<ClaimEdits>()
        .AddScoped<Drafts>()
        .AddScoped<TaskDecider>();
}
