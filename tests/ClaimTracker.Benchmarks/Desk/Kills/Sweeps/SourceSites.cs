using System.Collections.Concurrent;
using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Benchmarks.Desk.Kills.Sweeps;

/// <summary>Many web sites, each at a loopback address of its own, with pages of ten kilobytes that never change.</summary>
internal sealed class SourceSites : IAsyncDisposable
{
    private const int Bytes = 10_000;

    private readonly WebApplication _app;
    private readonly int _sites;
    private readonly int _port;
    private readonly ConcurrentDictionary<string, int> _visits = new();

    private SourceSites(WebApplication app, int sites, int port) => (_app, _sites, _port) = (app, sites, port);

    /// <summary>How often each page was fetched.</summary>
    public IEnumerable<int> Visits => _visits.Values;

    public static async Task<SourceSites> StartAsync(int sites)
    {
        var port = FreePort.Find();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://0.0.0.0:{port}");
        var started = new SourceSites(builder.Build(), sites, port);
        started._app.Run(started.AnswerAsync);
        await started._app.StartAsync();
        return started;
    }

    /// <summary>The address of a page; pages are dealt out to the sites in turn.</summary>
    public string UrlOf(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"http://127.1.{page % _sites / 250}.{(page % _sites % 250) + 1}:{_port}/{page}"
        );

    /// <summary>What stands on a page.</summary>
    public static string PageOf(int page) =>
        $"<!doctype html><html lang=en><title>Harbour {page}</title><body><article><h1>Harbour {page}</h1><p>{QuoteOf(page)}</p>{Filling}</article></body></html>";

    /// <summary>What is quoted of it.</summary>
    public static string QuoteOf(int page) => $"The harbour of quay {page} received 412 ships in May.";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Filling { get; } =
        string.Concat(
            Enumerable
                .Range(0, Bytes / 100)
                .Select(i =>
                    $"<p>Crane number {i} was oiled, painted and tried with a load of sand while the pilots had their breakfast.</p>"
                )
        );

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _visits.AddOrUpdate(path, 1, (_, count) => count + 1);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            PageOf(int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture)),
            context.RequestAborted
        );
    }
}
