using AngleSharp.Html.Dom;
namespace ClaimTracker.Web.Sources;

internal static class PageMetadata
{
    public static ArticleContent Read(IHtmlDocument document, Uri? url) => new(document.Title, null, null, null, null, "");
}
