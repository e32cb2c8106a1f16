using ClaimTracker.Extraction.Matching;
using FsCheck.Xunit;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class ClaimMatcherTests
{
    private static readonly DateOnly Published = new(2025, 6, 15);

    [Theory]
    [InlineData(
        "More than a million people have been killed or wounded in the war",
        "The war has killed or wounded over 1,000,000 people"
    )]
    [InlineData(
        "Marrow's harbour bridge was closed after cracks were found",
        "Harbour bridge in Marrow closes after cracks found"
    )]
    [InlineData("Unemployment fell to 4.1 percent in March", "Unemployment fell to 4.1% in March")]
    [InlineData("President Zelenskiy visited Oslo on Monday", "Zelensky, the president, visited Oslo on Monday")]
    public void Calls_the_same_what_only_words_part(string left, string right) =>
        Assert.Equal(MatchRelation.Same, Relation(left, right));

    [Theory]
    [InlineData(
        "About a million people have been killed or wounded in the war",
        "1,021,000 people have been killed or wounded in the war"
    )]
    [InlineData("Russia launched 270 drones at the city overnight", "Russia launched 310 drones at the city overnight")]
    [InlineData("Unemployment fell to 4.1% in March", "Unemployment fell to 4.3% in March")]
    [InlineData("The flood killed 12 people in Marrow", "The flood in Marrow caused 19 deaths")]
    [InlineData("More than 40 houses burned in Marrow", "Fewer than 40 houses burned in Marrow")]
    [InlineData("Acme's profit fell by 5 percent", "Acme's profit fell by 5 percentage points")]
    public void Says_where_only_the_figure_differs(string left, string right) =>
        Assert.Equal(MatchRelation.OtherFigure, Relation(left, right));

    [Theory]
    [InlineData("In 2019 Acme employed 300 workers in Marrow", "In 2023 Acme employed 300 workers in Marrow")]
    [InlineData("On 12 June the army held 40 villages", "On 14 June the army held 40 villages")]
    [InlineData("The flood killed 12 people in Marrow", "The flood killed 19 people in Vell")]
    [InlineData("The minister did not resign over the bridge", "The minister resigned over the bridge")]
    [InlineData("Russia launched drones at the port", "Prices of wheat rose at the port")]
    [InlineData("The flood killed 12 people in Marrow", "The flood injured 12 people in Marrow")]
    [InlineData("Unemployment in Marrow rose in March", "Unemployment in Marrow fell in March")]
    [InlineData("A jury convicted the banker of fraud", "A jury acquitted the banker of fraud")]
    [InlineData(
        "Kenya's Chief Justice David Maraga was arrested with cash",
        "Kenya's Chief Justice David Maraga praised the voters"
    )]
    [InlineData("Lionel Messi won the World Cup at home", "Lionel Messi gave World Cup money away")]
    public void Calls_related_what_denies_or_speaks_of_something_else(string left, string right) =>
        Assert.Equal(MatchRelation.Related, Relation(left, right));

    [Theory]
    [InlineData("In Odran 41 people were killed", "In Tokyo 41 people were killed", "Odran|Tokyo")]
    [InlineData("The plant will close", "The plant closed", "will")]
    [InlineData("Germany gave Ukraine 14 tanks", "Ukraine gave Germany 14 tanks", "Germany|Ukraine")]
    [InlineData("The mayor resigned on Monday", "The mayor resigned on 4 May 2025", "4 May 2025|Monday")]
    [InlineData("The bridge is safe", "The bridge is unsafe", "safe|unsafe")]
    [InlineData("Oil rose by 3 percent", "Oil rose by 4 percent", "3 percent|4 percent")]
    public void Says_the_words_that_part_two_statements(string left, string right, string parts) =>
        Assert.Equal(parts.Split('|'), ClaimMatcher.Compare(new MatchText(left), new MatchText(right)).Parts);

    [Fact]
    public void Parts_two_named_speakers_and_a_speaker_from_none()
    {
        const string Said = "300 people were missing";
        var (police, army, nobody) = (
            new MatchText(Said, Speaker: "the police"),
            new MatchText(Said, Speaker: "the army"),
            new MatchText(Said)
        );
        Assert.Equal(["army", "police"], ClaimMatcher.Compare(police, army).Parts);
        Assert.Equal(["police"], ClaimMatcher.Compare(police, nobody).Parts);
        Assert.Equal(
            MatchRelation.Same,
            ClaimMatcher.Compare(police, new MatchText("Police said 300 people were missing")).Relation
        );
    }

    [Fact]
    public void Takes_the_same_weekday_of_another_week_for_another_day()
    {
        const string Text = "The plant was closed on Monday";
        Assert.Equal(
            MatchRelation.Same,
            ClaimMatcher.Compare(new MatchText(Text, AsOf: Published), new MatchText(Text, AsOf: Published)).Relation
        );
        Assert.Equal(
            MatchRelation.Related,
            ClaimMatcher.Compare(new MatchText(Text, AsOf: Published), new MatchText(Text, AsOf: Published.AddDays(7))).Relation
        );
        Assert.Equal(
            MatchRelation.Related,
            ClaimMatcher.Compare(new MatchText(Text, AsOf: Published), new MatchText(Text)).Relation
        );
    }

    [Property]
    public void Stands_any_text_and_answers_the_same_both_ways(string? left, string? right)
    {
        var (one, other) = (new Statement(new MatchText(left ?? "")), new Statement(new MatchText(right ?? "")));
        var (there, back) = (ClaimMatcher.Compare(one, other), ClaimMatcher.Compare(other, one));
        Assert.Equal((there.Relation, string.Join('|', there.Parts)), (back.Relation, string.Join('|', back.Parts)));
    }

    private static MatchRelation Relation(string left, string right)
    {
        var (one, other) = (new MatchText(left, AsOf: Published), new MatchText(right, AsOf: Published));
        var relation = ClaimMatcher.Compare(one, other).Relation;
        Assert.Equal(relation, ClaimMatcher.Compare(other, one).Relation);
        return relation;
    }
}
