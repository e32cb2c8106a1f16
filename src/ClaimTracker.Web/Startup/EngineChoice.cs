using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Startup;

/// <summary>Who moves the reviews. Elsa is there only in a build that asked for it.</summary>
internal static partial class EngineChoice
{
    public const string Elsa = "Elsa";

#if ELSA
    public const bool HasElsa = true;
#else
    public const bool HasElsa = false;
#endif

    /// <summary>Registers what moves the reviews, as <c>Workflows:Engine</c> says.</summary>
    public static void AddReviewRunner(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        if (HasElsa && configuration["Workflows:Engine"] == Elsa)
            AddElsa(services, connectionString);
        else
            services.AddSingleton<IReviewRunner, OwnRunner>();
    }

    /// <summary>Serves Elsa's own API where Elsa moves the reviews.</summary>
    public static void UseReviewRunnerApi(this WebApplication app)
    {
        if (HasElsa && app.Configuration["Workflows:Engine"] == Elsa)
            UseElsa(app);
    }

    static partial void AddElsa(IServiceCollection services, string connectionString);

    static partial void UseElsa(WebApplication app);
}
