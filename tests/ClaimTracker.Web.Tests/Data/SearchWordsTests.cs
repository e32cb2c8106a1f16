using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Data;

namespace ClaimTracker.Web.Tests.Data;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("port cra", "\"port\" \"cra\"*", "'port' & 'cra':*")]
    [InlineData("\"; DROP NOT", "\"DROP\" \"NOT\"*", "'DROP' & 'NOT':*")]
    [InlineData("?! –", "", "")]
    public void Only_the_last_word_is_a_beginning_and_operators_are_words(string typed, string fts5, string tsQuery)
    {
        Assert.Equal(fts5, SearchWords.ForFts5(typed));
        Assert.Equal(tsQuery, SearchWords.ForTsQuery(typed));
    }

    [Fact]
    public void A_word_is_looked_for_in_any_of_its_forms()
    {
        TellingWord[] words = [new(["ship", "ships"]), new(["sunk"])];
        Assert.Equal("(\"ship\" OR \"ships\") AND (\"sunk\")", SearchWords.ForFts5(words));
        Assert.Equal("('ship' | 'ships') & ('sunk')", SearchWords.ForTsQuery(words));
    }

    [Theory]
    [InlineData("ships", 1, 100_001, "\"ships\"*")]
    [InlineData("ships sunk", 1, 100_000, "(\"ships\" \"sunk\"*) AND (\"ꙮ0\")")]
    [InlineData("ships sunk", 99_999, 100_001, "(\"ships\" \"sunk\"*) AND (\"ꙮ0\" OR \"ꙮ1\")")]
    public void Several_words_are_searched_within_the_spans_of_the_numbers(string typed, long from, long before, string fts5) =>
        Assert.Equal(fts5, SearchWords.ForFts5(typed, from, before));
}
