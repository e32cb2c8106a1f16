using ClaimTracker.Web.Pages.Desk.Claims;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What the desk's pages share.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDeskPages(this IServiceCollection services) =>
        services.AddScoped<TriageView>().AddScoped<TaskView>().AddScoped<ClaimView>().AddSingleton<ReviewDrawing>();
}
