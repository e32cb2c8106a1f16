using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class MatchSpecTests
{
    public sealed record Case(string Kind, string One, string Other, string Relation, string[]? Parts);

    [Theory]
    [InlineData("near-misses")]
    [InlineData("near-misses-second")]
    [InlineData("near-misses-third")]
    [InlineData("near-misses-fourth")]
    [InlineData("near-misses-fifth")]
    [InlineData("repeats")]
    [InlineData("repeats-second")]
    [InlineData("repeats-third")]
    [InlineData("repeats-fourth")]
    [InlineData("repeats-fifth")]
    public void Two_statements_compare_as_the_specs_say(string file)
    {
        var wrong = Specs.Read<Case>("matching", file).Select(Check).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Check(Case @case)
    {
        var (one, other) = (new Statement(new MatchText(@case.One)), new Statement(new MatchText(@case.Other)));
        var (there, back) = (ClaimMatcher.Compare(one, other), ClaimMatcher.Compare(other, one));
        var right =
            Named(there.Relation) == @case.Relation
            && (@case.Parts is null || @case.Parts.SequenceEqual(there.Parts))
            && (there.Relation == MatchRelation.Same) == (there.Parts.Count == 0)
            && there.Relation == back.Relation
            && there.Parts.SequenceEqual(back.Parts);
        return right
            ? null
            : $"{@case.Kind}: {@case.One} | {@case.Other}\n  expected {@case.Relation}\n  found    {there.Relation}: {string.Join(", ", there.Parts)}";
    }

    private static string Named(MatchRelation relation) =>
        relation switch
        {
            MatchRelation.Same => "same",
            MatchRelation.OtherFigure => "other-figure",
            _ => "related",
        };
}
