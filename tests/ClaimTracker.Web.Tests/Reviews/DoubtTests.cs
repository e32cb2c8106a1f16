using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Wording;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>A finding puts the claim in doubt, and every place that speaks of freshness says so.</summary>
public sealed class DoubtTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Domain_board_API_CSV_and_page_say_the_same_of_each_claim(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        List<long> ids = [];
        foreach (var (due, stale) in new[] { (5, 10), (-1, 5), (-9, -2), (0, 7), (20, -1) })
        {
            foreach (var doubt in new[] { false, true })
            {
                foreach (var recheck in new[] { false, true })
                    ids.Add(await AddAsync(desk, due, stale, doubt, recheck));
            }
        }

        using var reader = desk.Browser();
        var csv = (await desk.Database.RunAsync("export", "--format", "csv")).Out.Split('\n');
        foreach (var id in ids)
        {
            var claim = await desk.ClaimAsync(id);
            var freshness = claim.FreshnessAt(desk.Now);
            Assert.False(claim.InDoubtSince is not null && freshness == Freshness.Fresh);

            var json = (
                await reader.Http.GetFromJsonAsync<JsonNode>($"/api/claims/{id}", TestContext.Current.CancellationToken)
            )!;
            Assert.Equal(freshness.ToString().ToLowerInvariant(), (string?)json["claim"]!["freshness"]!["state"]);
            Assert.Equal(claim.InDoubtSince is not null, json["claim"]!["freshness"]!["inDoubtSince"] is not null);
            Assert.Equal(claim.OpenFindings.Count(), json["findings"]!.AsArray().Count);
            Assert.Equal(freshness == Freshness.Fresh, json["claim"]!["freshness"]!["dueBecause"]!.AsArray().Count == 0);
            Assert.Equal(
                claim.InDoubtSince is not null,
                json["claim"]!["freshness"]!["dueBecause"]!.AsArray().Any(reason => (string?)reason == "doubt")
            );
            foreach (var asked in new[] { Freshness.Fresh, Freshness.Due, Freshness.Stale })
            {
                var board = (
                    await reader.Http.GetFromJsonAsync<JsonNode>(
                        $"/api/claims?limit=200&freshness={asked.ToString().ToLowerInvariant()}",
                        TestContext.Current.CancellationToken
                    )
                )!;
                Assert.Equal(asked == freshness, board["claims"]!.AsArray().Any(c => (long)c!["id"]! == id));
            }

            var row = csv.Single(line => line.StartsWith($"{id},", StringComparison.Ordinal));
            Assert.Contains(
                $",true,{freshness},{(claim.InDoubtSince is { } since ? since.ToString("yyyy-MM-ddTHH:mm:ssZ", null) : "")},{(claim.UnderRecheck ? "yes" : "no")},",
                row,
                StringComparison.Ordinal
            );

            var page = await reader.OpenAsync($"/claims/{id}");
            var words = freshness switch
            {
                Freshness.Fresh => "Fresh",
                Freshness.Due => "Check due",
                _ => "Stale",
            };
            Assert.Contains(
                $"Freshness: {words}",
                page.Html.QuerySelector("article > .badges")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal(
                claim.InDoubtSince is not null,
                page.Text.Contains("This verdict is in doubt", StringComparison.Ordinal)
            );
            Assert.Equal(freshness == Freshness.Stale, page.Text.Contains("This verdict is stale", StringComparison.Ordinal));
            Assert.Equal(claim.UnderRecheck, page.Text.Contains("This verdict is under re-check", StringComparison.Ordinal));
        }

        var doubts = (
            await reader.Http.GetFromJsonAsync<JsonNode>(
                "/api/claims?limit=200&freshness=in-doubt",
                TestContext.Current.CancellationToken
            )
        )!["claims"]!.AsArray();
        Assert.Equal(ids.Count / 2, doubts.Count);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_change_found_before_the_check_is_due_stays_in_doubt_when_the_recheck_is_cancelled(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        var review = await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "90 became 70.");
        Assert.Equal(
            (Freshness.Due, Stage.RecheckDue),
            ((await desk.ClaimAsync(id)).FreshnessAt(desk.Now), (await desk.ClaimAsync(id)).Stage)
        );

        var cancelled = await desk.WithEngineAsync(engine => engine.CancelAsync(review, "Not now.", Eve, CancellationToken.None));

        Assert.True(cancelled.IsOk, cancelled.Refusal?.Message);
        var claim = await desk.ClaimAsync(id);
        Assert.NotNull(claim.InDoubtSince);
        Assert.Equal((Freshness.Due, Stage.Published, false), (claim.FreshnessAt(desk.Now), claim.Stage, claim.UnderRecheck));

        // Soon it is looked at again.
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromHours(2)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Check_due_is_never_said_beside_a_date_to_come_without_why(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var next = Moment.Text((await desk.ClaimAsync(id)).NextCheckDueAt!.Value);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var reader = desk.Browser();

        // A look by hand makes nothing due: it is fresh until the look has found something.
        await desk.DoDueAsync<ArchiveJob>();
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Look now");
        var asked = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Contains($"Next check due {next}", asked.Text, StringComparison.Ordinal);
        Assert.Contains("1 source to be looked at now", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Freshness: Fresh", asked.Text, StringComparison.Ordinal);

        site.Write("/port", "The port handled 70 ships a week in July.");
        await desk.LookAsync();
        foreach (var (who, path) in new[] { (ada, $"/desk/claims/{id}"), (reader, $"/claims/{id}") })
        {
            var page = await who.OpenAsync(path);
            Assert.Contains("Freshness: Check due", page.Text, StringComparison.Ordinal);
            Assert.Contains(
                $"now, since it is in doubt; by the usual pause it would be {next}",
                page.Text,
                StringComparison.Ordinal
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_decision_made_on_a_page_that_showed_less_leaves_what_came_later(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        var id = await PublishedAsync(desk);
        await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "90 became 70 below.", stands: true);
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
        var page = await eve.OpenAsync($"/desk/claims/{id}");
        Assert.Contains("90 became 70 below.", page.Html.QuerySelector("#doubt")!.TextContent, StringComparison.Ordinal);

        await desk.ChangeClaimAsync(
            id,
            claim => new Result(
                claim
                    .Raise(
                        FindingKind.Changed,
                        claim.Evidence[0],
                        "The heading above it is another.",
                        desk.Now,
                        new SeenPassage(Stands: true)
                    )
                    .Refusal
            )
        );
        var decided = await eve.SubmitAsync(page, new() { ["fields[decision]"] = "Confirm" }, button: "Decide");

        Assert.Contains("The verdict was found to hold, and stays in doubt", decided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("verified as of now", decided.Text, StringComparison.Ordinal);
        var claim = await desk.ClaimAsync(id);
        Assert.Equal("The heading above it is another.", Assert.Single(claim.OpenFindings).Words);
        Assert.Equal(Freshness.Due, claim.FreshnessAt(desk.Now));
        Assert.Equal("eve", claim.Findings.Single(f => f.SettledAt is not null).SettledBy);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_new_version_ends_what_its_approver_read(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "90 became 70 below.", stands: true);
        await desk.MustDecideAsync(id, Ada, "NewVerdict");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "The port counted anew."));
        Assert.NotNull((await desk.ClaimAsync(id)).InDoubtSince);

        await desk.MustDecideAsync(id, Eve, "Approve");

        var claim = await desk.ClaimAsync(id);
        Assert.Null(claim.InDoubtSince);
        Assert.Equal(
            (Settlement.NewVersion, Freshness.Fresh),
            (Assert.Single(claim.Findings).SettledHow!.Value, claim.FreshnessAt(desk.Now))
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_carries_the_doubt_and_an_old_one_raises_what_was_open(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "90 became 70.");
        var export = (await desk.Database.RunAsync("export")).Out;

        await using var elsewhere = await Database.CreateAsync(kind);
        await elsewhere.FeedAsync(export, "import", "--ndjson");
        Assert.Equal(export, (await elsewhere.RunAsync("export")).Out);
        Assert.Contains(",true,Due,2", (await elsewhere.RunAsync("export", "--format", "csv")).Out, StringComparison.Ordinal);

        var old = string.Join('\n', export.Split('\n').Select(WithoutFindings));
        Assert.DoesNotContain("findings", old, StringComparison.Ordinal);
        await using var older = await Database.CreateAsync(kind);
        await older.FeedAsync(old, "import", "--ndjson");
        Assert.Contains(",true,Due,2", (await older.RunAsync("export", "--format", "csv")).Out, StringComparison.Ordinal);
        Assert.Contains("90 became 70.", (await older.RunAsync("export")).Out, StringComparison.Ordinal);

        // Whatever an export says of doubt, a finding that nobody settled is one.
        var mended = string.Join('\n', export.Split('\n').Select(WithoutDoubt));
        await using var third = await Database.CreateAsync(kind);
        await third.FeedAsync(mended, "import", "--ndjson");
        Assert.Equal(export, (await third.RunAsync("export")).Out);
    }

    private static string WithoutDoubt(string line)
    {
        if (line.Length == 0)
            return line;
        var row = JsonNode.Parse(line)!.AsObject();
        row.Remove("inDoubtSince");
        row.Remove("lastFoundAt");
        return row.ToJsonString();
    }

    private static string WithoutFindings(string line)
    {
        if (line.Length == 0)
            return line;
        var row = JsonNode.Parse(line)!.AsObject();
        row.Remove("findings");
        row.Remove("inDoubtSince");
        return row.ToJsonString();
    }

    private static async Task<long> PublishedAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync($"The port handles 90 ships a week ({Guid.NewGuid():N}).");
        await desk.AddEvidenceAsync(id, "port", "http://127.0.0.1:9/july", Quote, watched: true);
        await desk.PublishAsync(id, addEvidence: false);
        return id;
    }

    private static async Task<long> AddAsync(DeskApp desk, int dueInDays, int staleInDays, bool doubt, bool recheck)
    {
        var id = await desk.AddPublishedClaimAsync($"The dam is full ({Guid.NewGuid():N}).", "true");
        await desk.ChangeClaimAsync(
            id,
            claim =>
            {
                if (doubt)
                    claim.Raise(FindingKind.Changed, claim.Evidence[0], "It reads otherwise.", desk.Now);
                return recheck ? new Result(claim.BeginRecheck(desk.Now).Refusal) : Result.Ok;
            }
        );
        await desk.QueryAsync(db =>
            db.Claims.Where(c => c.Id == id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(c => c.NextCheckDueAt, desk.Now.AddDays(dueInDays))
                        .SetProperty(c => c.StaleAt, desk.Now.AddDays(staleInDays))
                )
        );
        return id;
    }
}
