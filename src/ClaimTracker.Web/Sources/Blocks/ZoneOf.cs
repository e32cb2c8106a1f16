using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>In what part of a page an element stands, by what the page calls it; null where it says nothing.</summary>
internal static partial class ZoneOf
{
    // What holds this part of the page's text is the page, whatever it is called.
    private const double MostText = 0.5;

    /// <summary>The zone that an element opens.</summary>
    /// <param name="element">The element.</param>
    /// <param name="all">How many characters of text the whole page has.</param>
    public static PageZone? Element(IElement element, int all)
    {
        if (element.LocalName is "html" or "body" or "main")
            return null;
        if (element.LocalName is "ins" or "span" or "b" or "em" or "strong" or "i" or "a" or "sup" or "sub")
            return null;
        if (ByRole(element) is { } role && !HoldsPage(element, all))
            return role;
        var names = $"{element.ClassName} {element.Id}";
        if (names.Length > 1 && ByName(names) is { } named && !HoldsPage(element, all))
            return named;
        return IsTeaser(element) ? PageZone.Teaser : null;
    }

    /// <summary>True for an element that the page calls a notice on its text: a correction, an editor's note, an alert.</summary>
    /// <param name="element">The element.</param>
    /// <param name="all">How many characters of text the whole page has.</param>
    public static bool IsNotice(IElement element, int all) =>
        (element.GetAttribute("role") is "note" or "alert" || NoticeName().IsMatch($"{element.ClassName} {element.Id}"))
        && !HoldsPage(element, all);

    /// <summary>The zone of what stands under a heading, by what it reads; null for a heading of the text.</summary>
    public static PageZone? Heading(string heading)
    {
        if (CommentHeading().IsMatch(heading))
            return PageZone.Comment;
        if (TeaserHeading().IsMatch(heading))
            return PageZone.Teaser;
        return AdvertHeading().IsMatch(heading) ? PageZone.Advert : null;
    }

    private static PageZone? ByRole(IElement element)
    {
        switch (element.LocalName)
        {
            case "nav" or "menu":
                return PageZone.Navigation;
            case "aside":
                return PageZone.Aside;
            case "header" or "footer" when element.Closest("article, main") is null && element.QuerySelector("h1") is null:
                return PageZone.Frame;
            case "dialog" or "button":
                return PageZone.Overlay;
        }

        return element.GetAttribute("role")?.ToLowerInvariant() switch
        {
            "navigation" or "menu" or "menubar" or "search" or "tablist" => PageZone.Navigation,
            "complementary" => PageZone.Aside,
            "banner" or "contentinfo" => PageZone.Frame,
            "dialog" or "alertdialog" => PageZone.Overlay,
            _ => null,
        };
    }

    private static PageZone? ByName(string names)
    {
        if (CommentName().IsMatch(names))
            return PageZone.Comment;
        if (AdvertName().IsMatch(names))
            return PageZone.Advert;
        if (OverlayName().IsMatch(names))
            return PageZone.Overlay;
        if (TeaserName().IsMatch(names))
            return PageZone.Teaser;
        if (NavigationName().IsMatch(names))
            return PageZone.Navigation;
        return AsideName().IsMatch(names) ? PageZone.Aside : null;
    }

    private static bool HoldsPage(IElement element, int all) =>
        (
            element.QuerySelector("h1, main") is not null
            && element.LocalName is not ("dialog" or "button")
            && element.TextContent.Length > all * 0.3
        )
        || (
            element.LocalName is not ("nav" or "button")
            && element.QuerySelectorAll("p").Sum(p => p.TextContent.Length) > all * MostText
            && CommentName().IsMatch($"{element.ClassName} {element.Id}") is false
            && OverlayName().IsMatch($"{element.ClassName} {element.Id}") is false
        );

    // One of several, whose heading leads to the page that it invites to.
    private static bool IsTeaser(IElement element) =>
        (element.LocalName is "article" or "li" || CardName().IsMatch($"{element.ClassName}"))
        && element.QuerySelector("h1, h2, h3, h4, h5") is { } heading
        && (heading.QuerySelector("a[href]:not([href^='#'])") is not null || heading.ParentElement?.LocalName == "a")
        && element.QuerySelectorAll("h1, h2, h3, h4, h5").Length == 1
        && element.QuerySelectorAll("p").Length <= 2;

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:comments?|commentlist|comment-?(?:section|list|thread|body|area)|disqus|discussions?|user-?(?:comments?|posts?)|reader-?(?:comments?|letters)|replies|responses)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex CommentName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:ads?|adverts?|advertisements?|advertorial|adslot|ad-?(?:slot|unit|container|banner|box|wrapper)|sponsor(?:ed|s)?|commercial|dfp|gpt|outbrain|taboola|promoted)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex AdvertName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp-?(?:box|banner|modal|overlay)|ccpa|modal|pop-?up|overlay|newsletters?|sign-?up|subscri(?:be|ption)|paywall|regwall|gate|share|sharing|social|toolbar|toast|snackbar|interstitial|lightbox)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex OverlayName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:teasers?|promos?|related|recommend(?:ed|ations?)?|recirc(?:ulation)?|more-?(?:stories|news|articles|from)|read-?(?:more|next)|also-?(?:read|like)|most-?(?:read|popular|viewed)|popular|trending|up-?next|you-?may|latest-?(?:news|stories|posts)|yarpp|jp-relatedposts|headlines-list|storylist)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex TeaserName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:nav|navbar|navigation|menus?|breadcrumbs?|pagination|pager|skip-?links?|tabs|toc)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex NavigationName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:side-?bar|rail|right-?col(?:umn)?|left-?col(?:umn)?|widgets?|complementary)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex AsideName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:corrections?|corrected|clarifications?|erratum|errata|retract(?:ed|ions?)|withdrawn|editors?-?(?:s-)?note|updates?|amend(?:ed|ments?)|notices?|alerts?|advisory|warnings?|disclaimers?|superseded|outdated|disputed)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex NoticeName();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:cards?|tile|item|story|entry|post|result)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex CardName();

    // "Discussion" and "Reactions" head parts of a text too: there they have neither readers nor a count.
    [GeneratedRegex(
        """
            ^\W*(?:
              (?:\d+\s+)?(?:(?:reader|readers?['’]?|user|your|all|latest|recent|top)\s+)?comments?\W*(?:\(?\d+\)?)?
              | (?:\d+|readers?['’]?|users?['’]?|your|all|latest|recent|top)\s+(?:responses|replies|discussion|reactions|letters)\W*(?:\(?\d+\)?)?
              | (?:responses|replies|discussion|reactions|letters)\s*(?:\(\d+\)|\d+)
              | join\ the\ (?:conversation|discussion) | what\ (?:readers|people)\ (?:say|think) | have\ your\ say | leave\ a\ (?:comment|reply)
            )\W*$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        RegexLimit.Milliseconds
    )]
    private static partial Regex CommentHeading();

    [GeneratedRegex(
        """
            ^\W*(?:
              related(?:\s+\w+){0,2} | more\ (?:from|on|in|stories|news|about)\b.{0,40} | most\ (?:read|popular|viewed|shared)(?:\s.{0,20})?
              | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested).{0,20} | read\ (?:next|more|also) | also\ read | see\ also | recommended(?:\ for\ you)?
              | trending(?:\ now)? | popular(?:\ now|\ stories|\ articles)? | up\ next | top\ stories | latest\ (?:news|stories|headlines) | editor.?s.?\ picks?
              | don.t\ miss | in\ other\ news | elsewhere\ on.{0,30} | from\ our\ (?:partners|network|archive) | cited\ by(?:\s\S{1,6})? | citing\ articles
            )\W*$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        RegexLimit.Milliseconds
    )]
    private static partial Regex TeaserHeading();

    [GeneratedRegex(
        @"^\W*(?:advertisements?|advertising|sponsored(?: content| links)?|promoted(?: content)?|from our sponsors?|paid (?:content|post))\W*$",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex AdvertHeading();
}
