using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Intake;

/// <summary>An article as it came in, before anybody has added to it what it does not say itself.</summary>
/// <param name="Text">Normalized text; never empty.</param>
public sealed record ArticleSource(string Text)
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string? Byline { get; init; }

    /// <summary>BCP 47, as the page states it.</summary>
    public string? Language { get; init; }

    public Uri? Url { get; init; }

    /// <summary>The bytes that the text was taken from; null where text was pasted.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The answer that the text was taken from; null where it was pasted or uploaded.</summary>
    public FetchedSource? Answer { get; init; }

    /// <summary>Media type of <see cref="Content"/>.</summary>
    public string ContentType { get; init; } = WebPage.PlainText;
}
