using System.Globalization;
using System.Xml.Linq;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>What search engines ask for first: <c>/robots.txt</c>, and <c>/sitemap.xml</c> with the newest verdicts.</summary>
internal static class CrawlerFiles
{
    // What is older is reached through the pages' own links.
    private const int Newest = 1_000;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Pages = ["/", "/corrections", "/methodology"];

    public static void MapCrawlerFiles(this WebApplication app)
    {
        app.MapMethods("/robots.txt", Read, Robots).AllowAnonymous();
        app.MapMethods("/sitemap.xml", Read, SitemapAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    /// <summary>An address that leads nowhere is said to lead nowhere, also to who is not signed in.</summary>
    public static void MapUnknown(this WebApplication app) =>
        app.MapFallback(
                "{**address}",
                context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }
            )
            .AllowAnonymous();

    // Everything else asks for a sign-in, which no crawler has.
    private static IResult Robots(DeskSettings desk) =>
        Results.Text(
            $"User-agent: *\nDisallow: /desk\nDisallow: /people\nDisallow: /workflows\nDisallow: /jobs\nDisallow: /signin\nSitemap: {desk.AddressOf("/sitemap.xml")}\n"
        );

    private static async Task<IResult> SitemapAsync(DeskDb db, DeskSettings desk, CancellationToken cancel)
    {
        var verdicts = await db
            .Verdicts.AsNoTracking()
            .Where(v =>
                v.Status == VerdictStatus.Published
                && db.Claims.Any(c => c.Id == v.ClaimId && c.Publication == Publication.Published)
            )
            .OrderByDescending(v => v.ClaimId)
            .Take(Newest)
            .Select(v => new { v.ClaimId, v.PublishedAt })
            .ToListAsync(cancel);
        var sitemap = new XElement(
            Sitemap + "urlset",
            Pages.Select(page => Entry(desk.AddressOf(page).AbsoluteUri, null)),
            verdicts.Select(v => Entry(ClaimReviewJson.UrlOf(v.ClaimId, desk), v.PublishedAt))
        );
        return Results.Text(
            new XDeclaration("1.0", "utf-8", null) + sitemap.ToString(SaveOptions.DisableFormatting),
            "application/xml"
        );
    }

    private static XElement Entry(string address, DateTime? changedAt) =>
        new(
            Sitemap + "url",
            new XElement(Sitemap + "loc", address),
            changedAt is { } at
                ? new XElement(Sitemap + "lastmod", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null
        );
}
