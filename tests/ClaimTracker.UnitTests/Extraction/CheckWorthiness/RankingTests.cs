using ClaimTracker.Extraction.CheckWorthiness.Training;

namespace ClaimTracker.UnitTests.Extraction.CheckWorthiness;

public class RankingTests
{
    [Theory]
    [InlineData(new[] { 0.9, 0.8, 0.2, 0.1 }, new[] { true, true, false, false }, 1)]
    [InlineData(new[] { 0.1, 0.2, 0.8, 0.9 }, new[] { true, true, false, false }, 0)]
    [InlineData(new[] { 0.5, 0.5, 0.5, 0.5 }, new[] { true, false, true, false }, 0.5)]
    [InlineData(new[] { 0.9, 0.3, 0.5, 0.1 }, new[] { true, true, false, false }, 0.75)]
    public void Is_the_share_of_pairs_in_the_right_order(double[] scores, bool[] labels, double expected) =>
        Assert.Equal(expected, Ranking.Of(scores, labels));

    [Fact]
    public void Labels_that_are_all_the_same_have_no_ranking() =>
        Assert.Throws<ArgumentException>(() => Ranking.Of([0.1, 0.9], [true, true]));
}
