using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>
/// What one row says of another is so: references lead somewhere, claims show the verdict that is published, search finds them.
/// </summary>
internal static class ReferenceCheck
{
    /// <summary>What is not so, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        // PostgreSQL holds its references at all times; a SQLite file may have been written by something that did not.
        if (!db.IsPostgres)
        {
            foreach (
                var table in await db
                    .Database.SqlQueryRaw<string>(
                        "SELECT \"table\" || ' row ' || ifnull(rowid, '?') || ': what it refers to in ' || parent || ' is missing.' AS \"Value\" FROM pragma_foreign_key_check"
                    )
                    .ToListAsync()
            )
            {
                yield return table;
            }

            foreach (
                var damage in await db
                    .Database.SqlQueryRaw<string>(
                        "SELECT integrity_check AS \"Value\" FROM pragma_integrity_check WHERE integrity_check <> 'ok'"
                    )
                    .ToListAsync()
            )
            {
                yield return $"file: {damage}";
            }
        }

        var published = db.Claims.Where(Claim.InForce);
        await foreach (
            var id in published
                .Where(c =>
                    !c.Verdicts.Any(v =>
                        v.Status == VerdictStatus.Published && v.Version == c.VerdictVersion && v.Rating == c.Rating
                    )
                )
                .Select(c => c.Id)
                .AsAsyncEnumerable()
        )
        {
            yield return $"claim {id}: it is public and shows another verdict than the published one.";
        }

        await foreach (var id in db.Claims.Where(c => !c.Appearances.Any()).Select(c => c.Id).AsAsyncEnumerable())
            yield return $"claim {id}: it appears in no article.";

        // The two databases name the same column differently; no word of a user's is in here.
        var unfound = db.IsPostgres
            ? "SELECT id AS \"Value\" FROM claims WHERE id NOT IN (SELECT claim_id FROM claim_search) ORDER BY 1 LIMIT 1000"
            : "SELECT id AS \"Value\" FROM claims WHERE id NOT IN (SELECT rowid FROM claim_search) ORDER BY 1 LIMIT 1000";
        var stray = db.IsPostgres
            ? "SELECT claim_id AS \"Value\" FROM claim_search WHERE claim_id NOT IN (SELECT id FROM claims) ORDER BY 1 LIMIT 1000"
            : "SELECT rowid AS \"Value\" FROM claim_search WHERE rowid NOT IN (SELECT id FROM claims) ORDER BY 1 LIMIT 1000";
        foreach (var id in await db.Database.SqlQueryRaw<long>(unfound).ToListAsync())
            yield return $"search: claim {id} cannot be found by its words.";
        foreach (var id in await db.Database.SqlQueryRaw<long>(stray).ToListAsync())
            yield return $"search: claim {id} can be found and is not there.";
    }
}
