using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>
/// "Still holds": never over a passage that is gone, by no way there is; and once for all where the passage stands.
/// </summary>
public sealed class HoldingTests
{
    private const string Quote = "The strike killed 1,000 people in May.";
    private const string Changed = "The strike killed 987 people in May.";
    private const string Below =
        "Correction: an earlier version of this page gave another number of people killed in the strike in May.";
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_changed_figure_is_not_found_to_hold_and_the_task_says_what_where_and_how_to_mend_it(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await FoundAsync(desk, site, Changed);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        var said = page.Html.QuerySelector("#tasks [data-not-to-hold]")!.TextContent;
        foreach (
            var words in new[]
            {
                "“" + Quote + "”",
                site.Url("/may"),
                "was found reading differently on",
                "ask for the withdrawal",
                "propose a new version",
            }
        )
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        var refused = await ada.SubmitAsync(
            page,
            new() { ["fields[decision]"] = "StillHolds", ["fields[StillHolds:reason]"] = "I rang the ministry." },
            button: "Decide"
        );

        Assert.Contains("The verdict cannot be found to hold while it counts", refused.Text, StringComparison.Ordinal);
        Assert.Equal("I rang the ministry.", refused.Html.QuerySelector("textarea[name$='StillHolds:reason]']")!.TextContent);
        Assert.Equal("look", (await desk.OpenTaskAsync(id)).ActivityId);
        var again = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Equal("I rang the ministry.", again.Html.QuerySelector("textarea[name$='StillHolds:reason]']")!.TextContent);
        await DoubtedAsync(desk, id);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_other_way_ends_in_fresh_over_a_passage_that_is_gone(DatabaseKind kind)
    {
        using var folder = new WorkflowFolder(
            (id, definition) =>
            {
                // A desk's own names, and one decision that verifies at once.
                if (id != "recheck")
                    return;
                var look = definition["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "look")!;
                look["decisions"]!["expression"]!["value"] = """["Fine", "NewVerdict", "Retract"]""";
                look.AsObject().Remove("holds");
                look["verifies"] = JsonNode.Parse(
                    """{"typeName":"Object","expression":{"type":"Object","value":"[\"Fine\"]"}}"""
                );
                definition["root"]!["connections"]!.AsArray().Single(c => (string?)c!["source"]!["port"] == "StillHolds")![
                    "source"
                ]!["port"] = "Fine";
            }
        );
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        var id = await FoundAsync(desk, site, "Nothing of the kind stands here any more.");

        Assert.Equal("passage-lost", (await desk.DecideAsync(id, Ada, "Fine", await desk.ReadFindingsAsync(id))).Refusal?.Code);
        await desk.MustDecideAsync(id, Ada, "Retract", Reason("It cannot stand."));
        Assert.Equal("passage-lost", (await desk.DecideAsync(id, Eve, "Keep", await desk.ReadFindingsAsync(id))).Refusal?.Code);

        var review = await desk.QueryAsync(db => db.Reviews.OrderBy(r => r.Id).Select(r => r.Id).LastAsync());
        Assert.True(
            (await desk.WithEngineAsync(engine => engine.CancelAsync(review, "Later.", Eve, CancellationToken.None))).IsOk
        );
        await DoubtedAsync(desk, id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Have it re-checked");
        Assert.Equal("passage-lost", (await desk.DecideAsync(id, Ada, "Fine", await desk.ReadFindingsAsync(id))).Refusal?.Code);
        await DoubtedAsync(desk, id);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task It_holds_once_the_withdrawal_of_the_passage_is_confirmed_and_what_is_left_suffices(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/june", Quote);
        var id = await FoundAsync(desk, site, Changed, site.Url("/june"));
        var evidence = (await desk.ClaimAsync(id)).OpenFindings.Single().EvidenceId!.Value;
        Assert.True(
            (
                await EditAsync(
                    desk,
                    edits => edits.WithdrawEvidenceAsync(id, evidence, "It reads 987 now.", Ada, CancellationToken.None)
                )
            ).IsOk
        );
        Assert.Equal("passage-lost", (await desk.DecideAsync(id, Ada, "StillHolds")).Refusal?.Code);
        Assert.True(
            (
                await desk.InScopeAsync(services =>
                    services
                        .GetRequiredService<TaskDecider>()
                        .DecideWithdrawalAsync(id, evidence, confirmed: true, Eve, CancellationToken.None)
                )
            ).IsOk
        );
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        await desk.MustDecideAsync(id, Eve, "Confirm", await desk.ReadFindingsAsync(id));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Freshness.Fresh, null), (claim.FreshnessAt(desk.Now), claim.InDoubtSince));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_person_who_still_finds_the_first_page_cannot_confirm_what_was_lost_since(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await FoundAsync(desk, site, Quote, Below);
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        var read = await desk.ReadFindingsAsync(id);
        site.Write("/may", Changed);
        await LookedAtByHandAsync(desk, id);

        Assert.Equal("passage-lost", (await desk.DecideAsync(id, Eve, "Confirm", read)).Refusal?.Code);
        await DoubtedAsync(desk, id);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Where_the_passage_stands_the_page_as_read_is_kept_and_the_next_look_does_not_raise_it_again(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await FoundAsync(desk, site, Quote, Below);
        var before = (await desk.ClaimAsync(id)).Evidence.Single().SnapshotId;
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
        var confirmed = await eve.SubmitAsync($"/desk/claims/{id}", new() { ["fields[decision]"] = "Confirm" }, button: "Decide");

        Assert.Contains("Decided: Confirm. The verdict is verified as of now.", confirmed.Text, StringComparison.Ordinal);
        var kept = await desk.QueryAsync(db =>
            db.Set<KeptPage>()
                .AsNoTracking()
                .Include(k => k.Finding)
                .Include(k => k.Evidence)
                    .ThenInclude(e => e.Snapshot)
                .SingleAsync()
        );
        Assert.Equal(("eve", before), (kept.By, kept.FormerId));
        Assert.Equal((kept.Finding.PageId, true), (kept.Evidence.SnapshotId, kept.Finding.Stands));
        Assert.Contains(
            "Correction",
            System.Text.Encoding.UTF8.GetString(kept.Evidence.Snapshot!.Content),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(kept.Evidence.Places!.All);
        Assert.Equal(Freshness.Fresh, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));

        await desk.LookAsync(2 * Month);
        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (Verifier.Machine, RecheckOutcome.Unchanged, null),
            (claim.LastVerifier!.Value, claim.LastAttemptOutcome!.Value, claim.InDoubtSince)
        );
        Assert.False(claim.UnderRecheck);

        // What is changed on that page afterwards is found as ever.
        site.Write("/may", Changed, Below);
        await desk.LookAsync(4 * Month);
        Assert.Equal(PassageLoss.Differs, (await desk.ClaimAsync(id)).Evidence.Single().Loss);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_carries_what_is_lost_and_the_pages_that_took_the_place_of_kept_ones(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await FoundAsync(desk, site, Quote, Below);
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        await desk.MustDecideAsync(id, Eve, "Confirm", await desk.ReadFindingsAsync(id));
        site.Write("/may", Changed);
        await desk.LookAsync(2 * Month);
        var export = (await desk.Database.RunAsync("export")).Out;

        await using var elsewhere = await Database.CreateAsync(kind);
        await elsewhere.FeedAsync(export, "import", "--ndjson");

        Assert.Equal(Exported.WithoutDue(export), Exported.WithoutDue((await elsewhere.RunAsync("export")).Out));
        Assert.Contains("\"loss\":\"differs\"", export, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"keptPages\":[{\"source\":0,\"after\":0,\"former\":{", export, StringComparison.Ordinal);
    }

    // A claim that stood on the page as it was kept, and a look that then found it written anew.
    private static async Task<long> FoundAsync(DeskApp desk, SourceSite site, string now, string? also = null)
    {
        var isUrl = also?.StartsWith("http", StringComparison.Ordinal) == true;
        site.Write("/may", Quote);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await desk.AddWatchedClaimAsync(Quote, isUrl ? [site.Url("/may"), also!] : [site.Url("/may")]);
        await desk.DoDueAsync<ArchiveJob>();
        site.Write("/may", isUrl || also is null ? [now] : [now, also]);
        await desk.LookAsync(Month);
        Assert.True((await desk.ClaimAsync(id)).UnderRecheck);
        return id;
    }

    private static async Task LookedAtByHandAsync(DeskApp desk, long id)
    {
        await desk.InScopeAsync(services => services.GetRequiredService<ClaimLooks>().LookNowAsync(id, CancellationToken.None));
        await desk.LookAsync(TimeSpan.FromMinutes(2));
    }

    private static Task<T> EditAsync<T>(DeskApp desk, Func<ClaimEdits, Task<T>> edit) =>
        desk.InScopeAsync(services => edit(services.GetRequiredService<ClaimEdits>()));

    private static async Task DoubtedAsync(DeskApp desk, long id)
    {
        var claim = await desk.ClaimAsync(id);
        Assert.NotNull(claim.InDoubtSince);
        Assert.NotEqual(Freshness.Fresh, claim.FreshnessAt(desk.Now));
        using var reader = desk.Browser();
        var json = JsonNode.Parse(
            await reader.Http.GetStringAsync(
                new Uri($"/api/claims/{id}", UriKind.Relative),
                TestContext.Current.CancellationToken
            )
        )!;
        Assert.NotEqual("fresh", (string?)json["claim"]!["freshness"]!["state"]);
        Assert.Contains("In doubt", (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
    }
}
