using System.Globalization;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>The day of publication as the outlet counts days.</summary>
public sealed class PageDateTests
{
    [Theory]
    [InlineData("2024-02-02T02:10:00Z", "<p>1 February 2024, 21:10</p>", null, "2024-02-01")]
    [InlineData(
        "2024-02-02T02:10:00Z",
        "<time datetime='2024-02-02T02:10:00Z'>Feb 1, 2024 at 9:10 p.m.</time>",
        null,
        "2024-02-01"
    )]
    [InlineData("2024-02-02T02:10:00Z", "", "https://paper.example/2024/02/01/ferry", "2024-02-01")]
    [InlineData("2024-02-02T02:10:00Z", "", null, "2024-02-02")]
    [InlineData("2024-02-02T02:10:00Z", "<p>1 January 2024</p>", null, "2024-02-02")]
    [InlineData("2024-02-02T02:10:00-05:00", "<p>1 February 2024</p>", null, "2024-02-02")]
    [InlineData("2024-02-01T23:10:00+09:00", "<p>2 February 2024</p>", null, "2024-02-01")]
    public void A_stamp_of_universal_time_yields_to_the_day_beside_it(string stamp, string line, string? url, string day) =>
        Assert.Equal(day, Read(line, url, head: $"<meta property='article:published_time' content='{stamp}'>"));

    [Fact]
    public void A_day_in_the_first_sentence_is_not_that_of_publication() =>
        Assert.Equal(
            "2024-02-02",
            Read(
                "<p>The ferry ran aground on 1 February 2024 with nine hundred people aboard, the harbour master of the town said.</p>",
                null,
                head: "<meta property='article:published_time' content='2024-02-02T08:00:00Z'>"
            )
        );

    [Theory]
    [InlineData("Updated 9 May 2024. Posted 6 May 2024.", "2024-05-06")]
    [InlineData("6 May 2024, last updated 9 May 2024", "2024-05-06")]
    [InlineData("First published on the 6th of May, 2024", "2024-05-06")]
    [InlineData("Published: 27/11/2017", "2017-11-27")]
    [InlineData("11/27/2017", "2017-11-27")]
    [InlineData("03/04/2023", null)]
    public void A_line_under_the_headline_tells_when_it_was_published(string line, string? day) =>
        Assert.Equal(day, Read($"<p>{line}</p>", null));

    [Theory]
    [InlineData("en-US", null, "2023-03-04")]
    [InlineData("en-GB", null, "2023-04-03")]
    [InlineData("en", "https://paper.example/2023/04/03/ferry/", "2023-04-03")]
    [InlineData("en", "https://paper.example/2023/03/04/ferry/", "2023-03-04")]
    [InlineData("en", null, null)]
    public void Slashes_are_read_where_the_language_or_the_address_tells(string language, string? url, string? day) =>
        Assert.Equal(day, Read("<p class='date'>03/04/2023</p>", url, language));

    [Fact]
    public void Another_date_of_the_page_tells_how_it_writes_slashes() =>
        Assert.Equal(
            "2023-04-03",
            Read(
                "<p class='date'>03/04/2023</p>",
                null,
                head: "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":\"2023-04-03\"}</script>"
            )
        );

    [Theory]
    [InlineData("<aside><time datetime='2019-01-01'>1 January 2019</time></aside>")]
    [InlineData("<div class='related-stories'><time datetime='2019-01-01'>1 January 2019</time></div>")]
    [InlineData("<article><h3><a href='/x'>Older</a></h3><time datetime='2019-01-01'>1 January 2019</time></article>")]
    public void Dates_of_other_stories_count_for_nothing(string teaser) =>
        Assert.Equal("2024-05-06", Read("<p>Posted 6 May 2024</p>", null, before: teaser));

    [Fact]
    public void A_date_of_change_counts_where_there_is_no_other() =>
        Assert.Equal("2024-05-09", Read("<time itemprop='dateModified' datetime='2024-05-09'>9 May</time>", null));

    [Fact]
    public void A_byline_is_no_date() =>
        Assert.Null(ArticleExtractor.Extract(Page("<p class='byline'>6 May 2024</p>", "en", "", ""), null).Value!.Byline);

    private static string? Read(string line, string? url, string language = "en", string head = "", string before = "") =>
        ArticleExtractor
            .Extract(Page(line, language, head, before), url is null ? null : new Uri(url))
            .Value!.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Page(string line, string language, string head, string before) =>
        $"""
            <html lang="{language}"><head><title>Ferry aground</title>{head}</head><body>{before}<article><h1>Ferry aground</h1>{line}
            <p>The ferry ran aground at dawn, and the crew brought all who were aboard to the shore in the ship's own boats.</p>
            <p>Nobody was hurt, the harbour master said, and the ship is to be towed away as soon as the tide allows it.</p></article></body></html>
            """;
}
