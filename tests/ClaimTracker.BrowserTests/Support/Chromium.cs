using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ClaimTracker.BrowserTests.Support;

/// <summary>Debian's Chromium, launched once; each person gets a context of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
    }

    /// <summary>A window of its own, as another person at another machine has it.</summary>
    public async Task<Visitor> OpenAsync(
        DeskApp desk,
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light,
        bool scripts = true
    )
    {
        Machine.SkipUnless(_browser is not null, $"No {Executable}: install Debian's package chromium.");
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = desk.Address.ToString(),
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
            }
        );
        context.SetDefaultTimeout(15_000);
        return new Visitor(await context.NewPageAsync());
    }

    /// <summary>As <see cref="OpenAsync"/>, with that person added and signed in through the form.</summary>
    public async Task<Visitor> SignInAsync(DeskApp desk, string name, params string[] roles)
    {
        await desk.AddPersonAsync(name, roles);
        var visitor = await OpenAsync(desk);
        await visitor.GoAsync("/signin");
        return await SignInAsync(name, visitor);
    }

    /// <summary>
    /// As <see cref="SignInAsync(DeskApp, string, string[])"/>, in a browser that runs no scripts; axe, which is one, does not
    /// look there.
    /// </summary>
    public async Task<Visitor> SignInWithoutScriptsAsync(DeskApp desk, string name, params string[] roles)
    {
        await desk.AddPersonAsync(name, roles);
        var visitor = await OpenAsync(desk, scripts: false);
        await visitor.Page.GotoAsync("/signin");
        return await SignInAsync(name, visitor);
    }

    private static async Task<Visitor> SignInAsync(string name, Visitor visitor)
    {
        await visitor.Page.GetByLabel("User name").FillAsync(name);
        await visitor.Page.GetByLabel("Password").FillAsync(DeskApp.Password);
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/desk**");
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
