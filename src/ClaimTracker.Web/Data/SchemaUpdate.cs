using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data;

/// <summary>Brings a database up to the version that this program needs.</summary>
public static class SchemaUpdate
{
    /// <summary>Applies what is missing. Safe to call from several processes at once: EF holds a lock.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        DatabaseSetup.EnsureFolder(db.Database.GetConnectionString()!);
        await db.Database.MigrateAsync();
    }
}
