using System.Data.Common;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Postgres;
using ClaimTracker.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimTracker.Web.Data;

/// <summary>Chooses the database by its connection string.</summary>
public static class DatabaseSetup
{
    /// <summary>The database of a desk that names none.</summary>
    public const string DefaultConnection = "Data Source=data/claimtracker.db";

    /// <summary>True where the connection string is PostgreSQL's.</summary>
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || connectionString.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>Registers <see cref="DeskDb"/> on the database that the connection string names.</summary>
    public static IServiceCollection AddDeskDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddScoped<Acting>();
        services.AddSingleton(_ => new DatabaseHold(SqliteFile.Of(connectionString)));
        if (IsPostgres(connectionString))
        {
            services.AddSingleton(new WriteGate(oneAtATime: false));
            services.AddDbContext<PostgresDeskDb>(
                options => UsePostgres(options, connectionString),
                optionsLifetime: ServiceLifetime.Singleton
            );
            services.AddScoped<DeskDb>(provider => provider.GetRequiredService<PostgresDeskDb>());
        }
        else
        {
            services.AddSingleton(new WriteGate(oneAtATime: true));
            services.AddDbContext<SqliteDeskDb>(
                options => UseSqlite(options, connectionString),
                optionsLifetime: ServiceLifetime.Singleton
            );
            services.AddScoped<DeskDb>(provider => provider.GetRequiredService<SqliteDeskDb>());
        }

        return services;
    }

    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(
                connectionString,
                sqlite =>
                    sqlite
                        .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                        // A list is one parameter, as on PostgreSQL: a statement's text is made once, however many ids are asked.
                        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new SqliteDeskDb.Pragmas(), new Durability());

    internal static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(
                Prepared(connectionString),
                postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            )
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new RowLocks());

    // The desk asks the same few hundred statements all day, so the server keeps their plans, unless the connection string says
    // otherwise.
    private static string Prepared(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Max Auto Prepare")
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 300 }.ConnectionString;
}
