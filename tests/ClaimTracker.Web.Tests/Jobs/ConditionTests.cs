using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>A watched figure that changes within its condition verifies in its own words; what meets it is found.</summary>
public sealed class ConditionTests
{
    private const string Wording = "The army has lost fewer than 1,000,000 soldiers.";
    private const string Quote = "The army has lost 950,000 soldiers.";
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Below_the_limit_it_is_verified_and_said_so_everywhere_and_never_called_unchanged(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await WatchedAsync(desk, site);
        using var reader = desk.Browser();
        Assert.Contains(
            "Watched: its figure may change as long as it is below 1,000,000.",
            (await reader.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
        site.Write("/losses", "Figures of the day.", Quote.Replace("950,000", "997,120", StringComparison.Ordinal));

        Assert.Equal(1, await desk.LookAsync(Month));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (Verifier.Machine, Freshness.Fresh, false),
            (claim.LastVerifier!.Value, claim.FreshnessAt(desk.Now), claim.UnderRecheck)
        );
        Assert.Equal("now 997,120, below 1,000,000", claim.Evidence.Single().Within);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        var page = (await reader.OpenAsync($"/claims/{id}")).Text;
        Assert.Contains("As last read: now 997,120, below 1,000,000.", page, StringComparison.Ordinal);
        Assert.Contains(
            "a passage reads differently in what is not counted as a change: now 997,120, below 1,000,000.",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("still say the same", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", page, StringComparison.Ordinal);
        var api = await reader.Http.GetStringAsync(
            new Uri($"/api/claims/{id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain("unchanged", api, StringComparison.Ordinal);
        var json = JsonNode.Parse(api)!;
        Assert.Equal("within-condition", (string?)json["claim"]!["freshness"]!["lastAttemptOutcome"]);
        Assert.Equal("within-condition", (string?)json["rechecks"]![0]!["outcome"]);
        var evidence = json["versions"]![0]!["evidence"]![0]!;
        Assert.Equal(
            ("passes", 1_000_000, "now 997,120, below 1,000,000"),
            ((string?)evidence["condition"], (double)evidence["conditionLimit"]!, (string?)evidence["within"])
        );

        // It stands as it did again, and that is said again.
        site.Write("/losses", "Figures of the day.", Quote);
        Assert.Equal(1, await desk.LookAsync(2 * Month));
        var again = await desk.ClaimAsync(id);
        Assert.Equal((null, false), (again.Evidence.Single().Within, again.LastAttemptWithin));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task At_the_limit_it_is_a_finding(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await WatchedAsync(desk, site);
        site.Write("/losses", "Figures of the day.", Quote.Replace("950,000", "1,000,300", StringComparison.Ordinal));

        await desk.LookAsync(Month);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (RecheckOutcome.Changed, PassageLoss.Differs, true),
            (claim.LastAttemptOutcome!.Value, claim.Evidence.Single().Loss!.Value, claim.UnderRecheck)
        );
        Assert.NotNull(claim.InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_form_takes_a_limit_that_the_claim_turns_on_and_no_other(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/losses", "Figures of the day.", Quote);
        var id = await desk.AddClaimAsync(Wording);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var refused = await AddAsync(ada, id, site, "Passes", "900,000");
        Assert.Contains("is not below 900,000", refused.Text, StringComparison.Ordinal);
        Assert.Equal("900,000", refused.Html.QuerySelector("[name='Evidence.Limit']")!.GetAttribute("value"));
        Assert.Contains(
            "The claim does not turn on 990,000: its words set 1,000,000.",
            (await AddAsync(ada, id, site, "Passes", "990,000")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("is no number", (await AddAsync(ada, id, site, "Percent", "a few")).Text, StringComparison.Ordinal);
        foreach (var much in new[] { "100", "100 %", "5000", "51", "0", "-3" })
            Assert.Contains("at most 50", (await AddAsync(ada, id, site, "Percent", much)).Text, StringComparison.Ordinal);
        Assert.Empty((await desk.ClaimAsync(id)).Evidence);

        Assert.Contains("below 1,000,000", (await AddAsync(ada, id, site, "Passes", "1,000,000")).Text, StringComparison.Ordinal);
        var evidence = Assert.Single((await desk.ClaimAsync(id)).Evidence);
        Assert.Equal((WatchCondition.Passes, 1_000_000), (evidence.Condition, evidence.ConditionLimit!.Value));

        // Neither is it changed beneath the verdict, nor does the wording turn away from it.
        await Assert.ThrowsAnyAsync<Exception>(() => desk.DamageAsync("UPDATE evidence SET condition_limit = 2000000"));
        var reworded = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["wording"] = "The army has lost fewer than 2,000,000 soldiers." },
            button: "Fix it"
        );
        Assert.Contains("The claim does not turn on 1,000,000", reworded.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_carries_conditions_and_what_was_within_them(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await WatchedAsync(desk, site);
        site.Write("/losses", "Figures of the day.", Quote.Replace("950,000", "997,120", StringComparison.Ordinal));
        await desk.LookAsync(Month);
        var export = (await desk.Database.RunAsync("export")).Out;

        await using var elsewhere = await Database.CreateAsync(kind);
        await elsewhere.FeedAsync(export, "import", "--ndjson");

        Assert.Equal(Exported.WithoutDue(export), Exported.WithoutDue((await elsewhere.RunAsync("export")).Out));
        Assert.Contains("\"conditionLimit\":1000000", export, StringComparison.Ordinal);
        Assert.Contains("\"lastAttemptWithin\":true", export, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_import_brings_a_condition_that_no_form_takes(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await WatchedAsync(desk, site);
        var export = (await desk.Database.RunAsync("export")).Out;
        const string Passes = "\"condition\":\"Passes\",\"conditionLimit\":1000000";
        Assert.Contains(Passes, export, StringComparison.Ordinal);

        foreach (
            var condition in new[]
            {
                "\"condition\":\"Percent\",\"conditionLimit\":100",
                "\"condition\":\"Percent\",\"conditionLimit\":0",
                "\"condition\":\"Percent\"",
                "\"condition\":\"Any\",\"conditionLimit\":5",
            }
        )
        {
            await using var elsewhere = await Database.CreateAsync(kind);
            var told = await elsewhere.FeedAsync(
                export.Replace(Passes, condition, StringComparison.Ordinal),
                "import",
                "--ndjson"
            );
            Assert.NotEqual(0, told.Code);
            Assert.Contains("the condition of number 1 is none", told.Error, StringComparison.Ordinal);
        }
    }

    private static Task<DeskPage> AddAsync(DeskBrowser ada, long id, SourceSite site, string condition, string limit) =>
        ada.SubmitAsync(
            $"/desk/claims/{id}",
            new()
            {
                ["Evidence.Source"] = "The general staff",
                ["Evidence.Address"] = site.Url("/losses"),
                ["Evidence.Quote"] = Quote,
                ["Evidence.Stance"] = "Supports",
                ["Evidence.Group"] = "staff",
                ["Evidence.Watched"] = "true",
                ["Evidence.Condition"] = condition,
                ["Evidence.Limit"] = limit,
            },
            button: "Add evidence"
        );

    private static async Task<long> WatchedAsync(DeskApp desk, SourceSite site)
    {
        site.Write("/losses", "Figures of the day.", Quote);
        var id = await desk.AddClaimAsync(Wording);
        await desk.ChangeClaimAsync(
            id,
            claim =>
                claim.AddEvidence(
                    new Evidence("The general staff", site.Url("/losses"), Quote, Stance.Supports, "staff", "ada", desk.Now)
                    {
                        Watched = true,
                        Condition = WatchCondition.Passes,
                        ConditionLimit = 1_000_000,
                    },
                    desk.Now
                )
        );
        await desk.PublishAsync(id, addEvidence: false);
        await desk.DoDueAsync<ArchiveJob>();
        return id;
    }
}
