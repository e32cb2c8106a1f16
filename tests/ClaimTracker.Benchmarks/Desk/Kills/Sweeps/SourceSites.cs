using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
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
    private readonly int _everySilent;

    private SourceSites(WebApplication app, int sites, int port, int everySilent) =>
        (_app, _sites, _port, _everySilent) = (app, sites, port, everySilent);

    /// <summary>How often each page was fetched.</summary>
    public IEnumerable<int> Visits => _visits.Values;

    /// <summary>The sites as an administrator names them who has hosts of the desk's own network reached.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, _sites).Select(site => new Uri(UrlOf(site)).Authority);

    /// <summary>Starts them.</summary>
    /// <param name="sites">How many.</param>
    /// <param name="everySilent">One of so many accepts and never answers; 0 for none.</param>
    public static async Task<SourceSites> StartAsync(int sites, int everySilent = 0)
    {
        var port = FreePort.Find();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://0.0.0.0:{port}");
        var started = new SourceSites(builder.Build(), sites, port, everySilent);
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

    /// <summary>Whether a page is at a site that never answers.</summary>
    public bool IsSilent(int page) => _everySilent > 0 && page % _sites % _everySilent == 0;

    /// <summary>What stands on a page.</summary>
    public static string PageOf(int page) =>
        $"<!doctype html><html lang=en><title>Harbour {page}</title><body><article><h1>Harbour {page}</h1><p>{QuoteOf(page)}</p>{Filling}</article></body></html>";

    /// <summary>What is quoted of it.</summary>
    public static string QuoteOf(int page) => $"The harbour of quay {page} received 412 ships in May.";

    private static int SiteOf(IPAddress address) =>
        address.MapToIPv4().GetAddressBytes() is [_, _, var hundreds, var place] ? (hundreds * 250) + place - 1 : 0;

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
        if (IsSilent(SiteOf(context.Connection.LocalIpAddress!)))
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        if (path == "/robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        _visits.AddOrUpdate(path, 1, (_, count) => count + 1);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            PageOf(int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture)),
            context.RequestAborted
        );
    }
}
