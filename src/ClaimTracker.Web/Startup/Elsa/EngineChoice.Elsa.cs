using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using ClaimTracker.Workflows.Elsa;
using ClaimTracker.Workflows.Elsa.Api;
using ClaimTracker.Workflows.Elsa.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Web.Startup;

/// <summary>Elsa, with its tables in the desk's database and its API for administrators.</summary>
internal static partial class EngineChoice
{
    static partial void AddElsa(IServiceCollection services, string connectionString)
    {
        var isPostgres = DatabaseSetup.IsPostgres(connectionString);
        var locks = isPostgres ? "" : Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource) + ".locks";
        services.ConfigureApplicationCookie(options => options.Events.OnRedirectToAccessDenied = Deny);
        services.AddScoped<IElsaDesk, DeskForElsa>().AddElsaReviews(new ElsaDatabase(connectionString, isPostgres, locks));
    }

    /// <summary>Studio is told what it may not; a browser is shown a page that says so.</summary>
    private static Task Deny(RedirectContext<CookieAuthenticationOptions> denied)
    {
        if (denied.Request.Path.StartsWithSegments(ElsaApi.Path))
            denied.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            denied.Response.Redirect(denied.RedirectUri);
        return Task.CompletedTask;
    }

    static partial void UseElsa(WebApplication app) => app.UseElsaApi(Policies.Administrator);
}
