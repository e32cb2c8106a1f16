namespace ClaimTracker.Web.Sources;

/// <summary>An article as a page holds it.</summary>
/// <param name="Title">The headline, without the site's name; null where the page has none.</param>
/// <param name="Byline">Who wrote it, without "By"; several names are separated by commas.</param>
/// <param name="PublishedAt">The day of publication as the page states it, in the page's own time zone.</param>
/// <param name="SiteName">The outlet.</param>
/// <param name="Language">BCP 47, as the page states it: "en", "en-GB".</param>
/// <param name="Text">The article alone: one paragraph, heading or list item a line; empty where the page has no text.</param>
public sealed record ArticleContent(
    string? Title,
    string? Byline,
    DateOnly? PublishedAt,
    string? SiteName,
    string? Language,
    string Text
)
{
    /// <summary>Why the page is no article, for people, with what to do about it; null where it may be one.</summary>
    public string? NoArticle { get; init; }
}
