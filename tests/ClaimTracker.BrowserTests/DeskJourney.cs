using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.BrowserTests;

/// <summary>From triage to a public verdict, mostly by keyboard, as two people.</summary>
public sealed class DeskJourney(Chromium chromium)
{
    private const string Rationale = "The harbour office counted them.";

    [Fact]
    public async Task A_claim_goes_from_triage_to_publication_by_two_people()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships in the harbour.");
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker, Roles.Editor);
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);

        await ada.GoAsync("/desk/triage");
        await ada.Page.Keyboard.PressAsync("a");
        await ada.Page.GetByText("Accepted.").WaitForAsync();
        await ada.Page.Keyboard.PressAsync("u");
        await ada.Page.GetByText("Taken back: the claim is in triage again, as it was.").WaitForAsync();
        await ada.CheckAccessibilityAsync();
        await ada.Page.Keyboard.PressAsync("a");
        await ada.Page.GetByText("Accepted.").WaitForAsync();
        await ada.GoAsync("/desk");
        await ada.Page.Keyboard.PressAsync("n");
        await ada.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        await AddEvidenceAsync(ada);
        await ProposeAsync(ada);
        Assert.Contains(
            "You proposed this verdict, so somebody else has to decide on it.",
            await ada.TextAsync(),
            StringComparison.Ordinal
        );
        await ada.CheckAccessibilityAsync();

        await eve.GoAsync("/desk");
        await eve.Page.Keyboard.PressAsync("n");
        await eve.Page.WaitForURLAsync($"**/desk/claims/{id}**");
        await eve.CheckAccessibilityAsync();
        await eve.PressAsync("Decide: Approve");
        Assert.Contains("Decided: Approve.", await eve.TextAsync(), StringComparison.Ordinal);
        await eve.GoAsync($"/desk/claims/{id}/history");

        await using var reader = await chromium.OpenAsync(desk);
        await reader.GoAsync($"/claims/{id}");
        Assert.Contains(Rationale, await reader.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_saved_without_a_press()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships in the harbour.");
        await desk.StartReviewAsync(id);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.PressAsync("Next task");
        await ada.OpenDecisionAsync("Proposed");
        await ada.Page.GetByLabel("Rationale, for readers").FillAsync(Rationale);
        await ada.Page.GetByText("Draft saved").WaitForAsync();

        await ada.GoAsync($"/desk/claims/{id}");

        Assert.Equal(Rationale, await ada.Page.GetByLabel("Rationale, for readers").InputValueAsync());
    }

    [Fact]
    public async Task The_key_f_folds_into_what_says_the_same_and_only_goes_to_what_does_not()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var known = await desk.AddClaimAsync("The council of Poltava closed its schools after the flood.");
        var twin = await desk.AddClaimAsync("After the flood, its schools were closed by the council of Poltava.");
        var other = await desk.AddClaimAsync("The council of Poltava praised its schools after the budget.");
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);

        await ada.GoAsync($"/desk/triage?claim={other}");
        await ada.Page.Keyboard.PressAsync("f");
        Assert.Equal("other", await ada.Page.EvaluateAsync<string>("document.activeElement.dataset.fold"));
        Assert.Null((await desk.ClaimAsync(other)).FoldedIntoId);

        await ada.GoAsync($"/desk/triage?claim={twin}");
        await ada.Page.Keyboard.PressAsync("f");
        await ada.Page.GetByText("its appearances show there").First.WaitForAsync();
        Assert.Equal(
            (known, Stage.Folded),
            ((await desk.ClaimAsync(twin)).FoldedIntoId!.Value, (await desk.ClaimAsync(twin)).Stage)
        );
        await ada.CheckAccessibilityAsync();
    }

    [Fact]
    public async Task Single_keys_are_listed_and_can_be_switched_off()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddClaimAsync("There were 12 ships in the harbour.");
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.GoAsync("/desk/triage");
        await ada.Page.Keyboard.PressAsync("?");
        await ada.CheckAccessibilityAsync();
        await ada.Page.GetByLabel("Single keys are on for me").UncheckAsync();
        await ada.Page.Keyboard.PressAsync("Escape");

        await ada.Page.Keyboard.PressAsync("d");

        Assert.NotEqual("preset", await ada.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Contains("Accept for review", await ada.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task AddEvidenceAsync(Visitor ada)
    {
        await ada.Page.GetByLabel("Source", new() { Exact = true }).FillAsync("Harbour office");
        await ada.Page.GetByLabel("Passage, word for word").FillAsync("Twelve ships lay at anchor.");
        await ada.Page.GetByLabel("Supports the claim", new() { Exact = true }).CheckAsync();
        await ada.Page.GetByLabel("Independence group").FillAsync("harbour");
        await ada.PressAsync("Add evidence");
        await ada.CheckAccessibilityAsync();
    }

    private static async Task ProposeAsync(Visitor ada)
    {
        await ada.OpenDecisionAsync("Proposed");
        await ada.Page.Locator("input[value=true][name*=rating]").CheckAsync();
        await ada.Page.GetByLabel("Rationale, for readers").FillAsync(Rationale);
        await ada.CheckAccessibilityAsync();
        await ada.PressAsync("Decide: Propose a verdict");
    }
}
