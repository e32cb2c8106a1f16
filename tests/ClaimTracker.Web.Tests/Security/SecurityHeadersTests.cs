using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Security;

/// <summary>What a browser may do with an answer is said with each, whichever part of the program gave it.</summary>
public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/", 302)]
    [InlineData("/setup", 200)]
    [InlineData("/desk", 302)]
    [InlineData("/signin", 302)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/error", 200)]
    [InlineData("/site.css", 200)]
    [InlineData("/api/claims", 200)]
    [InlineData("/feed", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/jobs", 302)]
    public async Task Every_answer_says_what_may_be_done_with_it(string path, int status)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Address };

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        foreach (
            var header in new[]
            {
                "Content-Security-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Referrer-Policy",
                "X-Content-Type-Options",
            }
        )
        {
            Assert.True(answer.Headers.Contains(header), header);
        }

        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"), "where the desk is not served by https");
    }

    [Fact]
    public async Task The_dashboards_own_scripts_run_for_an_administrator_and_nobody_elses_do()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Jobs:Enabled", "true");
        using var root = await desk.SignInAsync("root", ClaimTracker.Domain.Roles.Administrator);

        var dashboard = await root.Http.GetAsync(new Uri("/jobs", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await root.Http.GetAsync(new Uri("/desk", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)dashboard.StatusCode);
        Assert.Contains(
            "'unsafe-inline'",
            dashboard.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unsafe", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_https_a_browser_keeps_to_it_and_another_host_is_refused_with_the_same_headers()
    {
        await using var desk = await DeskApp.StartAsync(
            DatabaseKind.Sqlite,
            "--Desk:PublicUrl",
            "https://checks.example.org/",
            "--Desk:Proxies:0",
            "127.0.0.1"
        );
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Address };

        var ours = await SendAsync(client, "checks.example.org");
        var other = await SendAsync(client, "evil.example");

        Assert.Equal("max-age=31536000", ours.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal(400, (int)other.StatusCode);
        Assert.True(other.Headers.Contains("Content-Security-Policy"));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/setup");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = host;
        return await client.SendAsync(request);
    }
}
