using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>Takes off a page what is never part of its article, before the article is looked for.</summary>
internal static partial class PageCleaner
{
    private const string Never =
        "script:not([type*='math']), style, noscript, template, iframe, object, embed, canvas, audio, video, svg, map, button, select, textarea, dialog,"
        + "nav, menu, footer:not(article footer):not(blockquote footer), figure figcaption, figcaption,"
        + "[role=navigation], [role=banner], [role=complementary], [role=search], [role=dialog], [role=alertdialog], [role=menu], [role=contentinfo],"
        + "[aria-hidden=true]:not(body):not(main):not(article), [hidden], amp-ad, amp-sidebar, amp-consent, amp-iframe, amp-social-share";

    /// <summary>Changes the document in place.</summary>
    public static void Clean(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Never).ToList()) element.Remove();
        foreach (var element in document.All.Where(IsBoilerplate).ToList()) element.Remove();
    }

    // What holds this many characters of paragraphs is kept, whatever it is called: sites name their columns oddly.
    private const int MostProse = 600;

    private static bool IsBoilerplate(IElement element)
    {
        if (element is IHtmlBodyElement or IHtmlHtmlElement or IHtmlHeadElement || element.LocalName is "article" or "main") return false;
        var name = $"{element.ClassName} {element.Id}";
        return name.Length > 1 && Boilerplate().IsMatch(name) && element.QuerySelector("article, main, h1, [itemprop=articleBody]") is null
            && element.QuerySelectorAll("p").Sum(p => p.TextContent.Length) < MostProse;
    }

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:cookie|consent|gdpr|newsletter|share|sharing|social|related|recommend(?:ed|ations?)?|comments?|disqus|breadcrumbs?|sponsored|advert(?:isement|s)?|promo|outbrain|taboola|paywall|popup|modal|subscribe|signup|caption|wp-caption-text|tags?-list|post-tags|entry-tags|author-bio|about-author|read-?more|more-?stories|screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Boilerplate();
}
