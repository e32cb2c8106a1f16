using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Transfer;

/// <summary>
/// An export that was changed by hand: what disagrees with itself is refused by its line, and what it says of doubt and of dates
/// holds only as far as its rows and the policy here give it.
/// </summary>
public sealed class ImportAgreementTests
{
    private const string FarOff = "2099-01-01T00:00:00Z";

    private static readonly Dictionary<string, (Action<JsonNode> Change, string Word)> Disagreements = new()
    {
        ["a rating that its version does not give"] = (c => c["rating"] = "false", "rating: "),
        ["a version that is not the published one"] = (c => c["verdictVersion"] = 1, "verdictVersion: "),
        ["published without a version"] = (
            c => (c["verdicts"], c["corrections"]) = (new JsonArray(), new JsonArray()),
            "publication: "
        ),
        ["unpublished with a published version"] = (c => c["publication"] = "Unpublished", "publication: "),
        ["retracted with a published version"] = (c => c["publication"] = "Retracted", "publication: "),
        ["a version that was only proposed"] = (c => Version(c, 1)["status"] = "Proposed", "not decided"),
        ["two published versions"] = (c => Version(c, 0)["status"] = "Published", "came after it"),
        ["all superseded"] = (c => Version(c, 1)["status"] = "Superseded", "superseded"),
        ["one number twice"] = (c => Version(c, 1)["version"] = 1, "two of version 1"),
        ["published and never so"] = (c => Version(c, 1)["publishedAt"] = null, "was not published"),
        ["held to less than nothing"] = (c => Version(c, 1)["minimumGroups"] = -5, "less than nothing"),
        ["evidence that is not there"] = (c => Version(c, 1)["standsOn"] = new JsonArray(7), "stands on evidence"),
        ["a typo with another rating"] = (c => Version(c, 0)["rating"] = "false", "a typo changes none"),
        ["a correction with another rating"] = (
            c => (c["corrections"]![0]!["kind"], c["corrections"]![0]!["fromRating"]) = ("Corrected", "false"),
            "corrections: "
        ),
        ["a retraction that leads to a version"] = (c => c["corrections"]![0]!["kind"] = "Retracted", "corrections: "),
        ["a pause of a century"] = (c => c["checkEvery"] = "36500.00:00:00", "checkEvery: "),
        ["a person every century"] = (c => c["personEvery"] = "36500.00:00:00", "personEvery: "),
        ["verified by nobody"] = (c => c["lastVerifier"] = null, "lastVerifiedAt, lastVerifier: "),
        ["verified at no time"] = (c => c["lastVerifiedAt"] = null, "lastVerifiedAt, lastVerifier: "),
        ["verified when nothing found so"] = (c => c["lastVerifiedAt"] = FarOff, "found so then"),
        ["published before it was proposed"] = (c => Version(c, 0)["proposedAt"] = FarOff, "before it was proposed"),
        ["ended before it began"] = (c => Version(c, 0)["closedAt"] = "2001-01-01T00:00:00Z", "before it began"),
        ["checks below none"] = (c => c["unchangedChecks"] = -1, "below 0"),
    };

    public static TheoryData<string> Names => [.. Disagreements.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task What_disagrees_with_itself_is_refused_with_its_line(string name)
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        var (change, word) = Disagreements[name];
        var export = await ExportAsync(DatabaseKind.Sqlite, change);

        var answer = await database.FeedAsync(export, "import", "--ndjson");

        Assert.Equal(1, answer.Code);
        Assert.Contains("\"claims\":0,", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\"refused\":1", answer.Out, StringComparison.Ordinal);
        var line = Array.FindIndex(export.Split('\n'), l => l.Contains("\"type\":\"claim\"", StringComparison.Ordinal)) + 1;
        Assert.Contains($"stdin:{line}: claim ", answer.Error, StringComparison.Ordinal);
        Assert.Contains(word, answer.Error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_version_whose_evidence_was_withdrawn_comes_in_in_doubt(DatabaseKind kind)
    {
        var claim = await ImportedAsync(
            kind,
            c =>
            {
                foreach (var source in c["evidence"]!.AsArray())
                {
                    (source!["withdrawnAt"], source["withdrawnBy"]) = (c["publishedAt"]!.DeepClone(), "ada");
                }
            }
        );

        Assert.Equal(FindingKind.BelowMinimum, Assert.Single(claim.OpenFindings).Kind);
        Assert.NotNull(claim.InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_version_held_to_more_than_it_stands_on_comes_in_in_doubt(DatabaseKind kind) =>
        Assert.NotNull((await ImportedAsync(kind, c => Version(c, 1)["minimumGroups"] = 9)).InDoubtSince);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_version_that_counts_a_lost_passage_comes_in_in_doubt(DatabaseKind kind)
    {
        var claim = await ImportedAsync(
            kind,
            c =>
            {
                foreach (var source in c["evidence"]!.AsArray())
                    (source!["loss"], source["lostSince"]) = ("Missing", c["publishedAt"]!.DeepClone());
            }
        );

        Assert.Contains(claim.OpenFindings, f => f.Kind == FindingKind.Missing);
        Assert.NotNull(claim.InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_date_comes_in_later_than_the_policy_gives(DatabaseKind kind)
    {
        var claim = await ImportedAsync(
            kind,
            c =>
            {
                string[] dates = ["nextCheckDueAt", "nextAttemptAt", "staleAt", "personDueAt", "personStaleAt", "recheckDueAt"];
                foreach (var date in dates)
                    c[date] = FarOff;
                (c["verdictIssuedAt"], c["unchangedChecks"]) = (FarOff, 1_000_000);
            }
        );

        var policy = new ClaimTracker.Web.Settings.RecheckSettings().Default;
        Assert.True(claim.NextCheckDueAt <= claim.LastVerifiedAt + policy.PersonEvery);
        Assert.True(claim.NextAttemptAt <= claim.LastVerifiedAt + policy.PersonEvery);
        Assert.True(claim.StaleAt <= claim.NextCheckDueAt + policy.StaleAfter);
        Assert.True(claim.PersonDueAt <= claim.LastPersonAt + policy.PersonEvery);
        Assert.True(claim.PersonStaleAt <= claim.PersonDueAt + policy.StaleAfter);
        Assert.True(claim.RecheckDueAt < new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(claim.PublishedVerdict!.PublishedAt, claim.VerdictIssuedAt);
        Assert.Null(claim.InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_agrees_comes_in_as_it_was(DatabaseKind kind)
    {
        var export = await ExportAsync(kind, _ => { });
        await using var elsewhere = await Database.CreateAsync(kind);
        Assert.Equal(0, (await elsewhere.FeedAsync(export, "import", "--ndjson")).Code);
        Assert.Equal(
            JsonNode.Parse(Claim(export))!.ToJsonString(),
            JsonNode.Parse(Claim((await elsewhere.RunAsync("export")).Out))!.ToJsonString()
        );
    }

    [Theory]
    [InlineData(0, "decided at another desk; no approval came with it")]
    [InlineData(1, "decided at another desk; its file names one person, which this desk did not see")]
    [InlineData(5, "decided at another desk; its file names 5 people, which this desk did not see")]
    public async Task What_was_decided_elsewhere_is_not_said_to_have_been_approved_here(int approvals, string said)
    {
        var export = await ExportAsync(
            DatabaseKind.Sqlite,
            c =>
                Version(c, 1)["approvals"] = new JsonArray([
                    .. Enumerable
                        .Range(0, approvals)
                        .Select(i => (JsonNode)new JsonObject { ["by"] = $"ghost{i}", ["at"] = c["publishedAt"]!.DeepClone() }),
                ])
        );
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await desk.Database.FeedAsync(export, "import", "--ndjson")).Code);

        await desk.AddPersonAsync("ada", Roles.Administrator);
        using var reader = desk.Browser();
        var page = await reader.OpenAsync("/claims/1");
        var json = JsonNode.Parse(await reader.Http.GetStringAsync("/api/claims/1", TestContext.Current.CancellationToken))!;

        Assert.Equal(200, page.Status);
        Assert.Contains(
            said,
            string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("none of them its author", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not its author", page.Text, StringComparison.Ordinal);
        Assert.All(json["versions"]!.AsArray(), version => Assert.True((bool)version!["imported"]!));
    }

    private static JsonNode Version(JsonNode claim, int at) => claim["verdicts"]![at]!;

    private static string Claim(string export) =>
        export.Split('\n').Single(l => l.Contains("\"type\":\"claim\"", StringComparison.Ordinal));

    private static async Task<Claim> ImportedAsync(DatabaseKind kind, Action<JsonNode> change)
    {
        var export = await ExportAsync(kind, change);
        await using var desk = await DeskApp.StartAsync(kind);
        var answer = await desk.Database.FeedAsync(export, "import", "--ndjson");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(0, (await desk.Database.RunAsync("verify")).Code);
        return await desk.QueryAsync(db =>
            db.Claims.AsNoTracking().Include(c => c.Verdicts).Include(c => c.Findings).SingleAsync()
        );
    }

    // A claim with two versions, the second of which mends a typo.
    private static async Task<string> ExportAsync(DatabaseKind kind, Action<JsonNode> change)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The port handles 90 ships a week.", "true");
        await desk.PublishAsync(id, "true", "The registry says so, in other words.", "A comma.", CorrectionKind.Typo);
        var export = (await desk.Database.RunAsync("export")).Out;
        var claim = JsonNode.Parse(Claim(export))!;
        change(claim);
        return export.Replace(Claim(export), claim.ToJsonString(), StringComparison.Ordinal);
    }
}
