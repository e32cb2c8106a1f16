using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>
/// Wherever a public verdict is given out, a claim in doubt is said to be: each outlet is asked what it says of one claim in
/// doubt, corrected before, and of one that is not.
/// </summary>
public sealed class DoubtOutletsTests
{
    private const string Doubtful = "The port handles 90 ships a week.";
    private const string Sound = "The harbour employs 400 people.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Every_outlet_says_which_verdict_is_in_doubt(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var (doubtful, sound) = (
            await desk.AddPublishedClaimAsync(Doubtful, "false"),
            await desk.AddPublishedClaimAsync(Sound, "false")
        );
        foreach (var id in new[] { doubtful, sound })
            await desk.PublishAsync(id, "true", "The registry of June says so.", "We had misread it.");
        var (repeatsDoubtful, repeatsSound) = (await RepeatAsync(desk, doubtful), await RepeatAsync(desk, sound));
        await desk.ChangeClaimAsync(
            doubtful,
            claim => new Result(claim.Raise(FindingKind.Changed, claim.Evidence[0], "90 became 70.", desk.Now).Refusal)
        );

        using var reader = desk.Browser();
        var articles = await desk.QueryAsync(db =>
            db.Appearances.Where(a => a.ClaimId == doubtful || a.ClaimId == sound)
                .ToDictionaryAsync(a => a.ClaimId, a => a.ArticleId)
        );
        foreach (var (id, wording, repeats) in new[] { (doubtful, Doubtful, repeatsDoubtful), (sound, Sound, repeatsSound) })
        {
            Dictionary<string, string> said = new()
            {
                ["board"] = (await reader.OpenAsync("/"))
                    .Html.QuerySelectorAll(".card")
                    .Single(c => c.TextContent.Contains(wording, StringComparison.Ordinal))
                    .TextContent,
                ["page"] = (await reader.OpenAsync($"/claims/{id}")).Text,
                ["preview"] = (await reader.OpenAsync($"/claims/{id}"))
                    .Html.QuerySelector("meta[property='og:description']")!
                    .GetAttribute("content")!,
                ["page's ClaimReview"] = (await reader.OpenAsync($"/claims/{id}"))
                    .Html.QuerySelector("script[type='application/ld+json']")!
                    .TextContent,
                ["page of what repeats it"] = (await reader.OpenAsync($"/claims/{repeats}")).Text,
                ["corrections"] = (await reader.OpenAsync("/corrections"))
                    .Html.QuerySelectorAll(".card")
                    .Single(c => c.TextContent.Contains(wording, StringComparison.Ordinal))
                    .TextContent,
                ["article"] = (await reader.OpenAsync($"/articles/{articles[id]}")).Text,
                ["API's list"] = Of(await JsonAsync(reader, "/api/claims"), "claims", c => (long)c["id"]! == id),
                ["API"] = (await JsonAsync(reader, $"/api/claims/{id}"))["claim"]!.ToJsonString(),
                ["API's ClaimReviews"] = Of(
                    await JsonAsync(reader, "/api/claimreview"),
                    "dataFeedElement",
                    c => (string?)c["claimReviewed"] == wording
                ),
                ["CSV"] = await LineAsync(desk, "csv", wording),
                ["exported ClaimReview"] = await LineAsync(desk, "claimreview", wording),
            };
            var entries = (await reader.Http.GetStringAsync("/feed", TestContext.Current.CancellationToken))
                .Split("<entry>")
                .Where(e => e.Contains(wording, StringComparison.Ordinal))
                .ToList();
            said["feed"] = Assert.Single(entries, e => e.Contains("#correction-", StringComparison.Ordinal));

            // The version before is public no more: of it is said what came in its place, and how that stands.
            said["feed of the version before"] = Assert.Single(entries, e => e.Contains("#v1", StringComparison.Ordinal));
            Assert.Contains("False (superseded)", said["feed of the version before"], StringComparison.Ordinal);
            Assert.Contains("version 2 is public in its place", said["feed of the version before"], StringComparison.Ordinal);
            var versions = (await JsonAsync(reader, $"/api/claims/{id}"))["versions"]!.AsArray();
            said["API's version"] = versions.Single(v => (int)v!["version"]! == 2)!.ToJsonString();
            Assert.Equal("superseded", (string?)versions.Single(v => (int)v!["version"]! == 1)!["status"]);
            foreach (var version in new[] { 1, 2 })
            {
                said[$"page's history of version {version}"] = (await reader.OpenAsync($"/claims/{id}"))
                    .Html.QuerySelector($"#version-{version} p")!
                    .TextContent;
            }

            foreach (var (outlet, words) in said)
            {
                var isSaid =
                    words.Contains("in doubt", StringComparison.OrdinalIgnoreCase)
                    || words.Contains("\"inDoubtSince\":\"", StringComparison.Ordinal)
                    || (outlet == "CSV" && words.Contains($"true,Due,{desk.Now:yyyy-MM-dd}", StringComparison.Ordinal));
                Assert.True(isSaid == (id == doubtful), $"{outlet} of {wording}: {words}");
            }
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_older_version_is_given_out_without_what_became_of_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var (twice, retracted) = (
            await desk.AddPublishedClaimAsync(Doubtful, "false"),
            await desk.AddPublishedClaimAsync(Sound, "false")
        );
        await desk.PublishAsync(twice, "true", "The registry of June says so.", "We had misread it.");
        await desk.PublishAsync(twice, "unproven", "The registry took it back.", "It was taken back.");
        await desk.PublishAsync(retracted, "true", "The registry of June says so.", "We had misread it.");
        await desk.ChangeClaimAsync(retracted, claim => claim.Retract("It was no count at all.", "eve", desk.Now));
        using var reader = desk.Browser();

        var entries = (await reader.Http.GetStringAsync("/feed", TestContext.Current.CancellationToken)).Split("<entry>");
        string Of(string wording, string id) =>
            Assert.Single(
                entries,
                e => e.Contains(wording, StringComparison.Ordinal) && e.Contains(id, StringComparison.Ordinal)
            );
        var cards = (await reader.OpenAsync("/corrections")).Html.QuerySelectorAll(".card").Select(c => c.TextContent).ToList();

        Assert.Contains("False (superseded)", Of(Doubtful, "#v1<"), StringComparison.Ordinal);
        Assert.Contains("version 3 is public in its place", Of(Doubtful, "#v1<"), StringComparison.Ordinal);
        Assert.Contains("False (no longer stands)", Of(Sound, "#v1<"), StringComparison.Ordinal);
        Assert.Single(entries, e => e.Contains("to True (superseded)", StringComparison.Ordinal));
        Assert.Single(entries, e => e.Contains("to True (no longer stands)", StringComparison.Ordinal));
        Assert.Single(cards, c => c.Contains("version 3 is public in its place", StringComparison.Ordinal));
        Assert.Single(cards, c => c.Contains("no longer stands", StringComparison.Ordinal));
    }

    private static async Task<long> RepeatAsync(DeskApp desk, long id)
    {
        var repeats = await desk.AddPublishedClaimAsync($"It is said of claim {id}.", "true");
        await desk.QueryAsync(db =>
            db.CommitAsync(
                "prepare",
                Right.Work,
                async _ =>
                {
                    var target = await db.Claims.SingleAsync(c => c.Id == id);
                    var claim = await db
                        .Claims.Include(c => c.Verdicts)
                            .ThenInclude(v => v.Authors)
                        .SingleAsync(c => c.Id == repeats);
                    return claim.LinkTo(target, new Actor("someone else", new HashSet<string> { Roles.Editor }), desk.Now);
                },
                CancellationToken.None
            )
        );
        return repeats;
    }

    private static async Task<JsonNode> JsonAsync(DeskBrowser reader, string address) =>
        JsonNode.Parse(await reader.Http.GetStringAsync(address, TestContext.Current.CancellationToken))!;

    private static string Of(JsonNode list, string name, Func<JsonNode, bool> isIt) =>
        list[name]!.AsArray().Single(c => isIt(c!))!.ToJsonString();

    private static async Task<string> LineAsync(DeskApp desk, string format, string wording) =>
        (await desk.Database.RunAsync("export", "--format", format))
            .Out.Split('\n')
            .Single(l => l.Contains(wording, StringComparison.Ordinal));
}
