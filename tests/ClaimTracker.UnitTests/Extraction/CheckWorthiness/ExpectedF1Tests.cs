using ClaimTracker.Extraction.CheckWorthiness.Training;

namespace ClaimTracker.UnitTests.Extraction.CheckWorthiness;

public class ExpectedF1Tests
{
    [Theory]
    [InlineData(new[] { 1.0, 1, 0, 0 }, 0.5)]
    [InlineData(new[] { 0.4, 0.1 }, 0.25)]
    [InlineData(new[] { 0.1, 0.9, 0.3, 0.1, 0.4 }, 0.35)]
    [InlineData(new[] { 0.2, 0.2 }, 0.2)]
    [InlineData(new double[0], 0.5)]
    public void The_best_cut_is_where_most_f1_may_be_expected(double[] probabilities, double expected) =>
        Assert.Equal(expected, ExpectedF1.BestCut(probabilities), 12);

    [Fact]
    public void It_lies_at_half_of_the_f1_that_it_reaches()
    {
        var probabilities = Enumerable.Range(0, 1001).Select(i => i / 1000.0).ToArray();
        var cut = ExpectedF1.BestCut(probabilities);
        var called = probabilities.Where(p => p > cut).ToArray();
        Assert.Equal(called.Sum() / (called.Length + probabilities.Sum()), cut, 2);
    }
}
