using System.Globalization;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>Each page in Articles/ with what a reader would call its article beside it.</summary>
public class ArticleExtractorTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sources", "Articles");

    public static IEnumerable<TheoryDataRow<string>> Pages =>
        Directory
            .EnumerateFiles(Folder, "*.html")
            .Select(Path.GetFileNameWithoutExtension)
            .Order()
            .Select(name => new TheoryDataRow<string>(name!));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Takes_the_article_and_nothing_else(string page)
    {
        var article = ArticleExtractor
            .Extract(File.ReadAllText(Path.Combine(Folder, page + ".html")), new Uri("https://www.marrow.example/a"))
            .Value!;
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

    [Fact]
    public void Reads_a_page_whose_address_holds_a_week()
    {
        var html = File.ReadAllText(Path.Combine(Folder, "news.html"));
        var article = ArticleExtractor.Extract(html, new Uri("https://www.marrow.example/2025/43/bridge")).Value!;
        Assert.StartsWith("The harbour bridge was shut", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_a_paragraph_by_the_text_that_the_page_repeats_for_programs()
    {
        string[] paragraphs =
        [
            "The ferry to the outer islands will stop running in November unless the county pays for a new engine, its owner said on Friday.",
            "About 900 islanders depend on it for their shopping, their post and the only doctor within an hour of sailing.",
            "The county has set aside 220,000 pounds, which is half of what the yard in the north asks for the work.",
            "A decision is due on the ninth of the month, when the council meets for the last time before the winter.",
        ];
        var html = $$"""
            <title>Ferry may stop</title><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{string.Join(
                ' ',
                paragraphs
            )}}"}</script>
            <div class="col"><div class="lead"><b>{{paragraphs[0]}}</b></div></div><div class="col"><h1>Ferry may stop</h1></div>
            <div class="col"><p>{{paragraphs[1]}}</p><p>{{paragraphs[2]}}</p><p>{{paragraphs[3]}}</p></div>
            """;
        Assert.Equal(string.Join('\n', paragraphs), ArticleExtractor.Extract(html, null).Value!.Text);
    }

    public static TheoryData<string, string> HostilePages =>
        new()
        {
            { "The end.", string.Concat(Enumerable.Repeat("<div><b>", 60_000)) + "<p>The end.</p>" },
            {
                "x",
                string.Concat(Enumerable.Range(0, 400).Select(i => $"<font size={i}>"))
                    + string.Concat(Enumerable.Repeat("<p>x", 20_000))
            },
            { "The end.", "<div " + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"a{i} ")) + "><p>The end.</p>" },
            { "A line", string.Concat(Enumerable.Repeat("<p>A line of some length that says very little.</p>", 30_000)) },
            { "", string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)) },
            { "", "<a title=\"" + new string('x', 5_000_000) },
            { "<", new string('<', 1_000_000) },
            { "x", "<script type=\"application/ld+json\">" + new string('[', 1_000_000) + "</script><p>x</p>" },
            { "", "" },
            { "ab", "<p>a\0b</p>" },
        };

    [Theory]
    [MemberData(nameof(HostilePages), DisableDiscoveryEnumeration = true)]
    public void Stands_hostile_pages(string words, string html)
    {
        // Anything quadratic would take hours over these, and anything recursive would end the process.
        Assert.Contains(words, ArticleExtractor.Extract(html, null).Value!.Text, StringComparison.Ordinal);
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
