using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class TermsTests
{
    [Theory]
    [InlineData("14k ballots", "14,000 ballots")]
    [InlineData("7.8 million on a list", "7,800,000 on a list")]
    [InlineData("thirty-four counts", "34 counts")]
    [InlineData("$85 BILLION left", "85bn dollars left")]
    public void Knows_a_figure_however_it_is_written(string one, string other) =>
        Assert.Contains(Stems(one).Intersect(Stems(other)), stem => char.IsDigit(stem[0]));

    [Theory]
    [InlineData("wanted by the International Criminal Court", "icc")]
    [InlineData("the Bank of International Settlements in Basel", "bis")]
    [InlineData("the World Health Organization's list", "who")]
    public void Knows_a_name_by_its_initials(string text, string initials) => Assert.Contains(initials, Stems(text));

    [Theory]
    [InlineData("The ICC and WHO agree with the US", "icc", "who", "us")]
    [InlineData("U.S. troops", "us")]
    public void Takes_no_abbreviation_for_a_stop_word(string text, params string[] names) =>
        Assert.Empty(names.Except(Stems(text)));

    [Theory]
    [InlineData("pics of Russians", "photographs of Russia")]
    [InlineData("kids died", "children were killed")]
    [InlineData("bought", "buy")]
    [InlineData("Turkish vaxx", "Türkiye vaccines")]
    public void Brings_variants_together(string one, string other) => Assert.Equal(Stems(one), Stems(other));

    [Theory]
    [InlineData("It is gone — Jo Miller (@jomiller) March 4, 2019", "jo miller")]
    [InlineData("It is gone — Jo Miller (@jomiller) 4 March 2019", "jo miller")]
    public void Leaves_out_the_date_of_the_post(string text, string stems) => Assert.Equal(stems, string.Join(' ', Stems(text)));

    private static IEnumerable<string> Stems(string text) =>
        Terms.Of(new MatchText(text)).Where(word => !word.Stop).Select(word => word.Stem);
}
