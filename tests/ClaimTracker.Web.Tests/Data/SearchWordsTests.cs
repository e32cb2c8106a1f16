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
}
