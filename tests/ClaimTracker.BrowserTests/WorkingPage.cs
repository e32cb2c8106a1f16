using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

/// <summary>A claim's working page: what is in view together, and how it is worked by keyboard.</summary>
public sealed class WorkingPage(Chromium chromium)
{
    private const string Rationale = "The harbour office counted them.";

    [Fact]
    public async Task Evidence_and_verdict_are_written_by_keyboard_and_deciding_goes_on_to_the_next_task()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        for (var i = 1; i <= 2; i++)
            await desk.StartReviewAsync(await desk.AddClaimAsync($"There were {i} ships in the harbour."));
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.Page.Keyboard.PressAsync("n");
        await ada.Page.WaitForURLAsync("**/desk/claims/*");
        var first = ada.Page.Url;
        var form = ada.Page.Locator("details:has(> summary[data-key=e])");

        // Closed by hand, since it stands open where there is no evidence: the key opens it, and pressed again does not close it.
        await form.Locator("> summary").ClickAsync();
        await ada.Page.Keyboard.PressAsync("e");
        await Assertions.Expect(form).ToHaveAttributeAsync("open", "");
        Assert.Equal("Evidence.Source", await FocusedNameAsync(ada));
        await ada.Page.Keyboard.TypeAsync("Harbour office");
        await ada.Page.GetByLabel("Passage, word for word").FillAsync("They lay at anchor.");
        await ada.Page.GetByLabel("Supports the claim", new() { Exact = true }).CheckAsync();
        await ada.Page.Keyboard.PressAsync("e");
        await Assertions.Expect(form).ToHaveAttributeAsync("open", "");
        await ada.Page.GetByLabel("Independence group").FillAsync("harbour");
        await ada.Page.Keyboard.PressAsync("Control+Enter");
        await ada.Page.GetByText("1 independent group").First.WaitForAsync();
        await ada.Page.Keyboard.PressAsync("j");
        Assert.StartsWith(
            "evidence-",
            await ada.Page.EvaluateAsync<string>("document.activeElement.id"),
            StringComparison.Ordinal
        );

        await ada.Page.Keyboard.PressAsync("1");
        Assert.EndsWith("Proposed:rating]", await FocusedNameAsync(ada), StringComparison.Ordinal);
        await ada.Page.Keyboard.PressAsync("Space");
        await ada.Page.GetByLabel("Rationale, for readers").FillAsync(Rationale);
        await ada.CheckAccessibilityAsync();
        await ada.Page.Keyboard.PressAsync("Control+Enter");

        await ada.Page.GetByText("This is your next task.").WaitForAsync();
        Assert.NotEqual(first, ada.Page.Url);
        await ada.CheckAccessibilityAsync();
    }

    [Fact]
    public async Task An_approval_takes_at_most_four_keys_and_no_single_key_decides()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await ProposedAsync(desk);
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);

        await eve.Page.Keyboard.PressAsync("n");
        await eve.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        await eve.Page.Keyboard.PressAsync("1");
        Assert.Equal("Approve", await eve.Page.EvaluateAsync<string>("document.activeElement.value"));
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
        await eve.Page.Keyboard.PressAsync("Control+Enter");

        await eve.Page.GetByText("Decided: Approve.").WaitForAsync();
        await eve.Page.GetByText("No further task is free for you now.").WaitForAsync();
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
    }

    [Fact]
    public async Task Keys_switched_off_are_off_for_that_person_and_on_for_the_next_one_at_the_same_machine()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await ProposedAsync(desk);
        await desk.AddPersonAsync("eli", Roles.Editor);
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);
        await eve.Page.GetByRole(AriaRole.Button, new() { Name = "Keys" }).ClickAsync();
        await eve.Page.GetByLabel("Single keys are on for me").UncheckAsync();
        await eve.Page.Keyboard.PressAsync("Escape");
        await eve.Page.Keyboard.PressAsync("n");
        await eve.GoAsync("/desk");
        Assert.Null((await desk.OpenTaskAsync(id)).LeasedBy);

        await eve.SignOutAsync();
        await eve.Page.GotoAsync("/signin");
        await eve.Page.GetByLabel("User name").FillAsync("eli");
        await eve.Page.GetByLabel("Password").FillAsync(DeskApp.Password);
        await eve.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await eve.Page.WaitForURLAsync("**/desk**");
        await eve.Page.Keyboard.PressAsync("n");

        await eve.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        Assert.Equal("eli", (await desk.OpenTaskAsync(id)).LeasedBy);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Wording_article_evidence_and_decision_are_in_view_together_and_the_decision_stays(ColorScheme scheme)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await ProposedAsync(desk);
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);
        await eve.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await eve.Page.Keyboard.PressAsync("n");
        await eve.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        await eve.GoAsync($"/desk/claims/{id}");

        foreach (var part in new[] { "h1", ".sentence mark", "#evidence-title", "#proposed", "button[value=Approve]" })
            await Assertions.Expect(eve.Page.Locator(part).First).ToBeInViewportAsync(new() { Ratio = 1 });
        await eve.Page.EvaluateAsync("scrollTo(0, document.querySelector('#evidence').getBoundingClientRect().bottom - 500)");
        await Assertions.Expect(eve.Page.Locator("button[value=Approve]")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await HeightAsync(eve) <= 2.5 * 900, $"The page is {await HeightAsync(eve)} px high.");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_a_phone_the_proposed_verdict_stands_before_the_decision(ColorScheme scheme)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await ProposedAsync(desk);
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);
        await eve.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await eve.Page.Keyboard.PressAsync("n");
        await eve.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        await eve.Page.SetViewportSizeAsync(390, 844);
        await eve.GoAsync($"/desk/claims/{id}");

        Assert.True(await TopAsync(eve, "#proposed .rationale") < await TopAsync(eve, "button[value=Approve]"));
        Assert.True(await eve.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth") <= 0);
        await eve.Page.GetByRole(AriaRole.Link, new() { Name = "To decide" }).ClickAsync();
        await Assertions.Expect(eve.Page.Locator("#proposed .rationale")).ToBeInViewportAsync();
    }

    private static Task<string> FocusedNameAsync(Visitor who) => who.Page.EvaluateAsync<string>("document.activeElement.name");

    private static Task<double> TopAsync(Visitor who, string part) =>
        who.Page.Locator(part).First.EvaluateAsync<double>("element => element.getBoundingClientRect().top");

    private static Task<double> HeightAsync(Visitor who) =>
        who.Page.EvaluateAsync<double>("document.documentElement.scrollHeight");

    // With three sources, sent back once: as a page is on an ordinary day.
    private static async Task<long> ProposedAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships in the harbour.");
        foreach (var group in new[] { "harbour", "customs", "pilots" })
            await desk.AddEvidenceAsync(id, group, $"https://{group}.example/count");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Deciding.Ada, "Proposed", Deciding.Verdict("false"));
        await desk.MustDecideAsync(id, Deciding.Eli, "RequestChanges", Deciding.Reason("Two counts differ."));
        await desk.MustDecideAsync(id, Deciding.Ada, "Proposed", Deciding.Verdict());
        return id;
    }
}
