using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using ClaimTracker.Workflows.Elsa;
using ClaimTracker.Workflows.Elsa.Api;
using ClaimTracker.Workflows.Elsa.Persistence;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Web.Startup;

/// <summary>Elsa, with its tables in the desk's database and its API for administrators.</summary>
internal static partial class EngineChoice
{
    static partial void AddElsa(IServiceCollection services, string connectionString)
    {
        var isPostgres = DatabaseSetup.IsPostgres(connectionString);
        var locks = isPostgres ? "" : Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource) + ".locks";
        services.AddScoped<IElsaDesk, DeskForElsa>().AddElsaReviews(new ElsaDatabase(connectionString, isPostgres, locks));
    }

    static partial void UseElsa(WebApplication app) => app.UseElsaApi(Policies.Administrator);
}
