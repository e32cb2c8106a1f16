using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

/// <summary>
/// What is typed on a claim's page survives: an older window, a sign-in that ends, and a browser without scripts.
/// </summary>
public sealed class DraftJourney(Chromium chromium)
{
    private const string Rationale = "The harbour office counted them.";
    private const string Passage = "Twelve ships lay at anchor.";

    [Fact]
    public async Task All_that_is_typed_is_saved_by_itself_and_an_older_window_writes_over_nothing()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.PressAsync("Next task");
        await using var older = await ada.OpenAnotherAsync($"/desk/claims/{id}");

        await TypeAsync(ada, Rationale);
        await ada.Page.GetByText("Draft saved").WaitForAsync();
        await older.Page.GetByLabel("Passage, word for word").FillAsync("Ten ships.");
        await older.Page.GetByText("Not saved: You saved this page in another window").WaitForAsync();
        Assert.Equal("Ten ships.", await older.Page.GetByLabel("Passage, word for word").InputValueAsync());
        await older.CheckAccessibilityAsync();
        await ada.GoAsync($"/desk/claims/{id}");
        await AssertTypedAsync(ada);

        // Pressing for both: the older window's text stays in its fields, the other's stands beside it.
        await older.PressAsync("Save draft");
        Assert.Contains(Passage, await older.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Ten ships.", await older.Page.GetByLabel("Passage, word for word").InputValueAsync());
    }

    [Fact]
    public async Task A_sign_in_that_ends_while_one_types_is_told_in_place_and_the_text_is_sent_after_signing_in_elsewhere()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.PressAsync("Next task");
        await ada.SignOutAsync();

        await TypeAsync(ada, Rationale);
        await ada.Page.GetByText("Not saved: you are signed out.").WaitForAsync();
        Assert.Equal(Rationale, await ada.Page.GetByLabel("Rationale, for readers").InputValueAsync());
        Assert.Equal(
            "/signin?returnUrl=/account",
            await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in in another tab" }).GetAttributeAsync("href")
        );
        await ada.CheckAccessibilityAsync();

        await desk.AddPersonAsync("eve", Roles.Editor);
        await SignInElsewhereAsync(ada, "eve");
        await ada.Page.GetByText("Not saved: another person than ada is signed in").WaitForAsync();
        Assert.Equal(Rationale, await ada.Page.GetByLabel("Rationale, for readers").InputValueAsync());
        await ada.SignOutAsync();
        await SignInElsewhereAsync(ada, "ada");
        await ada.Page.GetByText("Draft saved").WaitForAsync();

        await ada.GoAsync($"/desk/claims/{id}");
        await AssertTypedAsync(ada);
    }

    [Fact]
    public async Task Without_scripts_what_was_sent_signed_out_is_offered_after_the_sign_in()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInWithoutScriptsAsync(desk, "ada", Roles.FactChecker);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Next task" }).ClickAsync();
        await ada.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        await ada.SignOutAsync();
        await TypeAsync(ada, Rationale);

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).Last.ClickAsync();
        await ada.Page.GetByText("You were signed out before this was sent").WaitForAsync();
        await ada.Page.GetByLabel("User name").FillAsync("ada");
        await ada.Page.GetByLabel("Password").FillAsync(DeskApp.Password);
        await ada.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await ada.Page.GetByText("none of it is sent or saved yet").WaitForAsync();
        Assert.Contains(Passage, await ada.TextAsync(), StringComparison.Ordinal);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Send it now" }).ClickAsync();
        await ada.Page.GetByText("Draft saved: all that is typed").WaitForAsync();

        await AssertTypedAsync(ada);
    }

    [Fact]
    public async Task A_save_that_nothing_answers_holds_up_no_press_for_long_and_is_asked_about_on_leaving()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.GoAsync($"/desk/claims/{id}");
        await ada.Page.GetByText("Whatever you type on this page is kept").WaitForAsync();
        await ada.Page.RouteAsync(
            "**/*handler=Draft",
            route => route.Request.Headers["accept"] == "application/json" ? Task.CompletedTask : route.ContinueAsync()
        );
        var asked = new TaskCompletionSource<string>();
        ada.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };

        await ada.Page.RunAndWaitForRequestAsync(
            () => ada.Page.GetByLabel("Passage, word for word").FillAsync(Passage),
            request => request.Url.EndsWith("handler=Draft", StringComparison.Ordinal)
        );
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Queue", Exact = true }).First.ClickAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).Last.ClickAsync();
        await ada.Page.GetByText("Saving…").WaitForAsync();
        await ada.Page.GetByText("Draft saved: all that is typed").WaitForAsync();

        Assert.Equal(Passage, await ada.Page.GetByLabel("Passage, word for word").InputValueAsync());
    }

    [Fact]
    public async Task The_last_words_before_the_page_is_left_are_saved_on_the_way_beside_texts_that_it_only_offers()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.GoAsync($"/desk/claims/{id}");
        bool IsSave(IRequest request) => request.Url.EndsWith("handler=Draft", StringComparison.Ordinal);

        var save = await ada.Page.RunAndWaitForRequestAsync(
            () => ada.Page.GetByLabel("Passage, word for word").FillAsync(Passage),
            IsSave
        );
        await ada.Page.GetByText("Draft saved").WaitForAsync();
        await ada.Page.GetByLabel("Passage, word for word").FillAsync($"{Passage} So it says.");
        await ada.GoAsync("/desk");
        await ada.GoAsync($"/desk/claims/{id}");

        Assert.Equal($"{Passage} So it says.", await ada.Page.GetByLabel("Passage, word for word").InputValueAsync());
        Assert.DoesNotContain("There were 12 ships in the harbour.", save.PostData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_loaded_anew_right_after_a_key_shows_what_was_typed_and_speaks_of_no_other_window()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.GoAsync($"/desk/claims/{id}");
        var passage = ada.Page.GetByLabel("Passage, word for word");

        foreach (var text in new[] { "One ship.", "Two ships.", "Three ships." })
        {
            await passage.FillAsync(text);
            await ada.Page.ReloadAsync();
            await Assertions.Expect(passage).ToHaveValueAsync(text);
        }

        await passage.FillAsync(Passage);
        await ada.Page.GetByText("Draft saved").WaitForAsync();
        Assert.DoesNotContain("another window", await ada.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_words_that_did_not_arrive_are_put_back_and_said_not_to_have_arrived()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.PressAsync("Next task");
        await ada.Page.GetByText("Whatever you type on this page is kept").WaitForAsync();

        // Where a save has failed before the page is left, the browser asks; this person leaves all the same.
        ada.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await ada.Page.EvaluateAsync("void (window.fetch = () => Promise.reject(new TypeError()))");
        await TypeAsync(ada, Rationale);
        await ada.Page.GotoAsync($"/desk/claims/{id}");
        await ada.Page.GetByText("What you typed last had not arrived when you left this page.").WaitForAsync();
        await AssertTypedAsync(ada);
        await Assertions.Expect(ada.Page.Locator("details[data-decision=Proposed][open]")).ToHaveCountAsync(1);
        await ada.CheckAccessibilityAsync();

        await ada.Page.GetByText("Draft saved").WaitForAsync();
        await ada.GoAsync($"/desk/claims/{id}");
        await AssertTypedAsync(ada);
    }

    // In another tab, as the page says; who comes back to the page gives it the focus.
    private static async Task SignInElsewhereAsync(Visitor ada, string name)
    {
        var opened = await ada.Page.Context.NewPageAsync();
        await opened.GotoAsync("/signin?returnUrl=/account");
        await opened.GetByLabel("User name").FillAsync(name);
        await opened.GetByLabel("Password").FillAsync(DeskApp.Password);
        await opened.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await opened.WaitForURLAsync("**/account");
        await opened.CloseAsync();
        await ada.Page.BringToFrontAsync();
        await ada.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
    }

    private static async Task TypeAsync(Visitor ada, string rationale)
    {
        await ada.OpenDecisionAsync("Proposed");
        await ada.Page.GetByLabel("Rationale, for readers").FillAsync(rationale);
        await ada.Page.GetByLabel("Passage, word for word").FillAsync(Passage);
    }

    private static async Task AssertTypedAsync(Visitor ada)
    {
        Assert.Equal(Rationale, await ada.Page.GetByLabel("Rationale, for readers").InputValueAsync());
        Assert.Equal(Passage, await ada.Page.GetByLabel("Passage, word for word").InputValueAsync());
    }

    private static async Task<long> StartAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships in the harbour.");
        await desk.StartReviewAsync(id);
        return id;
    }
}
