using System.Net;
using ClaimTracker.Web.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Behind a proxy that ends TLS. Its headers are believed where it is named in <c>Desk:Proxies</c> and from nobody else; with an
/// https
/// <c>Desk:PublicUrl</c> as well, every cookie is Secure, redirects stay on https, and other hosts are refused.
/// </summary>
internal static class PublicAddress
{
    public static void AddPublicAddress(this IServiceCollection services)
    {
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<DeskSettings>(
                (options, desk) =>
                {
                    options.ForwardedHeaders =
                        desk.Proxies.Count == 0
                            ? ForwardedHeaders.None
                            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                    options.ForwardLimit = null;
                    options.AllowedHosts = [desk.PublicUrl.Host];

                    // By default the machine itself is believed.
                    options.KnownProxies.Clear();
                    options.KnownIPNetworks.Clear();
                    foreach (var proxy in desk.Proxies)
                    {
                        options.KnownIPNetworks.Add(
                            NetworkOf(proxy) ?? throw new InvalidOperationException($"Desk:Proxies: “{proxy}” was not checked.")
                        );
                    }
                }
            );
        services
            .AddOptions<CookiePolicyOptions>()
            .Configure<DeskSettings>(
                (options, desk) => options.Secure = IsBehindTls(desk) ? CookieSecurePolicy.Always : CookieSecurePolicy.None
            );
    }

    public static void UsePublicAddress(this WebApplication app)
    {
        var desk = app.Services.GetRequiredService<DeskSettings>();
        if (WarningOf(desk) is { } warning)
            app.Logger.LogWarning("{Warning}", warning);
        app.UseForwardedHeaders();
        if (IsBehindTls(desk))
            app.Use((context, next) => ServeAsync(context, next, desk));
        app.UseCookiePolicy();
    }

    /// <summary>What whoever starts the program should know of these settings; null where they go together.</summary>
    public static string? WarningOf(DeskSettings desk) =>
        desk.PublicUrl.Scheme == Uri.UriSchemeHttps && desk.Proxies.Count == 0
            ? $"Desk:PublicUrl is {desk.PublicUrl}, and Desk:Proxies names no proxy: where one ends TLS before this server, all readers look like that one, and cookies are not marked as secure. Name it there."
            : null;

    /// <summary>An address ("10.0.0.7") or a network ("10.0.0.0/8"); null for anything else.</summary>
    internal static System.Net.IPNetwork? NetworkOf(string proxy) =>
        System.Net.IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static bool IsBehindTls(DeskSettings desk) => desk.PublicUrl.Scheme == Uri.UriSchemeHttps && desk.Proxies.Count > 0;

    // Whoever watches over the machine asks by its address, not by the desk's name.
    private static Task ServeAsync(HttpContext context, RequestDelegate next, DeskSettings desk)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/health"))
            return next(context);
        if (!request.Host.Host.Equals(desk.PublicUrl.Host, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync(
                $"This desk is at {desk.PublicUrl} and answers under no other name.",
                context.RequestAborted
            );
        }

        // Readers come over https, whether or not the proxy says so.
        request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }
}
