using System.Globalization;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>Each page in Articles/ with what a reader would call its article beside it.</summary>
public class ArticleExtractorTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sources", "Articles");

    public static IEnumerable<TheoryDataRow<string>> Pages =>
        Directory.EnumerateFiles(Folder, "*.html").Select(Path.GetFileNameWithoutExtension).Order().Select(name => new TheoryDataRow<string>(name!));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Takes_the_article_and_nothing_else(string page)
    {
        var article = ArticleExtractor.Extract(File.ReadAllText(Path.Combine(Folder, page + ".html")), new Uri("https://www.marrow.example/a"));
        var written = $"""
            title: {article.Title}
            byline: {article.Byline}
            published: {article.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}
            site: {article.SiteName}
            language: {article.Language}

            {article.Text}

            """;
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, page + ".txt")), written);
    }

    public static TheoryData<string, string> HostilePages => new()
    {
        { "The end.", string.Concat(Enumerable.Repeat("<div><b>", 100_000)) + "<p>The end.</p>" },
        { "x", string.Concat(Enumerable.Range(0, 400).Select(i => $"<font size={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 40_000)) },
        { "The end.", "<div " + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"a{i} ")) + "><p>The end.</p>" },
        { "A line", string.Concat(Enumerable.Repeat("<p>A line of some length that says very little.</p>", 30_000)) },
        { "", string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)) },
        { "", "<a title=\"" + new string('x', 5_000_000) },
        { "<", new string('<', 5_000_000) },
        { "x", "<script type=\"application/ld+json\">" + new string('[', 1_000_000) + "</script><p>x</p>" },
        { "", "" },
        { "ab", "<p>a\0b</p>" },
    };

    [Theory]
    [MemberData(nameof(HostilePages), DisableDiscoveryEnumeration = true)]
    public void Stands_hostile_pages(string words, string html)
    {
        // Anything quadratic would take hours over these, and anything recursive would end the process.
        Assert.Contains(words, ArticleExtractor.Extract(html, null).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-08-19T23:30:00-05:00", "2025-08-19")]
    [InlineData("Tue, 19 August 2025 10:00", "2025-08-19")]
    [InlineData("Aug. 19, 2025", "2025-08-19")]
    [InlineData("20250819", "2025-08-19")]
    [InlineData("19.8.2025", "2025-08-19")]
    [InlineData("31 February 2025", null)]
    [InlineData("08/09/2025", null)]
    [InlineData("yesterday", null)]
    public void Reads_the_dates_that_nobody_can_mistake(string written, string? day) =>
        Assert.Equal(day, PageDate.Parse(written)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
