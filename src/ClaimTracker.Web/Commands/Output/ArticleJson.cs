using System.Text.Json;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>A result that may be none.</summary>
internal interface IRefusable
{
    /// <summary>
    /// Why there is none, for people; else null. A file alone that is refused is bad input, a record among others is not.
    /// </summary>
    string? Refused { get; }
}

/// <summary>
/// What <c>article</c> prints of one page. <c>publishedAt</c> is a day as the page states it: 2025-08-19. <c>refused</c> says why
/// the page is no article, beside the text that was found, else null.
/// </summary>
internal sealed record ArticleJson(
    JsonElement Id,
    string? Title,
    string? Byline,
    DateOnly? PublishedAt,
    string? SiteName,
    string? Language,
    string Text,
    string? Refused
) : IRefusable;
