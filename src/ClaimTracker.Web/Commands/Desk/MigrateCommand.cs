using System.CommandLine;
using ClaimTracker.Web.Data;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>
/// <c>migrate</c>: brings the database up to the version that this program needs, as the server does at its start.
/// </summary>
internal static class MigrateCommand
{
    public static Command Create(CommandStreams streams) =>
        new Command("migrate", "Brings the database up to date, or makes it.").OnDatabase(
            streams,
            async (_, services, cancel) =>
            {
                var db = services.GetRequiredService<DeskDb>();
                var applied = await db.UpdateSchemaAsync(cancel);
                await streams.WriteLineAsync(
                    applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}."
                );
                return CommandLine.Done;
            },
            DatabaseUse.Made
        );
}
