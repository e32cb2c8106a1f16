using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class QueueFilterPageTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Each_filter_lets_through_what_it_says_and_they_combine(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        var ships = await desk.AddClaimAsync("There were 12 ships.", outlet: "Harbour News");
        var drones = await desk.AddClaimAsync("There were 270 drones.", "attack-count", "The Test Courier");
        var trains = await desk.AddClaimAsync("There were 40 trains.");
        await desk.StartReviewAsync(ships);
        await desk.StartReviewAsync(drones, "attack-count");
        await desk.StartReviewAsync(trains);
        await SpeakAsync(desk, drones, "President Example");
        await bea.SubmitAsync("/desk?kind=attack-count", [], button: "Take");

        async Task<string[]> Shown(string query) =>
            [
                .. (await bea.OpenAsync("/desk" + query))
                    .Html.QuerySelectorAll("[data-list] .wording")
                    .Select(e => e.TextContent.Trim())
                    .Order(StringComparer.Ordinal),
            ];

        const string Ships = "There were 12 ships.";
        const string Drones = "There were 270 drones.";
        const string Trains = "There were 40 trains.";
        Assert.Equal([Ships, Trains], await Shown(""));
        Assert.Equal([Ships, Drones, Trains], await Shown("?holder=Any"));
        Assert.Equal([Drones], await Shown("?holder=Mine"));
        Assert.Equal([Drones], await Shown("?person=bea"));
        Assert.Empty(await Shown("?holder=Somebody"));
        Assert.Equal([Ships, Trains], await Shown("?holder=FreeForMe"));
        Assert.Equal([Ships], await Shown("?q=ship"));
        Assert.Equal([Drones], await Shown("?q=drones&holder=Any"));
        Assert.Empty(await Shown("?q=drones"));
        Assert.Empty(await Shown("?q=%26%26"));
        Assert.Equal([Ships], await Shown("?outlet=Harbour+News"));
        Assert.Empty(await Shown("?outlet=Harbour+News&kind=attack-count&holder=Any"));
        Assert.Equal([Drones], await Shown("?speaker=example&holder=Any"));
        Assert.Empty(await Shown("?speaker=example%25"));
        Assert.Equal([Ships, Drones, Trains], await Shown("?stage=Researching&holder=Any"));
        Assert.Empty(await Shown("?stage=EditorReview&holder=Any"));
        Assert.Equal([Ships, Drones, Trains], await Shown("?freshness=NotPublished&holder=Any"));
        Assert.Empty(await Shown("?freshness=Stale&holder=Any"));
        Assert.Empty(await Shown("?recheck=true&holder=Any"));
        Assert.Empty(await Shown("?inDoubt=true&holder=Any"));
        Assert.Empty(await Shown("?overdue=true&holder=Any"));
        Assert.Equal([Ships, Drones, Trains], await Shown("?sort=Age&holder=Any&kind="));
        Assert.Contains(
            "“rumour” says nothing for kind",
            (await bea.OpenAsync("/desk?kind=rumour")).Html.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );

        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(Drones, await Shown("?overdue=true&holder=Any"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rechecks_and_doubts_of_public_verdicts_are_found_and_marked(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var other = await desk.AddClaimAsync("There were 12 ships.");
        var published = await desk.AddClaimAsync("The dam is full.");
        await desk.PublishAsync(published);
        await desk.StartRecheckAsync(published, RecheckOutcome.Changed, "The register gives another figure.");
        await desk.StartReviewAsync(other);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);

        foreach (var query in new[] { "?recheck=true", "?inDoubt=true", "?freshness=Due&recheck=true" })
        {
            var page = await bea.OpenAsync("/desk" + query);
            Assert.Equal(
                "The dam is full.",
                Assert.Single(page.Html.QuerySelectorAll("[data-list] .wording")).TextContent.Trim()
            );
            Assert.Contains("re-check of a public verdict", page.Text, StringComparison.Ordinal);
            Assert.Contains("1 fits", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_task_follows_its_claim_from_stage_to_stage_and_is_counted_there(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker, Roles.Editor);

        Assert.Equal("Researching (1)", StageOf(await bea.OpenAsync("/desk")));
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        Assert.Equal("Editor review (1)", StageOf(await bea.OpenAsync("/desk")));

        // Also where the stage changes while the task is open.
        await desk.ChangeClaimAsync(
            id,
            claim =>
            {
                claim.EnterStage(Stage.Escalated, desk.Now);
                return Result.Ok;
            }
        );
        Assert.Equal("Escalated (1)", StageOf(await bea.OpenAsync("/desk")));
        Assert.Single((await bea.OpenAsync("/desk?stage=Escalated")).Html.QuerySelectorAll("[data-list] .wording"));

        static string StageOf(DeskPage page) =>
            Assert.Single(page.Html.QuerySelectorAll("#stage option").Skip(1)).TextContent.Trim();
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Numbers_by_kind_and_stage_are_exact_and_others_to_a_thousand(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        var review = await desk.StartReviewAsync(id);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        await AddTasksAsync(desk, review, 999);
        var thousand = await bea.OpenAsync("/desk?overdue=true&holder=Any");
        await AddTasksAsync(desk, review, 1, "more");
        var more = await bea.OpenAsync("/desk?overdue=true&holder=Any");

        Assert.Contains("1,000 open for your roles", thousand.Text, StringComparison.Ordinal);
        Assert.Contains("999 overdue", thousand.Text, StringComparison.Ordinal);
        Assert.Contains("999 fit", thousand.Text, StringComparison.Ordinal);
        Assert.Contains("Count (1,000)", thousand.Text, StringComparison.Ordinal);
        Assert.Contains("1,001 open for your roles", more.Text, StringComparison.Ordinal);
        Assert.Contains("Count (1,001)", more.Text, StringComparison.Ordinal);
        Assert.Contains("1,000 overdue", more.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_was_passed_on_is_counted_and_shown_once_whoever_holds_both_roles(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.StartReviewAsync(id);
        await desk.QueryAsync(db => db.Tasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.EscalatedTo, Roles.Editor)));
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker, Roles.Editor);

        foreach (var who in new[] { eve, bea })
        {
            foreach (var query in new[] { "", "?stage=Researching", "?kind=count", "?sort=Age", "?sort=Deadline", "?q=ships" })
            {
                var page = await who.OpenAsync("/desk" + query);
                Assert.Single(page.Html.QuerySelectorAll("[data-list] .wording"));
                Assert.Contains("1 open for your roles", page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Every_order_is_paged_without_a_gap_and_says_why_a_task_stands_where_it_stands(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        var review = await desk.StartReviewAsync(id);
        await AddTasksAsync(desk, review, 60, days: i => i % 3 == 0 ? null : 30 - i);
        var actor = new Actor("bea", new HashSet<string> { Roles.FactChecker });

        foreach (var sort in Enum.GetValues<QueueSort>())
        {
            List<QueueItem> seen = [];
            for (QueueCursor? after = null; ; )
            {
                var page = await desk.InScopeAsync(services =>
                    services
                        .GetRequiredService<QueueQuery>()
                        .ReadAsync(actor, new QueueFilter { Sort = sort, After = after }, CancellationToken.None)
                );
                seen.AddRange(page.Tasks);
                Assert.InRange(page.Tasks.Count, 1, QueueQuery.PageSize);
                if (page.Next is null)
                    break;
                after = page.Next;
            }

            Assert.Equal(61, seen.DistinctBy(t => t.TaskId).Count());
            Assert.Equal(61, seen.Count);
            var column = sort switch
            {
                QueueSort.Stored => nameof(ReviewTask.QueueOrder),
                QueueSort.Deadline => nameof(ReviewTask.DueOrder),
                QueueSort.Age => nameof(ReviewTask.OpenedAt),
                _ => throw new InvalidOperationException($"{sort} is sorted by no column."),
            };
            Assert.Equal(
                await desk.QueryAsync(db =>
                    db.Tasks.OrderBy(t => EF.Property<DateTime>(t, column)).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync()
                ),
                seen.Select(t => t.TaskId)
            );
        }

        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        Assert.Contains("overdue since", (await bea.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("due in", (await bea.OpenAsync("/desk?sort=Age")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_fits_behind_the_window_says_that_it_looked_no_further_and_goes_on()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var common = await desk.AddClaimAsync("There were 12 ships.");
        var rare = await desk.AddClaimAsync("There were 270 drones.", outlet: "Inland Post");
        var review = await desk.StartReviewAsync(common);
        await desk.StartReviewAsync(rare);
        await AddTasksAsync(desk, review, QueueWalks.Window, days: _ => -1);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);

        var first = await bea.OpenAsync("/desk?outlet=Inland+Post");
        Assert.Contains("None of the first 2,000 tasks", first.Text, StringComparison.Ordinal);
        Assert.Contains("none so far fit; of each role the first 2,000", first.Text, StringComparison.Ordinal);
        var second = await bea.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(
            "There were 270 drones.",
            Assert.Single(second.Html.QuerySelectorAll("[data-list] .wording")).TextContent.Trim()
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_a_filter_lets_through_is_counted_once_over_all_roles_and_up_to_a_thousand(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        var review = await desk.StartReviewAsync(id);
        await AddTasksAsync(desk, review, 99);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker, Roles.Editor);
        var kindOf = (await desk.ClaimAsync(id)).Kind;

        Assert.Contains("100 fit", (await bea.OpenAsync($"/desk?kind={kindOf}")).Text, StringComparison.Ordinal);
        await AddTasksAsync(desk, review, 900, "more");
        Assert.Contains("1,000 fit", (await bea.OpenAsync($"/desk?kind={kindOf}")).Text, StringComparison.Ordinal);
        await AddTasksAsync(desk, review, 1, "last");
        var page = await bea.OpenAsync($"/desk?kind={kindOf}");
        Assert.Contains("more than 1,000 fit", page.Text, StringComparison.Ordinal);

        // A further page says nothing of a number, since none was counted for it.
        var further = await bea.OpenAsync(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.DoesNotContain(" fit", further.Text, StringComparison.Ordinal);
    }

    // As a sentence in which somebody is named is read.
    private static Task<int> SpeakAsync(DeskApp desk, long claim, string speaker) =>
        desk.QueryAsync(async db =>
        {
            var found = await db.Claims.SingleAsync(c => c.Id == claim);
            db.Entry(found).Property(c => c.Details).CurrentValue = new ClaimDetails { AttributedTo = speaker };
            return await db.SaveChangesAsync();
        });

    // More tasks of the same review, as many as a large desk has.
    private static Task<int> AddTasksAsync(
        DeskApp desk,
        long review,
        int count,
        string key = "task",
        Func<int, int?>? days = null
    ) =>
        desk.QueryAsync(async db =>
        {
            var of = await db.Reviews.Include(r => r.Claim).SingleAsync(r => r.Id == review);
            for (var i = 0; i < count; i++)
            {
                var task = new ReviewTask(of.Claim, $"{key}#{i}", "research", "Research", null, desk.Now.AddMinutes(i - count));
                var due = days is null ? -1 : days(i);
                task.SetTerms(Roles.FactChecker, null, due is { } n ? desk.Now.AddDays(n) : null, [], new TaskTerms());
                of.Tasks.Add(task);
            }

            return await db.SaveChangesAsync();
        });
}
