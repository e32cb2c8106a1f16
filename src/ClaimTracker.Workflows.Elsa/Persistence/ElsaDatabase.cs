using Elsa.Extensions;
using Elsa.Features.Services;
using Elsa.Persistence.EFCore;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Medallion.Threading.FileSystem;
using Medallion.Threading.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Workflows.Elsa.Persistence;

/// <summary>Elsa's tables in the desk's own database.</summary>
/// <param name="ConnectionString">The desk's.</param>
/// <param name="IsPostgres">True for PostgreSQL, false for SQLite.</param>
/// <param name="LockFolder">Where Elsa's locks are kept beside SQLite, which takes one node only.</param>
public sealed record ElsaDatabase(string ConnectionString, bool IsPostgres, string LockFolder)
{
    // SQLite knows no schemas, and the desk keeps a table of the usual name for its own migrations.
    private readonly ElsaDbContextOptions options = new() { MigrationsHistoryTableName = "__ElsaMigrationsHistory" };

    internal void Configure(IModule elsa)
    {
        elsa.UseWorkflowManagement(management => management.UseEntityFrameworkCore(Use));
        elsa.UseWorkflowRuntime(runtime =>
        {
            runtime.UseEntityFrameworkCore(Use);
            runtime.DistributedLockProvider = _ =>
                IsPostgres
                    ? new PostgresDistributedSynchronizationProvider(ConnectionString)
                    : new FileDistributedSynchronizationProvider(new DirectoryInfo(LockFolder));
        });
    }

    internal static void Enlist(IServiceCollection services) =>
        services
            .Decorate<IDbContextFactory<ManagementElsaDbContext>, EnlistingContexts<ManagementElsaDbContext>>()
            .Decorate<IDbContextFactory<RuntimeElsaDbContext>, EnlistingContexts<RuntimeElsaDbContext>>();

    private void Use<TFeature, TContext>(PersistenceFeatureBase<TFeature, TContext> feature)
        where TFeature : PersistenceFeatureBase<TFeature, TContext>
        where TContext : ElsaDbContextBase
    {
        if (IsPostgres)
            feature.UsePostgreSql(ConnectionString, options);
        else
            feature.UseSqlite(ConnectionString, options);
    }
}
