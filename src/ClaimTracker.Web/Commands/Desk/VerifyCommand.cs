using System.CommandLine;
using ClaimTracker.Domain;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>verify</c>: whether the database still is what was written into it.</summary>
internal static class VerifyCommand
{
    private const int MostPrinted = 1_000;

    public static Command Create(CommandStreams streams) =>
        new Command(
            "verify",
            "Checks each stored value, the audit chain, texts, snapshots, references, public verdicts with their approvals and dates, reviews that wait for approvals, doubt, the search index and times that lie in the future; says what is wrong."
        ).OnDatabase(
            streams,
            async (_, services, cancel) =>
            {
                var db = services.GetRequiredService<DeskDb>();
                var state = await SchemaState.OfAsync(db, cancel);
                if (state.Pending is { Count: > 0 } missing)
                {
                    throw new InputException(
                        $"The database is not up to date (it lacks {string.Join(", ", missing)}); run migrate, or start the server once."
                    );
                }

                db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
                var found = 0;
                foreach (
                    var check in new[]
                    {
                        Gone(state).ToAsyncEnumerable(),
                        StoredCheck.RunAsync(db),
                        RowCheck.RunAsync(db),
                        ClockCheck.RunAsync(
                            db,
                            services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
                            services.GetRequiredService<IOptions<IdentityOptions>>().Value.Lockout
                        ),
                        StructureCheck.RunAsync(db),
                        ReferenceCheck.RunAsync(db),
                        VerdictCheck.RunAsync(db),
                        ReviewCheck.RunAsync(db),
                        TextCheck.RunAsync(db),
                        TallyCheck.RunAsync(db),
                        AuditCheck.RunAsync(db),
                        HistoryCheck.RunAsync(db),
                    }
                )
                {
                    await foreach (var finding in GoingOn(db, check).WithCancellation(cancel))
                    {
                        if (++found <= MostPrinted)
                            await streams.WriteLineAsync(finding);
                    }
                }

                await streams.Error.WriteLineAsync(await ComparedAsync(db, cancel));
                await streams.Error.WriteLineAsync(
                    found switch
                    {
                        0 => "In what was compared, nothing is wrong.",
                        > MostPrinted => $"{found} findings; the first {MostPrinted} are shown.",
                        _ => $"{found} findings.",
                    }
                );
                return found == 0 ? CommandLine.Done : CommandLine.Failed;
            },
            DatabaseUse.AsItIs
        );

    // Each comparison sees one moment, whatever the desk does meanwhile. A row that cannot be read ends the check that met it,
    // and none of the others.
    private static async IAsyncEnumerable<string> GoingOn(DeskDb db, IAsyncEnumerable<string> check)
    {
        await using var moment = await db.OneMomentAsync(CancellationToken.None);
        await using var findings = check.GetAsyncEnumerator();
        while (true)
        {
            string? ended = null;
            try
            {
                if (!await findings.MoveNextAsync())
                    yield break;
            }
            catch (Exception failure) when (SoundReading.IsOfRow(failure))
            {
                ended =
                    $"verify: a comparison ended at a row that cannot be read ({failure.Message}); mend the rows that are named, then verify again.";
            }

            yield return ended ?? findings.Current;
            if (ended is not null)
                yield break;
        }
    }

    private static IEnumerable<string> Gone(SchemaState state) =>
        state.GoneNames.Select(gone =>
            $"guards: {gone} is gone, or is not as this program makes it, so that what it refuses may have been written meanwhile; migrate makes it again."
        );

    // What was looked at, with how much of it there was, and what was not: the words at the end promise no more than this.
    private static async Task<string> ComparedAsync(DeskDb db, CancellationToken cancel) =>
        $"""
            Compared: {await db.AuditEntries.CountAsync(
                cancel
            ):N0} audit entries, each with the one before it and {await db.AuditHeads.CountAsync(
                cancel
            ):N0} chains with their heads; {await db.Articles.CountAsync(cancel):N0} articles and {await db.Snapshots.CountAsync(
                cancel
            ):N0} snapshots with their hashes; {await db.Appearances.CountAsync(
                cancel
            ):N0} appearances with their articles' words; {await db.Claims.CountAsync(
                cancel
            ):N0} claims with the verdict they show, their history and the search index; {await db.Verdicts.CountAsync(
                v => v.Status == VerdictStatus.Published && !v.Imported,
                cancel
            ):N0} public versions made here with their approvals, approvers' accounts, authors and the dates that their claims show; where each review stands; proposals with voided approvals and the tasks to give them again; the queue's numbers with the open tasks; doubt with open findings; what rows of claims, articles, outlets, sites, people and workflows hold, which of them belong to which, what versions stand on and who has which role with what their audit entries say; each value of each column with the type, words and range that stand there; what claims, versions, evidence, corrections, findings, re-checks and looks hold with what can stand there; noted times with this clock; the guards and indexes that the database holds, and on PostgreSQL its constraints, with those that this program makes{(
                db.IsPostgres ? "" : "; references between rows and the file's own structure"
            )}.
            Not compared: what no audit entry tells of, such as looks, drafts, notices, passwords and who is asked just now; words in the search index with the claims' words; reviews' states with their tasks; public verdicts with the groups of evidence that they were held to, and how imported ones were approved{(
                db.IsPostgres ? "; the conditions of the guards that the database holds" : ""
            )}; whoever may write to the database can write chains and hashes anew{(
                db.IsPostgres ? "; references between rows, which PostgreSQL holds by itself" : ""
            )}.
            """;
}
