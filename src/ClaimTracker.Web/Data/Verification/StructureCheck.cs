using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>
/// The indexes that the model asks for are there, and on PostgreSQL the constraints: those that hold something unique keep the
/// rules of a claim's versions, those that hold references keep rows together. (SQLite's are part of its tables.)
/// </summary>
internal static class StructureCheck
{
    /// <summary>What is gone, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var there = (
            await db
                .Database.SqlQueryRaw<string>(
                    db.IsPostgres
                        ? """
                        SELECT indexname AS "Value" FROM pg_indexes WHERE schemaname = current_schema()
                        UNION SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND convalidated
                        """
                        : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index'"
                )
                .ToListAsync()
        ).ToHashSet(StringComparer.Ordinal);
        foreach (var table in db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            foreach (var index in table.Indexes.Where(index => !there.Contains(index.Name)))
            {
                yield return $"structure: index {index.Name} of {table.Name} is gone{(
                    index.IsUnique ? ", so that what may stand there once may stand twice" : ""
                )}; bring back a backup, or carry the desk over into a new database with export and import.";
            }

            if (!db.IsPostgres)
                continue;
            foreach (
                var name in table
                    .ForeignKeyConstraints.Select(key => key.Name)
                    .Concat(table.UniqueConstraints.Select(key => key.Name))
                    .Where(name => !there.Contains(name))
            )
            {
                yield return $"structure: constraint {name} of {table.Name} is gone, so that what it refuses may have been written meanwhile; bring back a backup, or carry the desk over into a new database with export and import.";
            }
        }
    }
}
