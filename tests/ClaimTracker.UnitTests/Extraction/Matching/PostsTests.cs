using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

/// <summary>The benchmark's posts and claims: how well the claim behind a post is found must not slip.</summary>
public class PostsTests
{
    private static readonly List<string[]> Rows = Read();

    private static readonly ClaimIndex Index = new([
        .. Rows.Select(row => new MatchText(row[2], row[3].Length == 0 ? null : row[3])),
        .. Rows.Select(row => new MatchText(row[4])),
    ]);

    [Theory]
    [InlineData(0, 0.82)]
    [InlineData(1, 0.83)]
    public void Finds_the_claim_behind_a_post_among_near_misses(int half, double atLeast)
    {
        var posts = Enumerable.Range(0, Rows.Count).Where(i => i % 2 == half).ToList();
        var precision = posts.Average(post =>
            Index.Search(new MatchText(Rows[post][1]), 5).Select((found, at) => found.Claim == post ? 1.0 / (at + 1) : 0).Sum()
        );
        Assert.True(precision >= atLeast, $"MAP@5 {precision:F3}");
    }

    // A near miss shares the subject, and says something else of it.
    [Fact]
    public void Calls_no_near_miss_the_same() =>
        Assert.InRange(
            Rows.Count(row => ClaimMatcher.Compare(new MatchText(row[1]), new MatchText(row[4])).Relation == MatchRelation.Same),
            0,
            0
        );

    [Fact]
    public void Calls_every_claim_the_same_as_itself() =>
        Assert.All(
            Rows,
            row => Assert.Equal(MatchRelation.Same, ClaimMatcher.Compare(new MatchText(row[2]), new MatchText(row[2])).Relation)
        );

    private static List<string[]> Read()
    {
        using var stream = typeof(PostsTests).Assembly.GetManifestResourceStream("Posts.tsv")!;
        return
        [
            .. new StreamReader(stream)
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split('\t')),
        ];
    }
}
