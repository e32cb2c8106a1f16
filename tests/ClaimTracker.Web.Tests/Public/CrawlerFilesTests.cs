using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

public sealed class CrawlerFilesTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_crawlers_ask_for_first_is_there_and_what_is_not_there_is_said_to_be_missing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Desk:PublicUrl", "https://checks.example.org");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var published = await desk.AddPublishedClaimAsync("The dam holds two billion litres.", "mostly-true");
        var unpublished = await desk.AddClaimAsync("Nobody has taken this one up.");
        using var reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Address };

        var robots = await reader.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Disallow: /desk", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://checks.example.org/sitemap.xml", robots, StringComparison.Ordinal);

        var sitemap = await reader.GetStringAsync(
            new Uri("/sitemap.xml", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains($"<loc>https://checks.example.org/claims/{published}</loc>", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain($"/claims/{unpublished}<", sitemap, StringComparison.Ordinal);
        Assert.Contains("<loc>https://checks.example.org/</loc>", sitemap, StringComparison.Ordinal);

        foreach (
            var unknown in new[]
            {
                "/no-such-page",
                "/wp-login.php",
                "/claims/nonsense",
                "/desk/no-such-page",
                "/.well-known/security.txt",
                "/api/nothing",
            }
        )
        {
            Assert.Equal(
                (unknown, HttpStatusCode.NotFound),
                (
                    unknown,
                    (await reader.GetAsync(new Uri(unknown, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
                )
            );
        }

        // A page that is there still asks who comes.
        var desks = await reader.GetAsync(new Uri("/desk", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, desks.StatusCode);
        Assert.Contains("/signin", desks.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_is_shown_in_words()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var browser = desk.Browser();
        var page = await browser.OpenAsync("/no-such-page");
        Assert.Equal(404, page.Status);
        Assert.Contains("There is nothing here", page.Text, StringComparison.Ordinal);
    }
}
