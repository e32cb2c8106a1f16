using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Postgres;
using ClaimTracker.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ClaimTracker.Web.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> see both models without a database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteDeskDb>, IDesignTimeDbContextFactory<PostgresDeskDb>
{
    SqliteDeskDb IDesignTimeDbContextFactory<SqliteDeskDb>.CreateDbContext(string[] args) =>
        new(
            (DbContextOptions<SqliteDeskDb>)
                DatabaseSetup.UseSqlite(new DbContextOptionsBuilder<SqliteDeskDb>(), "Data Source=:memory:").Options,
            new Acting(TimeProvider.System),
            new WriteGate(oneAtATime: false)
        );

    PostgresDeskDb IDesignTimeDbContextFactory<PostgresDeskDb>.CreateDbContext(string[] args) =>
        new(
            (DbContextOptions<PostgresDeskDb>)
                DatabaseSetup.UsePostgres(new DbContextOptionsBuilder<PostgresDeskDb>(), "Host=localhost").Options,
            new Acting(TimeProvider.System),
            new WriteGate(oneAtATime: false)
        );
}
