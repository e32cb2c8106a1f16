using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>verify</c>: whether the database still is what was written into it.</summary>
internal static class VerifyCommand
{
    private const int MostPrinted = 1_000;

    public static Command Create(CommandStreams streams) =>
        new Command("verify", "Checks the audit chain, texts, snapshots, references, the search index and times that lie in the future; says what is wrong.").OnDatabase(streams, async (_, services, cancel) =>
        {
            var db = services.GetRequiredService<DeskDb>();
            if (!db.IsPostgres && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is var place && !File.Exists(place))
                throw new InputException($"{place}: there is no database.");
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).FirstOrDefault() is { } missing)
                throw new InputException($"The database is of an older version (it lacks {missing}); run migrate, or start the server once.");
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            var found = 0;
            foreach (var check in new[] { ClockCheck.RunAsync(db, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Identity.IdentityOptions>>().Value.Lockout), ReferenceCheck.RunAsync(db), TextCheck.RunAsync(db), AuditCheck.RunAsync(db) })
            {
                await foreach (var finding in check.WithCancellation(cancel))
                {
                    if (++found <= MostPrinted)
                        await streams.WriteLineAsync(finding);
                }
            }

            await streams.Error.WriteLineAsync(found switch { 0 => "Nothing is wrong.", > MostPrinted => $"{found} findings; the first {MostPrinted} are shown.", _ => $"{found} findings." });
            return found == 0 ? CommandLine.Done : CommandLine.Failed;
        }, migrate: false);
}
