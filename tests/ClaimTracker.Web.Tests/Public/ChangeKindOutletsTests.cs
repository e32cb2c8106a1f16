using System.Text.Json.Nodes;
using System.Xml.Linq;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>
/// That we were wrong, that the world moved and that only writing changed are told apart wherever a change is told.
/// </summary>
public sealed class ChangeKindOutletsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Correction_update_and_typo_are_told_apart_everywhere(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The port handles 90 ships a week.", "false");
        await desk.PublishAsync(id, "true", "The registry of June.", "We had misread it.");
        await desk.PublishAsync(id, "unproven", "The registry of July.", "It was taken back.", CorrectionKind.Updated);
        await desk.PublishAsync(id, "unproven", "The registry of July!", "A full stop.", CorrectionKind.Typo);
        using var reader = desk.Browser();

        var page = await reader.OpenAsync($"/claims/{id}");
        Assert.Contains(
            "Correction: from “False” (version 1) to “True” (version 2). We had misread it. We were wrong.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Update: from “True” (version 2) to “Unproven” (version 3).", page.Text, StringComparison.Ordinal);
        Assert.Contains("Typo: still “Unproven” (version 3 to 4).", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "It was wrong, and was corrected",
            page.Html.QuerySelector("#version-1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The world has moved on since",
            page.Html.QuerySelector("#version-2")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Only writing was changed", page.Html.QuerySelector("#version-3")!.TextContent, StringComparison.Ordinal);

        var review = JsonNode.Parse(page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
        var correction = Assert.Single(review["correction"]!.AsArray())!;
        Assert.Equal(("CorrectionComment", "We had misread it."), ((string?)correction["@type"], (string?)correction["text"]));
        Assert.Equal(
            (await desk.ClaimAsync(id)).ExpiresAt!.Value.ToString(
                "yyyy-MM-ddTHH:mm:ssZ",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            (string?)review["expires"]
        );

        var claim = JsonNode.Parse(await reader.Http.GetStringAsync($"/api/claims/{id}", TestContext.Current.CancellationToken))!;
        Assert.Equal(["typo", "updated", "corrected"], claim["corrections"]!.AsArray().Select(c => (string?)c!["kind"]));
        Assert.Equal([null, "typo", "updated", "corrected"], claim["versions"]!.AsArray().Select(v => (string?)v!["closedBy"]));
        Assert.NotNull(claim["claim"]!["freshness"]!["expiresAt"]);

        var feed = XDocument.Parse(await reader.Http.GetStringAsync("/feed", TestContext.Current.CancellationToken));
        Assert.Equal(
            ["corrected", "typo", "updated"],
            feed.Descendants(Atom + "category").Select(c => c.Attribute("term")!.Value).Order(StringComparer.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Readers_count_the_versions_that_were_public_and_the_feeds_ids_stay(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("The port handles 90 ships a week.");
        await ProposeAsync(desk, id, "Too short.");
        await desk.ChangeClaimAsync(id, claim => claim.RejectProposal("eve", "Too short.", desk.Now));
        await desk.PublishAsync(id, "false", "The registry of May.");
        await desk.PublishAsync(id, "true", "The registry of June.", "We had misread it.");
        using var reader = desk.Browser();

        var page = await reader.OpenAsync($"/claims/{id}");
        Assert.Contains("from “False” (version 1) to “True” (version 2)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("version 3", page.Text, StringComparison.OrdinalIgnoreCase);
        var claim = JsonNode.Parse(await reader.Http.GetStringAsync($"/api/claims/{id}", TestContext.Current.CancellationToken))!;
        Assert.Equal([2, 1], claim["versions"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal(2, (int)claim["claim"]!["verdict"]!["version"]!);
        var feed = await reader.Http.GetStringAsync("/feed", TestContext.Current.CancellationToken);
        Assert.Contains("version 2 is public in its place", feed, StringComparison.Ordinal);
        Assert.Contains($"/claims/{id}#v2</id>", feed, StringComparison.Ordinal);

        // A desk that it is moved to counts alike.
        var export = (await desk.Database.RunAsync("export")).Out;
        await using var other = await DeskApp.StartAsync(kind);
        Assert.Equal(0, (await other.Database.FeedAsync(export, "import", "--ndjson")).Code);
        Assert.Equal(2, (await other.ClaimAsync(1)).VerdictNumber);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task That_an_attempt_failed_is_not_said_any_more_once_a_later_check_succeeded(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The port handles 90 ships a week.", "true");
        using var reader = desk.Browser();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.ChangeClaimAsync(
            id,
            claim =>
            {
                claim.NoteAttempt(RecheckOutcome.Unreachable, [], "", new RecheckPolicy(), desk.Now);
                return Result.Ok;
            }
        );
        Assert.Contains("Last attempt", (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        await desk.ChangeClaimAsync(id, claim => claim.VerifyByPerson("eve", [], new RecheckPolicy(), desk.Now));

        Assert.DoesNotContain("Last attempt", (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        var claim = JsonNode.Parse(await reader.Http.GetStringAsync($"/api/claims/{id}", TestContext.Current.CancellationToken))!;
        Assert.Null(claim["claim"]!["freshness"]!["lastAttemptOutcome"]);
    }

    private static Task ProposeAsync(DeskApp desk, long id, string rationale) =>
        desk.ChangeClaimAsync(
            id,
            claim => new Result(claim.Propose(new VerdictProposal("true", rationale, "ada"), desk.Now).Refusal)
        );
}
