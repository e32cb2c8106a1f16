using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

public sealed class RechecksPages(Chromium chromium)
{
    private const string Quote = "The port handled 90 ships a week in July.";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Are_readable_by_all_on_any_screen_and_a_site_is_stopped_and_resumed_there(int width, ColorScheme scheme)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        site.Write("/port", Quote);
        await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        await desk.AddWatchedClaimAsync(Quote, site.Url("/gone"));
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await desk.InScopeAsync(services => services.GetRequiredService<LookSweep>().RunAsync(CancellationToken.None));
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);
        await eve.Page.SetViewportSizeAsync(width, 900);
        await eve.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });

        foreach (
            var address in new[]
            {
                "/desk/rechecks",
                "/desk/rechecks?persons=true",
                "/desk/rechecks/calendar",
                "/desk/rechecks/sites",
                $"/desk/rechecks/sites/{site.Address.Authority}",
            }
        )
        {
            await eve.GoAsync(address);
            var overflow = await eve.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(overflow <= 0, $"{address} is {overflow} px wider than a screen of {width} px.");
        }

        await eve.Page.GetByLabel("Why nothing is to be asked").FillAsync("They asked us to stay away.");
        await eve.PressAsync("Stop");
        Assert.Contains("Stopped by eve", await eve.TextAsync(), StringComparison.Ordinal);
        await eve.PressAsync("Resume");
        await eve.PressAsync("Look at everything here now");
        Assert.Contains("That came to 2 looks.", await eve.TextAsync(), StringComparison.Ordinal);
    }
}
