using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class BulkTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Tasks_are_assigned_after_one_look_and_what_was_refused_is_told_with_its_reason(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var ids = await ThreeTasksAsync(desk);
        await desk.AddEvidenceAsync(ids[0], "harbour");
        await desk.MustDecideAsync(ids[0], Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.AddPersonAsync("bea", Roles.FactChecker);

        // Two are for fact-checkers, one waits for an editor.
        var look = await ChooseAsync(eve, "/desk?allRoles=true", "Assign", all: true);
        Assert.Contains("3 tasks are to be handed to one person", look.Text, StringComparison.Ordinal);
        Assert.Contains("The way back: take them off again", look.Text, StringComparison.Ordinal);
        Assert.Empty(await HeldAsync(desk));
        var nobody = await eve.SubmitAsync(look, new() { ["said"] = "" }, button: "Assign");
        Assert.Contains("Choose the person", nobody.Text, StringComparison.Ordinal);

        var done = await eve.SubmitAsync(look, new() { ["said"] = "bea" }, button: "Assign");
        var again = await eve.SubmitAsync(look, new() { ["said"] = "bea" }, button: "Assign");

        Assert.Contains("2 of 3 tasks handed to bea, 1 refused", done.Text, StringComparison.Ordinal);
        Assert.Contains("cannot be handed to bea", done.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 3 tasks handed to bea, 1 refused", again.Text, StringComparison.Ordinal);
        Assert.Equal(["bea", "bea"], await HeldAsync(desk));
        Assert.Equal(2, await desk.QueryAsync(db => db.Notices.CountAsync(n => n.Role == Notice.ToPerson("bea"))));

        var back = await eve.SubmitAsync(done, [], button: "Take off");
        Assert.Contains("2 tasks are to be taken off", back.Text, StringComparison.Ordinal);
        var freed = await eve.SubmitAsync(back, [], button: "Take off");
        Assert.Contains("2 of 2 tasks taken off", freed.Text, StringComparison.Ordinal);
        Assert.Empty(await HeldAsync(desk));
        Assert.Contains(
            "took “",
            (await desk.QueryAsync(db => db.Notices.OrderByDescending(n => n.Id).FirstAsync())).Message,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_ticked_alone_is_released_and_what_one_does_not_hold_is_left_out(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await ThreeTasksAsync(desk);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        await bea.SubmitAsync("/desk", [], button: "Take");
        await bea.SubmitAsync("/desk", [], button: "Take");
        var tasks = await desk.QueryAsync(db => db.Tasks.OrderBy(t => t.Id).ToListAsync());
        var (held, free) = (tasks.First(t => t.LeasedBy == "bea").Id, tasks.Single(t => t.LeasedBy is null).Id);

        var look = await ChooseAsync(bea, "/desk?holder=Any", "Release", false, $"{held}", $"{free}", "999999", "nonsense");

        Assert.Contains("1 task is to be released; 2 tasks of 3 tasks chosen left out", look.Text, StringComparison.Ordinal);
        Assert.Contains("You do not hold", look.Text, StringComparison.Ordinal);
        Assert.Contains("There is no task 999999", look.Text, StringComparison.Ordinal);
        var done = await bea.SubmitAsync(look, [], button: "Release");
        Assert.Contains("1 of 1 task released", done.Text, StringComparison.Ordinal);
        Assert.Equal(["bea"], await HeldAsync(desk));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_kept_for_oneself_is_let_go_of_with_others_as_by_itself(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await ThreeTasksAsync(desk);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        var kept = await desk.QueryAsync(db => db.Tasks.MinAsync(t => t.Id));
        await desk.QueryAsync(db =>
            db.Tasks.Where(t => t.Id == kept).ExecuteUpdateAsync(set => set.SetProperty(t => t.HeldFor, "bea"))
        );

        var look = await ChooseAsync(bea, "/desk?holder=Any", "Release", false, $"{kept}");
        Assert.Contains("1 task is to be released", look.Text, StringComparison.Ordinal);
        await bea.SubmitAsync(look, [], button: "Release");

        Assert.Null(await desk.QueryAsync(db => db.Tasks.Where(t => t.Id == kept).Select(t => t.HeldFor).SingleAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Claims_are_declined_with_one_reason_and_put_back_except_what_was_changed_since(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var ids = new List<long>();
        for (var i = 0; i < 4; i++)
            ids.Add(await desk.AddClaimAsync($"There were {i} ships.", outlet: i == 3 ? "Elsewhere" : "Harbour News"));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var look = await ChooseAsync(ada, "/desk/triage/list?outlet=Harbour+News", "Decline", all: true);
        Assert.Contains("3 claims are to be declined", look.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Say why",
            (await ada.SubmitAsync(look, new() { ["said"] = " " }, button: "Decline")).Text,
            StringComparison.Ordinal
        );
        await desk.ChangeClaimAsync(ids[0], claim => claim.Reword("There were no ships.", "count", "ben", desk.Now));
        var done = await ada.SubmitAsync(look, new() { ["said"] = "Too vague." }, button: "Decline");

        Assert.Contains("2 of 3 claims declined, because: Too vague, 1 refused", done.Text, StringComparison.Ordinal);
        Assert.Contains("was changed while you looked at it", done.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Triage, (await desk.ClaimAsync(ids[0])).Stage);
        Assert.Equal(
            ("Too vague.", Stage.Declined),
            ((await desk.ClaimAsync(ids[1])).DeclinedBecause, (await desk.ClaimAsync(ids[1])).Stage)
        );
        Assert.Equal(Stage.Triage, (await desk.ClaimAsync(ids[3])).Stage);

        var back = await ada.SubmitAsync(done, [], button: "Put back");
        var put = await ada.SubmitAsync(back, [], button: "Put back");
        Assert.Contains("2 of 2 claims put back into triage", put.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Triage, (await desk.ClaimAsync(ids[1])).Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Claims_are_accepted_as_worded_and_those_that_do_not_stand_alone_are_left_out(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var whole = await desk.AddClaimAsync("There were 12 ships in Odesa on 3 May 2026.");
        var open = await desk.AddClaimAsync("They had 12 ships.");
        await desk.QueryAsync(async db =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == open);
            db.Entry(claim).Property(c => c.Details).CurrentValue = new ClaimDetails { Missing = ["who", "when"] };
            return await db.SaveChangesAsync();
        });
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var list = await ada.OpenAsync("/desk/triage/list");
        var look = await ChooseAsync(ada, "/desk/triage/list", "Accept", all: true);
        var done = await ada.SubmitAsync(look, [], button: "Accept");
        var again = await ada.SubmitAsync(look, [], button: "Accept");

        Assert.Contains("Does not stand alone: it does not say who, when", list.Text, StringComparison.Ordinal);
        Assert.Contains("it does not say who, when. Complete it in triage", look.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 claim accepted for review", done.Text, StringComparison.Ordinal);
        Assert.Contains("There is no way back at once", done.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 claim accepted for review", again.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Researching, (await desk.ClaimAsync(whole)).Stage);
        Assert.Equal(Stage.Triage, (await desk.ClaimAsync(open)).Stage);
        Assert.Equal(1, await desk.QueryAsync(db => db.Reviews.CountAsync()));
        Assert.Equal(
            "ada",
            await desk.QueryAsync(db => db.AuditEntries.Where(e => e.Action == "triage: accept").Select(e => e.Who).SingleAsync())
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_by_one_a_wording_that_does_not_stand_alone_is_refused_until_it_is_completed_or_said_to(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        List<long> open = [];
        foreach (var wording in new[] { "They had 12 ships.", "They had 14 boats." })
        {
            var id = await desk.AddClaimAsync(wording);
            open.Add(id);
            await desk.QueryAsync(async db =>
            {
                var claim = await db.Claims.SingleAsync(c => c.Id == id);
                db.Entry(claim).Property(c => c.Details).CurrentValue = new ClaimDetails { Missing = ["who", "when"] };
                return await db.SaveChangesAsync();
            });
        }

        var refused = await ada.SubmitAsync($"/desk/triage?claim={open[0]}", [], button: "Accept");
        Assert.Contains("does not stand alone: it does not say who, when. Complete it", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Triage, (await desk.ClaimAsync(open[0])).Stage);

        foreach (
            var typed in new[]
            {
                "They had 12 ships",
                "They had 12 ships!",
                "“They” had: 12 ships…",
                " they  had 12 ships. ",
                "Indeed, they had 12 ships.",
            }
        )
        {
            var still = await ada.SubmitAsync(refused, new() { ["wording"] = typed }, button: "Accept");
            Assert.Contains("does not stand alone: it does not say who", still.Text, StringComparison.Ordinal);
            Assert.Equal(Stage.Triage, (await desk.ClaimAsync(open[0])).Stage);
        }

        await ada.SubmitAsync(refused, new() { ["wording"] = "Ukraine’s navy had 12 ships in May 2026." }, button: "Accept");
        await ada.SubmitAsync($"/desk/triage?claim={open[1]}", new() { ["standsAlone"] = "true" }, button: "Accept");
        foreach (var id in open)
            Assert.Equal(Stage.Researching, (await desk.ClaimAsync(id)).Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_was_cut_off_goes_on_where_it_stopped_and_two_who_send_it_at_once_do_nothing_twice(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        for (var i = 0; i < 12; i++)
            await desk.AddClaimAsync($"There were {i} ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var look = await ChooseAsync(ada, "/desk/triage/list", "Decline", all: true);
        var id = await desk.QueryAsync(db => db.BulkActs.Select(a => a.Id).SingleAsync());

        Assert.Equal("not-confirmed", (await GoOnAsync(desk, id, TimeSpan.FromSeconds(60))).Refusal?.Code);
        Assert.True((await WithBulkAsync(desk, bulk => bulk.ConfirmAsync(id, "Too vague.", Ada, CancellationToken.None))).IsOk);
        Assert.True((await GoOnAsync(desk, id, TimeSpan.Zero)).IsOk);
        var stopped = await ada.OpenAsync(look.Address.PathAndQuery);
        Assert.Contains(
            "0 of 12 claims declined, because: Too vague, 12 not reached yet",
            stopped.Text,
            StringComparison.Ordinal
        );

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => GoOnAsync(desk, id, TimeSpan.FromSeconds(60))));

        var done = await ada.OpenAsync(look.Address.PathAndQuery);
        Assert.Contains("12 of 12 claims declined", done.Text, StringComparison.Ordinal);
        Assert.Equal(12, await desk.QueryAsync(db => db.AuditEntries.CountAsync(e => e.Action == "triage: decline")));
    }

    [Fact]
    public async Task Nobody_sees_or_confirms_what_another_has_chosen()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        var look = await ChooseAsync(ada, "/desk/triage/list", "Decline", all: true);
        var id = await desk.QueryAsync(db => db.BulkActs.Select(a => a.Id).SingleAsync());

        Assert.Equal(404, (await ben.OpenAsync(look.Address.PathAndQuery)).Status);
        Assert.Equal(
            "unknown-bulk",
            (await WithBulkAsync(desk, bulk => bulk.ConfirmAsync(id, "x", Ben, CancellationToken.None))).Refusal?.Code
        );
        Assert.Contains(
            "Nothing is chosen",
            (await ChooseAsync(ada, "/desk/triage/list", "Decline")).Text,
            StringComparison.Ordinal
        );
    }

    private static Task<Result> GoOnAsync(DeskApp desk, long id, TimeSpan atMost) =>
        WithBulkAsync(desk, bulk => bulk.GoOnAsync(id, atMost, Ada, CancellationToken.None));

    private static Task<T> WithBulkAsync<T>(DeskApp desk, Func<BulkDesk, Task<T>> work) =>
        desk.InScopeAsync(services => work(services.GetRequiredService<BulkDesk>()));

    private static Task<List<string?>> HeldAsync(DeskApp desk) =>
        desk.QueryAsync(db => db.Tasks.Where(t => t.LeasedBy != null).Select(t => t.LeasedBy).ToListAsync());

    private static async Task<List<long>> ThreeTasksAsync(DeskApp desk)
    {
        List<long> ids = [];
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await desk.AddClaimAsync($"There were {i} ships."));
            await desk.StartReviewAsync(ids[^1]);
        }

        return ids;
    }

    // Ticks boxes of a list, or asks for all of it, and presses a button, as a browser does.
    private static async Task<DeskPage> ChooseAsync(
        DeskBrowser browser,
        string list,
        string action,
        bool all = false,
        params string[] of
    )
    {
        var form = (await browser.OpenAsync(list)).Html.QuerySelector("form#bulk")!;
        List<KeyValuePair<string, string>> fields =
        [
            new("action", action),
            .. form.QuerySelectorAll("input[type=hidden]")
                .Select(e => new KeyValuePair<string, string>(e.GetAttribute("name")!, e.GetAttribute("value") ?? "")),
            .. of.Select(one => new KeyValuePair<string, string>("of", one)),
        ];
        if (all)
            fields.Add(new("all", "true"));
        using var sent = new FormUrlEncodedContent(fields);
        using var response = await browser.Http.PostAsync(new Uri("/desk/bulk", UriKind.Relative), sent);
        return await DeskBrowser.ReadAsync(response);
    }
}
