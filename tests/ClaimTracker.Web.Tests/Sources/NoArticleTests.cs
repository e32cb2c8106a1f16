using System.Globalization;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>What is taken for an article, and what is not.</summary>
public sealed class NoArticleTests
{
    private const string Paragraph =
        "<p>The ferry ran aground at dawn, and the crew brought all who were aboard to the shore in the ship's own boats, the owner said.</p>";

    [Fact]
    public void A_list_of_dated_stories_is_no_article() =>
        Assert.Contains(
            "6 stories",
            Why(Repeat(6, i => $"<article><h2>Story {i} of the week</h2><time>{i} May 2024</time>{Paragraph}</article>"))
        );

    [Fact]
    public void A_list_of_linked_headlines_is_no_article() =>
        Assert.Contains(
            "5 stories",
            Why("<h1>News</h1>" + Repeat(5, i => $"<div><h3><a href='/{i}'>Story {i}</a></h3>{Paragraph}</div>"))
        );

    [Fact]
    public void A_table_is_no_article() =>
        Assert.Contains(
            "table",
            Why(
                "<h1>Losses</h1><table>"
                    + Repeat(12, i => $"<tr><td>{i} May</td><td>{i * 120}</td><td>tanks</td></tr>")
                    + "</table>"
            )
        );

    [Theory]
    [InlineData("<div id='root'></div><script>start()</script>")]
    [InlineData("<p>Please enable JavaScript to use this site.</p>")]
    [InlineData("<h1>Access denied</h1><p>You have no permission to see this page.</p>")]
    public void A_shell_is_no_article(string body) => Assert.Equal(NoArticle.Empty, Why(body));

    [Fact]
    public void An_article_with_stories_below_it_is_one() =>
        Assert.Null(
            Why(
                "<article><h1>Ferry aground</h1>"
                    + Repeat(6, _ => Paragraph)
                    + "</article>"
                    + Repeat(6, i => $"<div><h3><a href='/{i}'>Story {i}</a></h3><p>{i} May 2024</p></div>")
            )
        );

    [Fact]
    public void An_article_with_sections_and_a_table_is_one() =>
        Assert.Null(
            Why(
                "<article><h1>Ferry aground</h1>"
                    + Repeat(5, i => $"<section><h2>Part {i}</h2>{Paragraph}{Paragraph}</section>")
                    + "<table>"
                    + Repeat(6, i => $"<tr><td>{i}</td><td>{i * 10}</td></tr>")
                    + "</table></article>"
            )
        );

    [Fact]
    public void A_page_laid_out_in_a_table_is_one() =>
        Assert.Null(Why($"<table><tr><td><h1>Ferry aground</h1>{Paragraph}{Paragraph}{Paragraph}</td></tr></table>"));

    [Fact]
    public void A_live_blog_of_one_day_is_one() =>
        Assert.Null(
            Why(
                "<article><h1>Ferry aground: live</h1>"
                    + Repeat(
                        6,
                        i =>
                            $"<section><h2>Boat {i} lands</h2><time datetime='2024-05-06T1{i}:00'>1{i}:00</time>{Paragraph}</section>"
                    )
                    + "</article>"
            )
        );

    private static string? Why(string body) =>
        ArticleExtractor
            .Extract($"<html lang='en'><head><title>A page</title></head><body>{body}</body></html>", null)
            .Value!.NoArticle;

    private static string Repeat(int times, Func<int, string> one) =>
        string.Concat(Enumerable.Range(1, times).Select(i => one(i).ToString(CultureInfo.InvariantCulture)));
}
