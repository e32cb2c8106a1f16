using ClaimTracker.Extraction;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Web.Intake;

/// <summary>An article with title and outlet, and what was read out of it.</summary>
public sealed record ReadArticle(ArticleSource Source, Reading Reading)
{
    /// <summary>Reads the article.</summary>
    /// <param name="source">With title and outlet.</param>
    /// <param name="model">What scores its sentences.</param>
    public static ReadArticle Of(ArticleSource source, CheckWorthinessModel model)
    {
        ArgumentException.ThrowIfNullOrEmpty(source.Title);
        ArgumentException.ThrowIfNullOrEmpty(source.Outlet);
        return new ReadArticle(source, ArticleReader.Read(source.Text, source.PublishedOn, model));
    }
}
