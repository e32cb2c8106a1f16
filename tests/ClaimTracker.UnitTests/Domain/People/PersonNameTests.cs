using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("ada", "ADA", true)]
    [InlineData("élodie", "Élodie", true)]
    [InlineData("\u00e9lodie", "e\u0301lodie", true)]
    [InlineData("ada", "ada ", false)]
    [InlineData("ada", "adam", false)]
    [InlineData("\ud800", "\ud800", true)]
    [InlineData("\ud800", "ada", false)]
    public void A_name_is_one_whatever_its_capitals_and_however_its_accents_are_typed(string one, string other, bool same)
    {
        Assert.Equal(same, PersonName.Same(one, other));
        Assert.Equal(same, PersonName.Among([one], other));
        Assert.Equal(same, PersonName.Normalized(one) == PersonName.Normalized(other));
        Assert.Equal(same ? 1 : 2, new[] { one, other }.Distinct(PersonName.Comparer).Count());
    }

    [Fact]
    public void Nobody_is_the_same_as_nobody_else()
    {
        Assert.False(PersonName.Same(null, "ada"));
        Assert.False(PersonName.Same("ada", null));
        Assert.False(PersonName.Same(null, null));
    }
}
