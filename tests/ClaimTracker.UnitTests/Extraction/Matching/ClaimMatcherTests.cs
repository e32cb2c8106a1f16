using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class ClaimMatcherTests
{
    private static readonly DateOnly Published = new(2025, 6, 15);

    [Theory]
    [InlineData("More than a million people have been killed or wounded in the war", "The war has killed or wounded over 1,000,000 people")]
    [InlineData("Marrow's harbour bridge was closed after cracks were found", "Harbour bridge in Marrow closes after cracks found")]
    [InlineData("Unemployment fell to 4.1 percent in March", "Unemployment fell to 4.1% in March")]
    [InlineData("President Zelenskiy visited Oslo on Monday", "Zelensky, the president, visited Oslo on Monday")]
    public void Calls_the_same_what_only_words_part(string left, string right) => Assert.Equal(MatchRelation.Same, Relation(left, right));

    [Theory]
    [InlineData("About a million people have been killed or wounded in the war", "1,021,000 people have been killed or wounded in the war")]
    [InlineData("Russia launched 270 drones at the city overnight", "Russia launched 310 drones at the city overnight")]
    [InlineData("Unemployment fell to 4.1% in March", "Unemployment fell to 4.3% in March")]
    [InlineData("The flood killed 12 people in Marrow", "The flood in Marrow caused 19 deaths")]
    [InlineData("More than 40 houses burned in Marrow", "Fewer than 40 houses burned in Marrow")]
    [InlineData("In 2019 Acme employed 300 workers in Marrow", "In 2023 Acme employed 300 workers in Marrow")]
    [InlineData("Acme's profit fell by 5 percent", "Acme's profit fell by 5 percentage points")]
    [InlineData("On 12 June the army held 40 villages", "On 14 June the army held 40 villages")]
    public void Never_calls_the_same_what_another_figure_or_day_parts(string left, string right) =>
        Assert.Equal(MatchRelation.OtherFigure, Relation(left, right));

    [Theory]
    [InlineData("The minister did not resign over the bridge", "The minister resigned over the bridge")]
    [InlineData("Russia launched drones at the port", "Prices of wheat rose at the port")]
    [InlineData("The flood killed 12 people in Marrow", "The flood injured 12 people in Marrow")]
    [InlineData("Unemployment in Marrow rose in March", "Unemployment in Marrow fell in March")]
    [InlineData("A jury convicted the banker of fraud", "A jury acquitted the banker of fraud")]
    [InlineData("Kenya's Chief Justice David Maraga was arrested with cash", "Kenya's Chief Justice David Maraga praised the voters")]
    [InlineData("Lionel Messi won the World Cup at home", "Lionel Messi gave World Cup money away")]
    public void Calls_related_what_denies_or_speaks_of_something_else(string left, string right) => Assert.Equal(MatchRelation.Related, Relation(left, right));

    [Fact]
    public void Scores_the_same_words_highest_and_nothing_in_common_lowest()
    {
        var claim = new MatchText("The harbour bridge was closed on Monday.");
        Assert.Equal(1, ClaimMatcher.Compare(claim, claim).Score, 6);
        Assert.Equal(0, ClaimMatcher.Compare(claim, new MatchText("Wheat prices rose.")).Score);
        Assert.Equal(0, ClaimMatcher.Compare(claim, new MatchText("")).Score);
    }

    private static MatchRelation Relation(string left, string right)
    {
        var (one, other) = (new MatchText(left, AsOf: Published), new MatchText(right, AsOf: Published));
        var relation = ClaimMatcher.Compare(one, other).Relation;
        Assert.Equal(relation, ClaimMatcher.Compare(other, one).Relation);
        return relation;
    }
}
