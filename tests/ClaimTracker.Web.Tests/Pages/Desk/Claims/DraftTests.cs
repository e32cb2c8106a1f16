using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>
/// One draft for each claim and person over the whole working page; of two windows the older one writes over nothing.
/// </summary>
public sealed class DraftTests
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["fields[decision]"] = "Proposed",
        ["fields[Proposed:rationale]"] = "Two harbour offices counted them.",
        ["Evidence.Source"] = "Harbour office",
        ["Evidence.Quote"] = "Twelve ships lay at anchor.",
        ["Evidence.Stance"] = "Refutes",
        ["Evidence.Watched"] = "false",
        ["wording"] = "There were twelve ships.",
    };

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Save_draft_keeps_all_that_is_typed_on_the_page_and_for_its_writer_alone(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        var page = await ada.SubmitAsync("/desk", [], button: "Next task");

        var saved = await ada.SubmitAsync(page, Typed, button: "Save draft");
        var reloaded = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("Draft saved: all that is typed on this page", saved.Text, StringComparison.Ordinal);
        AssertTyped(reloaded);
        Assert.DoesNotContain(
            "Twelve ships lay at anchor.",
            (await bea.OpenAsync($"/desk/claims/{id}")).Html.Body!.InnerHtml,
            StringComparison.Ordinal
        );
        var claim = await desk.ClaimAsync(id);
        Assert.Equal(("There were 12 ships.", 1), (claim.Wording, claim.Evidence.Count));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_typed_beside_what_is_pressed_stays_whether_that_is_done_or_refused(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.SubmitAsync("/desk", [], button: "Next task");

        var refused = await ada.SubmitAsync(page, Typed, button: "Decide");
        AssertTyped(refused);
        var added = await ada.SubmitAsync(refused, new() { ["Evidence.Group"] = "harbour office" }, button: "Add evidence");
        var later = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("Evidence added.", added.Text, StringComparison.Ordinal);
        Assert.Equal("", later.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim());
        Assert.Equal(
            Typed["fields[Proposed:rationale]"],
            later.Html.QuerySelector("textarea[name$=':Proposed:rationale]']")!.TextContent
        );
        Assert.Equal(Typed["wording"], later.Html.QuerySelector("#wording")!.TextContent);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_older_window_writes_over_nothing_and_is_told_with_both_texts(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var older = await ada.SubmitAsync("/desk", [], button: "Next task");
        var newer = await ada.OpenAsync($"/desk/claims/{id}");
        await ada.SubmitAsync(newer, new() { ["Evidence.Quote"] = "The newer window's passage." }, button: "Save draft");

        var refused = await ada.SubmitAsync(
            older,
            new() { ["Evidence.Quote"] = "The older window's passage." },
            button: "Save draft"
        );
        var kept = await KeptAsync(desk);

        Assert.Contains("You saved this page in another window", refused.Text, StringComparison.Ordinal);
        Assert.Contains(
            "The newer window's passage.",
            refused.Html.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "The older window's passage.",
            refused.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim()
        );
        Assert.Equal("The newer window's passage.", kept);

        await ada.SubmitAsync(refused, [], button: "Save draft");
        Assert.Equal("The older window's passage.", await KeptAsync(desk));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_script_s_save_from_an_older_window_is_refused_in_words_and_its_number_counts_on(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var token = (await ada.OpenAsync($"/desk/claims/{id}"))
            .Html.QuerySelector("form.whole input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        async Task<(int Status, string Body)> SaveAsync(int saves, string text)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri($"/desk/claims/{id}?handler=Draft", UriKind.Relative)
            );
            request.Headers.Accept.ParseAdd("application/json");
            request.Content = new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("saves", $"{saves}"),
                new("Evidence.Quote", text),
            ]);
            using var answer = await ada.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        var first = await SaveAsync(0, "one");
        var second = await SaveAsync(1, "two");
        var older = await SaveAsync(1, "three");
        var same = await SaveAsync(0, "two");

        Assert.Equal((200, 200, 409, 200), (first.Status, second.Status, older.Status, same.Status));
        Assert.Contains("\"saves\":2", second.Body, StringComparison.Ordinal);
        Assert.Contains("older-page", older.Body, StringComparison.Ordinal);
        Assert.Equal("two", await KeptAsync(desk));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_older_window_does_not_bring_back_what_was_sent(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var older = await ada.OpenAsync($"/desk/claims/{id}");
        var fields = new Dictionary<string, string>
        {
            ["Evidence.Source"] = "Harbour office",
            ["Evidence.Quote"] = "Twelve.",
            ["Evidence.Group"] = "office",
            ["Evidence.Stance"] = "Supports",
        };
        await ada.SubmitAsync(older, fields, button: "Add evidence");

        var refused = await ada.SubmitAsync(older, fields, button: "Save draft");

        Assert.Contains("all that you had typed was sent", refused.Text, StringComparison.Ordinal);
        Assert.Null(await KeptAsync(desk));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_the_page_only_offers_is_not_typed_and_hides_no_later_change_by_others(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        var page = await eve.OpenAsync($"/desk/claims/{id}");

        await eve.SubmitAsync(page, new() { ["Evidence.Source"] = "Port" }, button: "Save draft");
        await eli.SubmitAsync($"/desk/claims/{id}", new() { ["rationale"] = "Eli's text." }, button: "Change the proposal");
        var later = await eve.OpenAsync($"/desk/claims/{id}");

        Assert.Equal("Eli's text.", later.Html.QuerySelector("#edit-rationale")!.TextContent);
        Assert.Equal(
            ["Evidence.Source"],
            (await desk.QueryAsync(db => db.Drafts.SingleAsync(d => d.Person == "eve"))).Fields.Keys
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Too_much_is_refused_in_words_and_stays_in_the_page(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var refused = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["Evidence.Quote"] = new string('a', PageFields.MaxLength + 1) },
            button: "Save draft"
        );

        Assert.Contains("200,000 is the most that is kept", refused.Text, StringComparison.Ordinal);
        Assert.Equal(
            PageFields.MaxLength + 1,
            refused.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim().Length
        );
        Assert.Equal(0, await desk.QueryAsync(db => db.Drafts.CountAsync()));
    }

    private static void AssertTyped(DeskPage page)
    {
        Assert.Equal(
            Typed["fields[Proposed:rationale]"],
            page.Html.QuerySelector("textarea[name$=':Proposed:rationale]']")!.TextContent
        );
        Assert.NotNull(page.Html.QuerySelector("details.choice[open][data-decision=Proposed]"));
        Assert.Equal(Typed["Evidence.Source"], page.Html.QuerySelector("input[name='Evidence.Source']")!.GetAttribute("value"));
        Assert.Equal(Typed["Evidence.Quote"], page.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim());
        Assert.NotNull(page.Html.QuerySelector("input[name='Evidence.Stance'][value=Refutes][checked]"));
        Assert.Null(page.Html.QuerySelector("input[type=checkbox][name='Evidence.Watched'][checked]"));
        Assert.Equal(Typed["wording"], page.Html.QuerySelector("#wording")!.TextContent);
    }

    private static async Task<string?> KeptAsync(DeskApp desk) =>
        (await desk.QueryAsync(db => db.Drafts.AsNoTracking().SingleAsync())).Fields.GetValueOrDefault("Evidence.Quote");

    private static async Task<long> StartAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        return id;
    }
}
