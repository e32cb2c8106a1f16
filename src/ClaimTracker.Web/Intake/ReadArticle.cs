using ClaimTracker.Extraction;

namespace ClaimTracker.Web.Intake;

/// <summary>An article with title and outlet, and what was read out of it.</summary>
public sealed record ReadArticle(ArticleSource Source, Reading Reading)
{
    /// <summary>Reads the article.</summary>
    public static ReadArticle Of(ArticleSource source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source.Title);
        ArgumentException.ThrowIfNullOrEmpty(source.Outlet);
        return new ReadArticle(source, ArticleReader.Read(source.Text, source.PublishedOn));
    }
}
