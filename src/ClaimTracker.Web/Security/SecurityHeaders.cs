using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Security;

/// <summary>What a browser may do with our answers: said with each of them, errors and refusals included.</summary>
internal static class SecurityHeaders
{
    private const string Content =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    // Hangfire's dashboard carries inline scripts and styles of its own; only administrators reach it.
    private const string OfDashboard = Content + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";

    // What no page of ours asks a browser for. The clipboard and passkeys are left out: people of the desk use them.
    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Stands before everything else, so that whatever answers, these are with it.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var isHttps = app.Services.GetRequiredService<DeskSettings>().PublicUrl.Scheme == Uri.UriSchemeHttps;
        app.Use(
            (context, next) =>
            {
                // Asked before the dashboard takes its part of the path away.
                var content = context.Request.Path.StartsWithSegments("/jobs") ? OfDashboard : Content;

                // As the answer begins: an error page is written by a pipeline that clears what was set before it.
                context.Response.OnStarting(() =>
                {
                    Set(context, content, isHttps);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    private static void Set(HttpContext context, string content, bool isHttps)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = content;

        // For a year a browser that came by https comes by nothing else; behind a proxy, https is what the proxy says.
        if (isHttps && context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
