using System.Data.Common;
using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Rows;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Web.Tests.Data;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk;

/// <summary>
/// One value in one row, of each column of the model in turn, that no program of ours wrote: no page answers with a bare failure,
/// no node is taken out of service, and what is sound beside the row is shown.
/// </summary>
public sealed class OddValueTests(ITestOutputHelper output)
{
    private const string Sound = "The harbour employs 400 people.";

    // What every page reads: who is signed in, and what the program itself brings.
    private static readonly HashSet<string> OfAll =
    [
        "AspNetUsers",
        "AspNetRoles",
        "AspNetUserRoles",
        "AspNetUserClaims",
        "AspNetRoleClaims",
        "AspNetUserLogins",
        "AspNetUserTokens",
        "data_protection_keys",
        "schema_scripts",
        "workflow_versions",
        "first_run_codes",
    ];

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_odd_value_takes_a_page_or_the_node_from_the_rest(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", "The port handled 90 ships a week in July.");
        site.Write("/pier", "The pier is 70 metres long.");
        var watched = await desk.AddWatchedClaimAsync("The port handled 90 ships a week in July.", site.Url("/port"));
        var moved = await desk.AddWatchedClaimAsync("The pier is 90 metres long.", site.Url("/pier"));
        var corrected = await desk.AddPublishedClaimAsync("There were 12 ships.", "false");
        await desk.PublishAsync(corrected, "true", "The registry of June says so.", "We had misread it.");
        var reviewed = await desk.AddClaimAsync("There were 14 ships.");
        await desk.AddEvidenceAsync(reviewed, "harbour");
        await desk.StartReviewAsync(reviewed);
        var triaged = await desk.AddClaimAsync("There were 16 ships.");
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await desk.LookAsync();
        var sound = await desk.AddClaimAsync(Sound);
        await desk.StartReviewAsync(sound);
        using var eve = await desk.SignInAsync("eve", Roles.Editor, Roles.FactChecker, Roles.Administrator);
        var article = await desk.QueryAsync(db => db.Articles.Select(a => a.Id).FirstAsync());
        string[] pages =
        [
            "/desk",
            "/desk?sort=Deadline",
            "/desk?sort=Age",
            "/desk/triage",
            "/desk/triage/list",
            "/desk/triage/set-aside",
            .. new[] { watched, moved, corrected, reviewed, triaged }.Select(id => $"/desk/claims/{id}"),
            $"/desk/claims/{watched}/history",
            "/desk/rechecks",
            "/desk/rechecks?persons=true",
            "/desk/rechecks/calendar",
            "/desk/rechecks/sites",
            $"/desk/rechecks/sites/{site.Address.Authority}",
            "/desk/filters",
            "/outlets",
            "/audit",
            "/people",
            "/workflows",
            "/",
            $"/claims/{watched}",
            $"/articles/{article}",
        ];
        foreach (var page in pages)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(eve, page)).Status);

        List<string> wrong = [];
        var damaged = 0;
        foreach (var type in StoredCheck.TablesOf(await desk.QueryAsync(db => Task.FromResult(db.Model))))
        {
            foreach (var column in RowColumn.Of(type).Where(column => !column.Property.IsPrimaryKey()))
            {
                if (WorstOf(column, kind) is not { } damage || await DamageAsync(desk, type, column, damage) is not { } repair)
                {
                    continue;
                }

                damaged++;
                await CheckAsync(
                    desk,
                    eve,
                    type,
                    pages,
                    sound,
                    $"{type.GetTableName()}.{column.Name.Trim('"')} = {damage}",
                    wrong
                );
                await repair();
            }
        }

        foreach (var one in wrong)
            output.WriteLine(one);
        Assert.Equal([], wrong);
        Assert.InRange(damaged, 50, int.MaxValue);
    }

    // What cannot be read, where anything can stand there that cannot.
    private static string? WorstOf(RowColumn column, DatabaseKind kind)
    {
        var type = Nullable.GetUnderlyingType(column.Property.ClrType) ?? column.Property.ClrType;
        return kind == DatabaseKind.Sqlite && (type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeSpan))
            ? "'2020-13-45'"
            : StoredCheckTests
                .DamagesOf(column, kind == DatabaseKind.Postgres)
                .FirstOrDefault(damage => damage is not ("NULL" or "-1" or "7") && !damage.StartsWith('X'));
    }

    private static async Task CheckAsync(
        DeskApp desk,
        DeskBrowser eve,
        IEntityType type,
        string[] pages,
        long sound,
        string what,
        List<string> wrong
    )
    {
        // What was read for everybody a moment ago is read anew.
        desk.Clock.Advance(TimeSpan.FromSeconds(16));
        foreach (var page in pages)
        {
            var (status, text) = await AskAsync(eve, page);
            if (
                status != HttpStatusCode.OK
                && (IsOfMany(page) || status != HttpStatusCode.NotFound)
                && (
                    (IsOfMany(page) && !OfAll.Contains(type.GetTableName()!))
                    || status != HttpStatusCode.ServiceUnavailable
                    || !text.Contains("could not be read", StringComparison.Ordinal)
                )
            )
            {
                wrong.Add($"{what}: {page} answers {(int)status}");
            }
        }

        if (OfAll.Contains(type.GetTableName()!))
            return;
        var own = await AskAsync(eve, $"/desk/claims/{sound}");
        if (own.Status != HttpStatusCode.OK || !own.Text.Contains(Sound, StringComparison.Ordinal))
            wrong.Add($"{what}: the page of another claim answers {(int)own.Status}");
        var health = await AskAsync(eve, "/health/ready");
        if (health.Status != HttpStatusCode.OK)
            wrong.Add($"{what}: /health/ready answers {(int)health.Status}");
    }

    // A list shows what is sound in it; the page of one thing may say that this one cannot be read.
    private static bool IsOfMany(string page) => !page.Any(char.IsAsciiDigit);

    // Damages the first row; null where there is none, or where the database refuses it.
    private static Task<Func<Task>?> DamageAsync(DeskApp desk, IEntityType type, RowColumn column, string damage) =>
        desk.QueryAsync<Func<Task>?>(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await StoredCheckTests.LiftGuardsAsync(db);
            var table = type.GetTableName()!;
            var keys = RowColumn.Of(type).Where(c => c.Property.IsPrimaryKey()).Select(c => c.Name).ToArray();
            object?[] row;
            await using (var command = db.Database.GetDbConnection().CreateCommand())
            {
                command.CommandText =
                    $"SELECT {column.Name}, {string.Join(", ", keys)} FROM \"{table}\" ORDER BY {string.Join(", ", keys)} LIMIT 1";
                await using var reader = await command.ExecuteReaderAsync();
                if (!await reader.ReadAsync())
                    return null;
                row = [.. Enumerable.Range(0, keys.Length + 1).Select(i => StoredColumn.Raw(reader, i))];
            }

            var where = string.Join(" AND ", keys.Select((key, i) => $"{key} = @p{i}"));
            try
            {
                await StoredCheckTests.RunAsync(db, $"UPDATE \"{table}\" SET {column.Name} = {damage} WHERE {where}", row[1..]);
            }
            catch (DbException)
            {
                return null;
            }

            return () =>
                desk.QueryAsync(async again =>
                {
                    await again.Database.OpenConnectionAsync();
                    await StoredCheckTests.LiftGuardsAsync(again);
                    await StoredCheckTests.RunAsync(
                        again,
                        $"UPDATE \"{table}\" SET {column.Name} = @p{keys.Length} WHERE {where}",
                        [.. row[1..], row[0]]
                    );
                    return true;
                });
        });

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(DeskBrowser eve, string page)
    {
        using var answer = await eve.Http.GetAsync(page, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
