using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Pages and answers that have ended a whole job by an exception, each once.</summary>
internal static class PoisonedPages
{
    private const string Words = "The port handled 90 ships a week in July. ";

    public static readonly IReadOnlyList<string> Paths =
    [
        "/nowhere",
        "/utf7",
        "/brotli",
        "/gzip",
        "/nul",
        "/nul-title",
        "/emoji",
        "/half",
        "/status",
        "/odd-type",
    ];

    /// <summary>Serves them all.</summary>
    public static void WritePoisoned(this SourceSite site)
    {
        site.Answer("/nowhere", context => Redirect(context, "//"));
        site.Answer("/utf7", context => Send(context, "text/html; charset=utf-7", [.. Page(Words), 0xE9]));
        site.Answer("/brotli", context => Packed(context, "br", [0xFF, 0x00, 0x13, .. Page(Words)]));
        site.Answer("/gzip", context => Packed(context, "gzip", Cut(Zip(Page(Words + Words)))));
        site.Answer(
            "/nul",
            context => Send(context, "text/plain", Encoding.UTF8.GetBytes("The port handled 70\0 ships a week in July."))
        );
        site.Answer(
            "/nul-title",
            context =>
                Send(
                    context,
                    "text/html",
                    Encoding.UTF8.GetBytes(
                        "<!doctype html><title>a\0b</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ships\\u0000in July\",\"author\":\"A \\u0000 B\",\"publisher\":{\"name\":\"The\\u0000 Port\"}}</script><p>"
                            + Words
                            + "&#0; &#xD800;</p>"
                    )
                )
        );
        site.Answer(
            "/emoji",
            context =>
                Send(
                    context,
                    "text/html; charset=utf-8",
                    Page("The port handled 70 ships a week in July " + string.Concat(Enumerable.Repeat("x😀", 900)))
                )
        );
        site.Answer(
            "/half",
            context =>
                Send(
                    context,
                    "text/html; charset=utf-16",
                    [
                        0xFF,
                        0xFE,
                        .. Encoding.Unicode.GetBytes("<p>The port handled 70 "),
                        0x3D,
                        0xD8,
                        .. Encoding.Unicode.GetBytes(" ships a week in July.</p>"),
                    ]
                )
        );
        site.Answer(
            "/status",
            context =>
            {
                context.Response.StatusCode = 999;
                return Task.CompletedTask;
            }
        );
        site.Answer("/odd-type", context => Send(context, "text/html; charset=\"\"", Page(Words)));
    }

    private static Task Redirect(HttpContext context, string location)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static Task Packed(HttpContext context, string encoding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = encoding;
        return Send(context, "text/html; charset=utf-8", body);
    }

    private static Task Send(HttpContext context, string type, byte[] body)
    {
        context.Response.Headers.ContentType = type;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static byte[] Page(string words) =>
        Encoding.UTF8.GetBytes($"<!doctype html><title>A page</title><article><p>{words}</p></article>");

    private static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            zip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Cut(byte[] bytes) => [.. bytes[..(bytes.Length / 2)], 0xFF, 0xFF, 0xFF];
}
