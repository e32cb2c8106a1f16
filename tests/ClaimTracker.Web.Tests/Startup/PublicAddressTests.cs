using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>Behind a proxy that ends TLS: what is believed, and what is refused.</summary>
public sealed class PublicAddressTests
{
    private static readonly string[] BehindTls =
    [
        "--Desk:PublicUrl",
        "https://checks.example.org",
        "--Desk:Proxies:0",
        "127.0.0.0/8",
        "--Desk:Proxies:1",
        "::1",
    ];

    [Theory]
    [InlineData("https://checks.example.org", null, true)]
    [InlineData("https://checks.example.org", "10.0.0.7", false)]
    [InlineData("http://localhost:5000", null, false)]
    public void The_start_warns_where_every_reader_would_look_like_the_proxy(string url, string? proxy, bool warns)
    {
        var desk = new DeskSettings { PublicUrl = new Uri(url) };
        if (proxy is not null)
            desk.Proxies.Add(proxy);

        Assert.Equal(warns, PublicAddress.WarningOf(desk) is not null);
    }

    [Fact]
    public async Task Cookies_are_secure_and_redirects_stay_on_https()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, BehindTls);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var proxy = Proxy(desk);

        var form = await SendAsync(proxy, "/signin", ("X-Forwarded-Host", "checks.example.org"), ("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.All(
            form.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase)
        );

        var away = await SendAsync(proxy, "/desk", ("Host", "checks.example.org"), ("X-Forwarded-Proto", "https"));
        Assert.StartsWith("https://checks.example.org/signin", away.Headers.Location!.ToString(), StringComparison.Ordinal);

        // Whether or not the proxy says how its readers came.
        var silent = await SendAsync(proxy, "/desk", ("Host", "checks.example.org"));
        Assert.StartsWith("https://checks.example.org/signin", silent.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_hosts_are_refused_but_for_who_asks_after_its_health()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, BehindTls);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var proxy = Proxy(desk);

        var other = await SendAsync(proxy, "/", ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Contains(
            "https://checks.example.org",
            await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "evil",
            (
                await SendAsync(proxy, "/desk", ("Host", "checks.example.org"), ("X-Forwarded-Host", "evil.example"))
            ).Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(proxy, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(proxy, "/", ("Host", "checks.example.org"))).StatusCode);
        Assert.NotEqual(HttpStatusCode.BadRequest, (await SendAsync(proxy, "/health/live")).StatusCode);
    }

    [Fact]
    public async Task Headers_are_believed_from_named_proxies_only()
    {
        await using var nobody = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:PublicUrl", "https://checks.example.org");
        await using var another = await DeskApp.StartAsync(
            DatabaseKind.Sqlite,
            "--Desk:PublicUrl",
            "http://checks.example.org",
            "--Desk:Proxies:0",
            "10.0.0.7"
        );
        foreach (var desk in new[] { nobody, another })
        {
            await desk.AddPersonAsync("ada", Roles.FactChecker);
            using var client = Proxy(desk);
            var away = await SendAsync(
                client,
                "/desk",
                ("X-Forwarded-Host", "checks.example.org"),
                ("X-Forwarded-Proto", "https")
            );
            Assert.StartsWith(desk.Address.ToString(), away.Headers.Location!.ToString(), StringComparison.Ordinal);
            var form = await SendAsync(client, "/signin", ("X-Forwarded-Proto", "https"));
            Assert.All(
                form.Headers.GetValues("Set-Cookie"),
                cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    private static HttpClient Proxy(DeskApp desk) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = desk.Address };

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }
}
