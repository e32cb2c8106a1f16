using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>Takes off a page what is never part of its article, before the article is looked for.</summary>
internal static partial class PageCleaner
{
    private const string Never =
        "script:not([type*='math']), style, template, iframe, object, embed, canvas, audio, video, svg, map, button, select, textarea, dialog, figcaption, rt, rp, amp-ad, amp-sidebar, amp-consent, amp-iframe, amp-social-share";

    private const string Seldom =
        "noscript, nav, menu, footer:not(article footer):not(blockquote footer),"
        + "[role=navigation], [role=banner], [role=complementary], [role=search], [role=dialog], [role=alertdialog], [role=menu], [role=contentinfo],"
        + "[aria-hidden=true], [hidden]";

    // Readability knows that these are hidden too; but inside a paragraph they would make its line look like another.
    private const string Unseen = "[style*='display:none' i], [style*='display: none' i]";

    private const int MostUnseenProse = 200;

    // Each is looked for among its siblings.
    private const int MostUnwrapped = 200;

    // What holds this many characters of paragraphs is kept, whatever it is called: sites name their columns oddly.
    private const int MostProse = 600;

    /// <summary>Changes the document in place.</summary>
    public static void Clean(IHtmlDocument document, PageBudget budget)
    {
        Removal.Remove(document.QuerySelectorAll(Never).ToList());
        Removal.Remove(document.QuerySelectorAll(Seldom).Where(e => !HoldsArticle(e, budget)).ToList());
        Removal.Remove(document.QuerySelectorAll(Unseen).Where(e => !HoldsArticle(e, budget, MostUnseenProse)).ToList());
        Removal.Remove(document.All.Where(e => IsBoilerplate(e, budget)).ToList());
        // Readability knows no noscript: what is left of them is an article that scripts would have shown.
        foreach (var element in document.QuerySelectorAll("noscript").Take(MostUnwrapped).ToList())
            element.Replace([.. element.ChildNodes]);
    }

    private static bool IsBoilerplate(IElement element, PageBudget budget)
    {
        var name = $"{element.ClassName} {element.Id}";
        return name.Length > 1 && Boilerplate().IsMatch(name) && !HoldsArticle(element, budget);
    }

    private static bool HoldsArticle(IElement element, PageBudget budget, int mostProse = MostProse)
    {
        budget.CheckTime();
        return element is IHtmlBodyElement or IHtmlHtmlElement or IHtmlHeadElement
            || element.LocalName is "article" or "main"
            || element.QuerySelector("article, main, h1, [itemprop=articleBody]") is not null
            || element.QuerySelectorAll("p").Sum(p => p.TextContent.Length) >= mostProse;
    }

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletters?|share|sharing|shar(?:e|ing)-?(?:bar|buttons?|tools?|links?)|sharedaddy|addtoany|social|related|recommend(?:ed|ations?)?|comments?|disqus|breadcrumbs?|sponsored|advert(?:isement|s)?|promos?|outbrain|taboola|paywall|pop-?up|modal|subscri(?:be|ption)|sign-?up|caption|wp-caption-text|photo-?credit|image-?credit|tags?-(?:list|links|cloud)|(?:post|entry|article)-tags|(?:author|bio)-(?:bio|box|info|card|profile|desc(?:ription)?|details|about|block|name|meta)|(?:about|post|article|entry)-author|saboxplugin-wrap|biography|read-?more|more-?(?:stories|news|articles)|(?:see|read|you-may|also)-also|also-(?:read|like)|most-(?:read|popular)|trending|screen-reader-text|visually-hidden|sr-only|printfriendly|post-?(?:navigation|nav|views|ratings?)|pagination|yarpp|jp-relatedposts|wp-block-latest-posts)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Boilerplate();
}
