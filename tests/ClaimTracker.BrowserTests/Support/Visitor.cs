using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests.Support;

/// <summary>Somebody at a browser.</summary>
public sealed class Visitor(IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    /// <summary>Opens a page and holds it to the rules of accessibility.</summary>
    public async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status}.");
        await CheckAccessibilityAsync();
    }

    /// <summary>No serious or critical finding of axe on the page as it stands.</summary>
    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe();
        var serious = result
            .Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
            .ToList();
        Assert.True(serious.Count == 0, $"{Page.Url}\n{string.Join("\n", serious)}");
    }

    /// <summary>Presses a button of the page's content, by its words, and waits for the page that it leads to.</summary>
    public Task PressAsync(string words) =>
        PressAsync(Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First);

    /// <summary>Presses a button and waits for the page that it leads to, held to the rules of accessibility.</summary>
    public async Task PressAsync(ILocator button)
    {
        // Marked before the press: the page that it leads to is another document, which does not bear the mark.
        await Page.EvaluateAsync("document.documentElement.dataset.left = 'soon'");
        await button.ClickAsync();
        // By a selector: a function that is polled in the page needs eval, which the page's policy forbids.
        await Page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await CheckAccessibilityAsync();
    }

    /// <summary>Opens what a decision of the first task asks for, where it stands folded.</summary>
    public async Task OpenDecisionAsync(string decision)
    {
        var closed = Page.Locator($"details.choice[data-decision={decision}]:not([open]) > summary");
        if (await closed.CountAsync() > 0)
            await closed.First.ClickAsync();
    }

    /// <summary>Another window of the same person at the same machine; closing it closes the first one's too.</summary>
    public async Task<Visitor> OpenAnotherAsync(string path)
    {
        var other = new Visitor(await Page.Context.NewPageAsync());
        await other.GoAsync(path);
        return other;
    }

    /// <summary>As when the sign-in has run out: its cookie is gone, the others are not.</summary>
    public Task SignOutAsync() => Page.Context.ClearCookiesAsync(new() { Name = "claimtracker" });

    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
