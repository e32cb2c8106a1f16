using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>Twelve outlets at loopback addresses of their own, whose pages read as on the day of the replay.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private const int Outlets = 12;

    private readonly WebApplication _app;
    private readonly ReplaySeries _series;
    private readonly int _port;
    private readonly Dictionary<string, (ReplayVerdict Verdict, ReplaySource Source)> _pages = [];

    private ReplayServer(WebApplication app, ReplaySeries series, int port) => (_app, _series, _port) = (app, series, port);

    /// <summary>The day.</summary>
    public int Day { get; set; }

    /// <summary>How many pages were asked for.</summary>
    public int Asked { get; private set; }

    public static async Task<ReplayServer> StartAsync(ReplaySeries series)
    {
        var port = FreePort.Find();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://0.0.0.0:{port}");
        var server = new ReplayServer(builder.Build(), series, port);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Gives a verdict its pages: two outlets that carry the same figure, or one.</summary>
    public void Place(ReplayVerdict verdict)
    {
        List<ReplaySource> sources = [];
        for (var place = 0; place < (verdict.IsCasualties ? 2 : 1); place++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/{verdict.Number}/{place}");
            var outlet = ((verdict.Number + (place * 5)) % Outlets) + 1;
            var source = new ReplaySource(
                verdict,
                place,
                new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.3.0.{outlet}:{_port}{path}"))
            );
            _pages[path] = (verdict, source);
            sources.Add(source);
        }

        verdict.Place(sources);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Asked++;
        if (!_pages.TryGetValue(context.Request.Path.Value!, out var page))
            return StatusAsync(context, StatusCodes.Status404NotFound);
        switch (page.Source.AnswerOn(Day))
        {
            case ReplayAnswer.Outage:
                return StatusAsync(context, StatusCodes.Status503ServiceUnavailable);
            case ReplayAnswer.Gone:
                return StatusAsync(context, StatusCodes.Status404NotFound);
            case ReplayAnswer.Consent:
                return WriteAsync(context, ReplayStyles.Consent);
            default:
                var read = page.Source.PageOn(Day);
                return WriteAsync(context, ReplayStyles.Write(read, read.Published is { } day ? _series.Days[day] : null));
        }
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
