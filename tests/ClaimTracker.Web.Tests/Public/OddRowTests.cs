using System.Globalization;
using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>
/// Rows that were written past the program, with what it never writes: readers are told that they cannot be shown and nothing
/// else, what is sound beside them is shown, and <c>verify</c> names them.
/// </summary>
public sealed class OddRowTests
{
    private const string Sound = "The harbour employs 400 people.";

    // Of a claim with two versions, {0}, what its page then says: that it cannot be shown, or that an earlier version cannot.
    private static readonly (string Statement, bool IsWhole)[] Damages =
    [
        ("UPDATE claims SET rating = 'verified' WHERE id = {0}", true),
        ("UPDATE claims SET rating = NULL WHERE id = {0}", true),
        ("UPDATE claims SET publication = 'Public' WHERE id = {0}", true),
        ("UPDATE claims SET stage = 'Nowhere' WHERE id = {0}", true),
        ("UPDATE claims SET last_verifier = 'Everybody' WHERE id = {0}", true),
        ("UPDATE claims SET verdict_issued_at = NULL WHERE id = {0}", true),
        ("UPDATE claims SET verdict_version = NULL WHERE id = {0}", true),
        ("UPDATE claims SET last_verified_at = '0001-01-01 00:00:00' WHERE id = {0}", true),
        ("UPDATE claims SET stage_since = '0001-01-01 00:00:00' WHERE id = {0}", true),
        ("UPDATE claims SET next_check_due_at = '9999-12-31 00:00:00' WHERE id = {0}", true),
        ("UPDATE claims SET details = 'no json' WHERE id = {0}", true),
        ("UPDATE claims SET wording = ' ' WHERE id = {0}", true),
        ("UPDATE verdicts SET rating = 'verified' WHERE claim_id = {0} AND version = 2", true),
        ("UPDATE verdicts SET rationale = '' WHERE claim_id = {0} AND version = 2", true),
        ("UPDATE verdicts SET status = 'Certain' WHERE claim_id = {0} AND version = 2", true),
        ("UPDATE verdicts SET change_kind = 'Better' WHERE claim_id = {0} AND version = 2", true),
        ("UPDATE verdicts SET published_at = '0001-01-01 00:00:00' WHERE claim_id = {0} AND version = 2", true),
        ("DELETE FROM verdict_authors WHERE verdict_id = (SELECT id FROM verdicts WHERE claim_id = {0} AND version = 2)", true),
        ("UPDATE evidence SET stance = 'Proves' WHERE claim_id = {0}", true),
        ("UPDATE verdicts SET rating = 'verified' WHERE claim_id = {0} AND version = 1", false),
        ("UPDATE verdicts SET closed_at = NULL WHERE claim_id = {0} AND version = 1", false),
        ("UPDATE verdicts SET proposed_at = '0001-01-01 00:00:00' WHERE claim_id = {0} AND version = 1", false),
        ("UPDATE corrections SET kind = 'Better' WHERE claim_id = {0}", false),
        ("UPDATE corrections SET to_rating = 'verified' WHERE claim_id = {0}", false),
    ];

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_odd_row_takes_a_public_page_down_or_is_shown_and_verify_names_each(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await CorrectedAsync(desk, Sound);
        List<long> damaged = [];
        foreach (var (index, _) in Damages.Index())
            damaged.Add(await CorrectedAsync(desk, $"The port handles {index + 10} ships a week."));
        await DisableGuardsAsync(desk, kind);
        foreach (var (id, (statement, _)) in damaged.Zip(Damages))
            Assert.NotEqual(0, await RunAsync(desk, string.Format(CultureInfo.InvariantCulture, statement, id)));
        using var reader = desk.Browser();

        foreach (var (id, (statement, isWhole)) in damaged.Zip(Damages))
        {
            var page = await GetAsync(reader, $"/claims/{id}", HttpStatusCode.OK, statement);
            Assert.DoesNotContain("verified”", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Our verdict: Verified", page, StringComparison.Ordinal);
            Assert.True(isWhole == page.Contains("This claim cannot be shown", StringComparison.Ordinal), statement);
            Assert.True(isWhole != page.Contains("Our verdict: True", StringComparison.Ordinal), statement);
            if (!isWhole && statement.StartsWith("UPDATE verdicts", StringComparison.Ordinal))
                Assert.Contains("1 earlier version of the verdict cannot be shown", page, StringComparison.Ordinal);
            var status = isWhole ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK;
            await GetAsync(reader, $"/api/claims/{id}", status, statement);
        }

        foreach (var address in new[] { "/", "/corrections", "/feed", "/api/claims", "/api/claimreview", "/?q=harbour" })
        {
            var list = await GetAsync(reader, address, HttpStatusCode.OK, address);
            Assert.Contains(Sound, list, StringComparison.Ordinal);
            Assert.DoesNotContain(">Verified", list, StringComparison.Ordinal);
            Assert.DoesNotContain("verified\"", list, StringComparison.Ordinal);
            Assert.DoesNotContain("Proves", list, StringComparison.Ordinal);
        }

        Assert.Contains("cannot be shown here", await reader.Http.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        Assert.Contains(
            "14 more corrections cannot be shown",
            await reader.Http.GetStringAsync("/corrections", Cancel),
            StringComparison.Ordinal
        );
        foreach (var article in await desk.QueryAsync(db => db.Articles.Select(a => a.Id).ToListAsync()))
        {
            var answer = await reader.Http.GetAsync($"/articles/{article}", Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"article {article}");
        }

        await GetAsync(reader, "/sitemap.xml", HttpStatusCode.OK, "sitemap");
        var verified = await desk.Database.RunAsync("verify");
        var rows = verified.Out.Split('\n').Where(line => line.StartsWith("row: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(1, verified.Code);
        Assert.True(rows.Count >= Damages.Length, verified.Out);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_dated_to_the_future_is_not_told_and_it_is_said_that_it_is_not(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.Administrator);
        var id = await CorrectedAsync(desk, Sound);
        await desk.QueryAsync(async db =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == id);
            var ahead = new Recheck(id, 2, desk.Now.AddDays(400));
            ahead.End(RecheckOutcome.Unchanged, Verifier.Machine, "system:watch", null, desk.Now.AddDays(400));
            claim.Rechecks.Add(ahead);
            return await db.SaveChangesAsync();
        });
        using var reader = desk.Browser();

        var page = await GetAsync(reader, $"/claims/{id}", HttpStatusCode.OK, "page");
        var json = await GetAsync(reader, $"/api/claims/{id}", HttpStatusCode.OK, "json");

        Assert.Contains("1 event of its history cannot be shown", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{desk.Now.AddDays(400).Year}", page, StringComparison.Ordinal);
        Assert.Contains("\"notShown\":1", json, StringComparison.Ordinal);
        Assert.Contains("\"rechecks\":[]", json, StringComparison.Ordinal);
        var verified = await desk.Database.RunAsync("verify");
        Assert.Contains($"of claim {id}: it is dated to the future", verified.Out, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_odd_row_takes_a_page_of_the_desk_down_and_each_is_said_there(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var eve = await desk.SignInAsync("eve", Roles.Editor, Roles.FactChecker, Roles.Administrator);
        List<long> damaged = [];
        foreach (var (index, _) in Damages.Index())
        {
            var id = await CorrectedAsync(desk, $"The port handles {index + 10} ships a week.");
            await desk.StartReviewAsync(id, index % 2 == 0 ? "cross-check" : "standard-review");
            damaged.Add(id);
        }

        var sound = await desk.AddClaimAsync(Sound);
        await desk.StartReviewAsync(sound);
        await DisableGuardsAsync(desk, kind);
        foreach (var (id, (statement, _)) in damaged.Zip(Damages))
            Assert.NotEqual(0, await RunAsync(desk, string.Format(CultureInfo.InvariantCulture, statement, id)));

        foreach (var (id, (statement, isWhole)) in damaged.Zip(Damages))
        {
            var page = await GetAsync(eve, $"/desk/claims/{id}", HttpStatusCode.OK, statement);
            Assert.True(page.Contains("data-odd", StringComparison.Ordinal), statement);
            Assert.True(page.Contains("not as this program writes", StringComparison.Ordinal), statement);
            Assert.True(isWhole == page.Contains("This claim cannot be shown", StringComparison.Ordinal), statement);
            await GetAsync(eve, $"/desk/claims/{id}/history", HttpStatusCode.OK, statement);
        }

        var queue = await GetAsync(eve, "/desk", HttpStatusCode.OK, "queue");
        var all = queue + await GetAsync(eve, "/desk?sort=Deadline", HttpStatusCode.OK, "queue by deadline");
        Assert.Contains(Sound, all, StringComparison.Ordinal);
        Assert.Contains(
            "What is stored of this task or of its claim is not as this program writes it",
            all,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_odd_row_takes_triage_down_and_what_is_sound_beside_it_is_shown(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var sound = await desk.AddClaimAsync(Sound);
        List<long> odd = [];
        foreach (
            var damage in new[]
            {
                "details = 'no json'",
                "wording = ' '",
                "created_at = '0001-01-01 00:00:00'",
                "last_verifier = 'All'",
            }
        )
        {
            var id = await desk.AddClaimAsync($"The harbour employs {odd.Count + 410} people.");
            odd.Add(id);
            await DisableGuardsAsync(desk, kind);
            await RunAsync(desk, $"UPDATE claims SET {damage} WHERE id = {id}");
        }

        foreach (
            var address in new[] { "/desk/triage", $"/desk/triage?claim={sound}", "/desk/triage/list", "/desk/triage/set-aside" }
        )
        {
            await GetAsync(ada, address, HttpStatusCode.OK, address);
        }

        Assert.Contains(
            Sound,
            await GetAsync(ada, $"/desk/triage?claim={sound}", HttpStatusCode.OK, "sound"),
            StringComparison.Ordinal
        );
        Assert.Contains(Sound, await GetAsync(ada, "/desk/triage/list", HttpStatusCode.OK, "list"), StringComparison.Ordinal);
        foreach (var id in odd)
        {
            Assert.Contains(
                "not as this program writes it",
                await GetAsync(ada, $"/desk/triage?claim={id}", HttpStatusCode.OK, $"claim {id}"),
                StringComparison.Ordinal
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_article_says_which_of_its_claims_cannot_be_shown_and_shows_the_others(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var first = await desk.AddPublishedClaimAsync(Sound, "true");
        var article = await desk.QueryAsync(db =>
            db.Appearances.Where(a => a.ClaimId == first).Select(a => a.ArticleId).SingleAsync()
        );
        await DisableGuardsAsync(desk, kind);
        using var reader = desk.Browser();
        foreach (
            var (statement, says) in new[]
            {
                (
                    $"UPDATE appearances SET \"end\" = 99999 WHERE claim_id = {first}",
                    "What is stored of one claim in it is not as"
                ),
                ($"UPDATE outlets SET licence = 'Free'", "not as this program writes it"),
                ($"UPDATE claims SET rating = 'verified' WHERE id = {first}", "What is stored of one claim in it is not as"),
                ($"UPDATE articles SET published_on = '9999-99-99' WHERE id = {article}", "This article cannot be shown"),
            }
        )
        {
            if (kind == DatabaseKind.Postgres && statement.Contains("9999-99-99", StringComparison.Ordinal))
                continue;
            await RunAsync(desk, statement);
            desk.Clock.Advance(TimeSpan.FromMinutes(2));
            Assert.Contains(
                says,
                await GetAsync(reader, $"/articles/{article}", HttpStatusCode.OK, statement),
                StringComparison.Ordinal
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_board_page_with_odd_rows_leads_to_all_that_is_sound(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        List<long> ids = [];
        for (var number = 1; number <= 30; number++)
            ids.Add(await desk.AddPublishedClaimAsync($"The pier is {number * 7} metres long.", "true"));
        await DisableGuardsAsync(desk, kind);
        await RunAsync(desk, $"UPDATE claims SET stage = 'Nowhere' WHERE id IN ({ids[29]}, {ids[10]}, {ids[5]}, {ids[4]})");
        using var reader = desk.Browser();

        List<string> shown = [];
        for (var address = "/"; address is not null; )
        {
            var page = await reader.OpenAsync(address);
            shown.AddRange(page.Html.QuerySelectorAll(".card h2 a").Select(link => link.GetAttribute("href")!));
            address = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(26, shown.Count);
        Assert.Equal(26, shown.Distinct().Count());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<long> CorrectedAsync(DeskApp desk, string wording)
    {
        var id = await desk.AddPublishedClaimAsync(wording, "false");
        await desk.PublishAsync(id, "true", "The registry of June says so.", "We had misread it.");
        return id;
    }

    private static async Task<string> GetAsync(DeskBrowser reader, string address, HttpStatusCode status, string because)
    {
        using var answer = await reader.Http.GetAsync(address, Cancel);
        Assert.True(answer.StatusCode == status, $"{address}: {answer.StatusCode} after {because}");
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task DisableGuardsAsync(DeskApp desk, DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            foreach (var table in new[] { "claims", "verdicts", "verdict_authors", "evidence", "corrections" })
                await RunAsync(desk, $"ALTER TABLE {table} DISABLE TRIGGER USER");
            return;
        }

        var triggers = await desk.QueryAsync(db =>
            db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync()
        );
        foreach (var trigger in triggers)
            await RunAsync(desk, $"DROP TRIGGER {trigger}");
    }

    private static Task<int> RunAsync(DeskApp desk, string statement) =>
        desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement));
}
