using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>What a page says about its article: JSON-LD, meta tags, marked-up elements, in this order.</summary>
internal static class PageMetadata
{
    private const int LongestSite = 200;

    /// <summary>
    /// Reads it off the page before anything is cleaned away. <see cref="ArticleContent.Text"/> is the text that JSON-LD repeats,
    /// else empty.
    /// </summary>
    public static ArticleContent Read(IHtmlDocument document, Uri? url)
    {
        var described = new JsonLd(document);
        var metas = new MetaTags(document);
        var site =
            metas.First("og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher")
            ?? described.Publisher
            ?? Host(url);
        if (site?.Length > LongestSite)
            site = site[..LongestSite];
        return new ArticleContent(
            PageTitle.Find(document, described, metas, site),
            PageByline.Find(document, described, metas),
            PageDate.Find(document, described, metas, url),
            site,
            Language(document, described, metas),
            described.Body ?? ""
        );
    }

    private static string? Host(Uri? url) =>
        url is null ? null
        : url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..]
        : url.Host;

    private static string? Language(IHtmlDocument document, JsonLd described, MetaTags metas)
    {
        var written =
            document.DocumentElement.GetAttribute("lang")
            ?? document.DocumentElement.GetAttribute("xml:lang")
            ?? metas.First("og:locale", "content-language", "language", "dc.language")
            ?? described.Language;
        var first = written?.Split([',', ';', ' '])[0].Replace('_', '-').Trim();
        return first is { Length: >= 2 and <= 12 } && first.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? first : null;
    }
}
