using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// The element that a page itself marks as its article. Readability guesses by paragraphs, and a page of short ones,
/// or of lists, or of bare line breaks gives it too little to guess by.
/// </summary>
internal static class ArticleHint
{
    private static readonly string[] Marks =
    [
        "[itemprop=articleBody]",
        ".article-body, .article__body, .article-content, .article__content, .articleBody, .story-body, .story-content, .entry-content, .post-content, .post-body, .post__content, .td-post-content, .news-text, #article-body",
        "article",
        "[role=main], main",
        "#content, .content, #main, #main-content",
    ];

    /// <summary>Its text; empty where the page marks nothing that reads like an article.</summary>
    public static string Text(IHtmlDocument document)
    {
        foreach (var mark in Marks)
        {
            var longest = "";
            foreach (var element in document.QuerySelectorAll(mark))
            {
                var text = ArticleText.Of(element);
                if (text.Length > longest.Length && LinkDensity(element, text.Length) < 0.35) longest = text;
            }

            if (longest.Length > 250) return longest;
        }

        return "";
    }

    private static double LinkDensity(IElement element, int length) =>
        length == 0 ? 1 : element.QuerySelectorAll("a").Sum(a => a.TextContent.Trim().Length) / (double)length;
}
