using System.Text.Json;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>What <c>article</c> prints of one page. <c>publishedAt</c> is a day as the page states it: 2025-08-19.</summary>
internal sealed record ArticleJson(
    JsonElement Id, string? Title, string? Byline, DateOnly? PublishedAt, string? SiteName, string? Language, string Text);
