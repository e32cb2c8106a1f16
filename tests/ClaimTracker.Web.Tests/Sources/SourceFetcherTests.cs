using System.IO.Compression;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ClaimTracker.Web.Tests.Sources;

public sealed class SourceFetcherTests : IAsyncLifetime
{
    private SourceSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await SourceSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Follows_redirects_to_the_page_and_says_where_it_ended()
    {
        _site.Answer("/old", context => Redirect(context, "/older"));
        _site.Answer("/older", context => Redirect(context, _site.Url("/new")));
        _site.Write("/new", "Here it is.");
        var fetched = (await FetchAsync("/old")).Value!;
        Assert.Equal((_site.Url("/new"), "text/html", "utf-8"), (fetched.Url.AbsoluteUri, fetched.ContentType, fetched.Charset));
        Assert.Contains(PageBlocks.Of(fetched).Blocks, block => block.Text == "Here it is.");
    }

    [Fact]
    public async Task Gives_up_on_a_ring_of_redirects()
    {
        _site.Answer("/a", context => Redirect(context, "/b"));
        _site.Answer("/b", context => Redirect(context, "/a"));
        Assert.Equal("redirects", (await FetchAsync("/a")).Refusal!.Code);
        Assert.Equal(6, _site.Visits("/a") + _site.Visits("/b"));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "url-scheme")]
    [InlineData("http://ada:secret@127.0.0.1/", "url-credentials")]
    public async Task Does_not_follow_a_redirect_to_what_it_would_not_fetch(string target, string code)
    {
        _site.Answer("/", context => Redirect(context, target));
        Assert.Equal(code, (await FetchAsync("/")).Refusal!.Code);
    }

    [Fact]
    public async Task A_page_that_answers_something_else_is_refused_with_its_status()
    {
        _site.Answer("/gone", context => Status(context, 410));
        _site.Answer("/paid", context => Status(context, 403));
        Assert.Contains("410", (await FetchAsync("/gone")).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("login", (await FetchAsync("/paid")).Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/png")]
    [InlineData("application/json")]
    public async Task Reads_pages_and_plain_text_only(string type)
    {
        _site.Serve("/x", type, "whatever");
        Assert.Equal("content-type", (await FetchAsync("/x")).Refusal!.Code);
    }

    [Fact]
    public async Task Stops_at_the_limit_of_size_whether_the_server_says_its_size_or_not()
    {
        var body = new string('x', 60_000);
        _site.Serve("/chunked", "text/plain", body);
        _site.Answer(
            "/said",
            context =>
            {
                context.Response.ContentType = "text/plain";
                context.Response.ContentLength = body.Length;
                return context.Response.WriteAsync(body);
            }
        );
        Assert.Equal("too-large", (await FetchAsync("/chunked", settings => settings.MaxBytes = 50_000)).Refusal!.Code);
        Assert.Equal("too-large", (await FetchAsync("/said", settings => settings.MaxBytes = 50_000)).Refusal!.Code);
        Assert.True((await FetchAsync("/said", settings => settings.MaxBytes = 60_000)).IsOk);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_decompression_bomb_is_cut_off_at_the_limit(string encoding)
    {
        using var packed = new MemoryStream();
        await using (
            Stream packer = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal, true),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal, true),
                _ => new ZLibStream(packed, CompressionLevel.Optimal, true),
            }
        )
        {
            for (var i = 0; i < 200; i++)
                await packer.WriteAsync(new byte[1_000_000], TestContext.Current.CancellationToken);
        }

        _site.Answer(
            "/bomb",
            context =>
            {
                context.Response.ContentType = "text/html";
                context.Response.Headers.ContentEncoding = encoding;
                return context.Response.Body.WriteAsync(packed.ToArray()).AsTask();
            }
        );
        Assert.Equal("too-large", (await FetchAsync("/bomb")).Refusal!.Code);
    }

    public static MatrixTheoryData<string, int> Cut => new(["gzip", "br", "deflate"], [1, 8, 20, 400]);

    [Theory, MemberData(nameof(Cut))]
    public async Task A_packed_page_that_was_cut_off_is_no_page(string encoding, int lost)
    {
        using var packed = new MemoryStream();
        await using (
            Stream packer = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest, true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, true),
                _ => new ZLibStream(packed, CompressionLevel.Fastest, true),
            }
        )
        {
            await packer.WriteAsync(
                Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"<p>Pier {i}.</p>"))),
                TestContext.Current.CancellationToken
            );
        }

        _site.Answer(
            "/cut",
            context =>
            {
                context.Response.ContentType = "text/html";
                context.Response.Headers.ContentEncoding = encoding;
                return context.Response.Body.WriteAsync(packed.ToArray().AsMemory(..^lost)).AsTask();
            }
        );

        var refused = (await FetchAsync("/cut")).Refusal;
        Assert.Equal("unreachable", refused?.Code);
        Assert.Contains("broke off or sent what is no proper answer", refused!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("http://[::1")]
    [InlineData("http://x:99999999/")]
    public async Task A_redirect_to_what_is_no_address_is_named(string location)
    {
        _site.Answer(
            "/moved",
            context =>
            {
                context.Response.StatusCode = 301;
                context.Response.Headers.Location = location;
                return Task.CompletedTask;
            }
        );

        var refused = (await FetchAsync("/moved")).Refusal;
        Assert.Equal("redirects", refused?.Code);
        Assert.Contains($"redirects to “{location}”, which is no address", refused!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_drips_is_cut_off_at_the_limit_of_time()
    {
        _site.Answer(
            "/drip",
            async context =>
            {
                context.Response.ContentType = "text/html";
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.WriteAsync("x", context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(50, context.RequestAborted);
                }
            }
        );
        Assert.Equal(
            "timeout",
            (await FetchAsync("/drip", settings => settings.Timeout = TimeSpan.FromSeconds(1))).Refusal!.Code
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "private-address")]
    [InlineData("http://localhost/", "private-address")]
    [InlineData("http://[::1]/", "private-address")]
    [InlineData("http://[::ffff:7f00:1]/", "private-address")]
    [InlineData("http://2130706433/", "private-address")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private-address")]
    [InlineData("http://example.org:8080/", "url-port")]
    [InlineData("gopher://example.org/", "url-scheme")]
    public async Task Does_not_reach_into_the_desks_own_network(string url, string code)
    {
        using var fetcher = Fetcher(settings => settings.AllowPrivateAddresses = false);
        Assert.Equal(code, (await fetcher.FetchAsync(new Uri(url), CancellationToken.None)).Refusal!.Code);
    }

    [Fact]
    public async Task A_host_of_the_desks_own_network_is_reached_where_it_is_named_and_nothing_beside_it()
    {
        await using var other = await SourceSite.StartAsync();
        other.Write("/secret", "Ninety ships.");
        _site.Write("/port", "Ninety ships.");
        _site.Answer("/on", context => Redirect(context, other.Url("/secret")));
        using var fetcher = Fetcher(settings =>
        {
            settings.AllowPrivateAddresses = false;
            settings.InternalHosts.Add(_site.Address.Authority);
        });

        Assert.True((await fetcher.FetchAsync(new Uri(_site.Url("/port")), CancellationToken.None)).IsOk);
        Assert.Equal("url-port", (await fetcher.FetchAsync(new Uri(other.Url("/secret")), CancellationToken.None)).Refusal!.Code);
        Assert.Equal("url-port", (await fetcher.FetchAsync(new Uri(_site.Url("/on")), CancellationToken.None)).Refusal!.Code);
        Assert.Equal(
            "private-address",
            (await fetcher.FetchAsync(new Uri("http://127.0.0.1/"), CancellationToken.None)).Refusal!.Code
        );
        Assert.Equal(0, other.Visits("/secret"));
    }

    [Fact]
    public async Task A_proxy_is_told_the_checked_address_and_asked_for_no_other()
    {
        await using var proxy = TunnelProxy.Start();
        _site.Write("/port", "Ninety ships.");
        var named = $"localhost:{_site.Address.Port}";
        using var fetcher = Fetcher(settings =>
        {
            settings.AllowPrivateAddresses = false;
            settings.InternalHosts.Add(named);
            settings.Proxy = proxy.Address;
        });

        var page = await fetcher.FetchAsync(new Uri($"http://{named}/port"), CancellationToken.None);
        var refused = await fetcher.FetchAsync(new Uri("http://127.0.0.1/"), CancellationToken.None);

        Assert.True(page.IsOk, page.Refusal?.Message);
        Assert.Equal("private-address", refused.Refusal!.Code);
        Assert.Matches($@"^CONNECT (127\.0\.0\.1|\[::1\]):{_site.Address.Port} HTTP/1\.1$", Assert.Single(proxy.Asked));

        proxy.Refuses = true;
        using var another = Fetcher(settings => settings.Proxy = proxy.Address);
        var closed = await another.FetchAsync(new Uri(_site.Url("/port")), CancellationToken.None);
        Assert.Contains(
            "The desk's proxy does not lead to 127.0.0.1: it answered “HTTP/1.1 403 Forbidden”",
            closed.Refusal!.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("example.org/story", "https://example.org/story")]
    [InlineData("  http://example.org/a?b=c  ", "http://example.org/a?b=c")]
    [InlineData("", null)]
    [InlineData("what is this", null)]
    [InlineData("https://", null)]
    public void Understands_addresses_as_people_type_them(string typed, string? url) =>
        Assert.Equal(url, SourceAddress.Parse(typed).Value?.AbsoluteUri);

    [Theory]
    [InlineData("https://Example.org/a?utm_source=x&id=7&fbclid=1#top", "https://example.org/a?id=7")]
    [InlineData("https://example.org/a?utm_source=x", "https://example.org/a")]
    [InlineData("https://example.org:443/", "https://example.org/")]
    public void Two_links_to_one_page_are_one_address(string link, string canonical) =>
        Assert.Equal(canonical, SourceAddress.Canonical(new Uri(link)));

    private async Task<Result<FetchedSource>> FetchAsync(string path, Action<IntakeSettings>? change = null)
    {
        using var fetcher = Fetcher(change);
        return await fetcher.FetchAsync(new Uri(_site.Url(path)), CancellationToken.None);
    }

    private static SourceFetcher Fetcher(Action<IntakeSettings>? change)
    {
        var settings = new IntakeSettings { AllowPrivateAddresses = true };
        change?.Invoke(settings);
        return new SourceFetcher(settings, new DeskSettings());
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
