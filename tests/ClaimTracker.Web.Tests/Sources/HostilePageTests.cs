using ClaimTracker.Benchmarks.Reading;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>
/// No page holds a thread: whatever it is made of, reading it comes to an end, with its text or with a refusal.
/// </summary>
public sealed class HostilePageTests
{
    private const int Long = 1_000_000;

    private static readonly string[] Codes = ["too-costly", "too-large"];

    public static IEnumerable<TheoryDataRow<PageShape>> Shapes =>
        PageShapes.All.Select(shape => new TheoryDataRow<PageShape>(shape));

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Reading_it_ends(PageShape shape)
    {
        var html = shape.Of(Long);
        var article = ArticleExtractor.Extract(html, null);
        var page = PageBlocks.Of(html, isPage: true, null);
        Assert.True(article.IsOk || Codes.Contains(article.Refusal!.Code), article.Refusal?.Code);
        Assert.NotNull(page);
    }

    [Fact]
    public void Matching_long_posts_ends()
    {
        var mentions = new MatchText(PageShapes.Mentions(Long));
        Assert.Equal(
            MatchRelation.Related,
            ClaimMatcher.Compare(mentions, new MatchText("The mayor of London said so.")).Relation
        );
        _ = ClaimMatcher.Compare(mentions, new MatchText(PageShapes.Mentions(Long) + "x"));
        Assert.Equal(
            MatchRelation.Related,
            ClaimMatcher.Compare(mentions, mentions with { Text = mentions.Text + "x" }).Relation
        );
        var index = new ClaimIndex([new MatchText("The mayor of London said so."), mentions]);
        Assert.Equal(0, Assert.Single(index.Search(new MatchText(PageShapes.SignedPost(Long)), 1)).Claim);
    }

    [Fact]
    public void A_page_with_too_many_tags_is_refused_in_words()
    {
        var refusal = ArticleExtractor.Extract(string.Concat(Enumerable.Repeat("<p>x</p>", PageBudget.MostTags)), null).Refusal!;
        Assert.Equal("too-costly", refusal.Code);
        Assert.Contains("more than 400,000 tags", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Paste the text", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_too_long_is_refused_in_words()
    {
        var refusal = ArticleExtractor.Extract(new string('x', PageBudget.MostCharacters + 1), null).Refusal!;
        Assert.Equal("too-large", refusal.Code);
        Assert.Contains("10,000,000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_text_stands_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 190));
        Assert.Equal(
            "too-costly",
            ArticleExtractor
                .Extract(deep + string.Concat(Enumerable.Repeat("<p>Some words of it.</p>", 40_000)), null)
                .Refusal?.Code
        );
    }

    [Fact]
    public void Reading_ends_when_its_time_is_up()
    {
        var html = string.Concat(Enumerable.Repeat("<p>A paragraph of a page.</p>", 1_000));
        var refusal = ArticleExtractor.Extract(html, null, new LeapingTime()).Refusal!;
        Assert.Equal("too-costly", refusal.Code);
        Assert.Contains("longer than 20 seconds", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A second goes by between two looks at it.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds += 1;
    }
}
