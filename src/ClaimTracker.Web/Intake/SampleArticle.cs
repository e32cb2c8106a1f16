namespace ClaimTracker.Web.Intake;

/// <summary>An article that travels with the program, for a first walk through the desk. Its words are ours.</summary>
public static class SampleArticle
{
    /// <summary>What marks it, and the claims out of it, as a sample.</summary>
    public const string Outlet = "ClaimTracker sample";

    private const string Resource = "ClaimTracker.Web.Intake.Sample.sample-article.txt";

    /// <summary>The article, complete.</summary>
    public static ArticleSource Read()
    {
        using var stream = typeof(SampleArticle).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return new ArticleSource(Domain.ArticleText.Normalize(reader.ReadToEnd()))
        {
            Title = "No troops, perhaps planes: what was said and what was fired this week",
            Outlet = Outlet,
            PublishedOn = new DateOnly(2025, 8, 20),
            Language = "en",
        };
    }
}
