using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Somebody else's web site, on loopback, whose pages a test writes and rewrites.</summary>
public sealed class SourceSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();
    private readonly ConcurrentDictionary<string, int> _visits = new();

    private SourceSite(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<SourceSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new SourceSite(builder.Build());
        site._app.Run(context =>
        {
            site._visits.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
            if (site._pages.TryGetValue(context.Request.Path, out var page))
                return page(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await site._app.StartAsync();
        site.Address = new Uri(
            site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        );
        return site;
    }

    public string Url(string path) => new Uri(Address, path).AbsoluteUri;

    public int Visits(string path) => _visits.GetValueOrDefault(path);

    /// <summary>A page with those paragraphs.</summary>
    public void Write(string path, params string[] paragraphs) =>
        Serve(
            path,
            "text/html; charset=utf-8",
            "<!doctype html><html lang=en><head><title>A page</title></head><body><nav>Home</nav><article>"
                + string.Concat(paragraphs.Select(p => $"<p>{p}</p>"))
                + "</article></body></html>"
        );

    public void Serve(string path, string contentType, string body) =>
        Answer(
            path,
            context =>
            {
                context.Response.ContentType = contentType;
                return context.Response.WriteAsync(body);
            }
        );

    public void Answer(string path, RequestDelegate answer) => _pages[path] = answer;

    public void Remove(string path) => _pages.TryRemove(path, out _);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
