using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class WordReaderTests
{
    [Theory]
    [InlineData("#StopTheSteal2020 now", "stop the steal 2020 now")]
    [InlineData("see https://x.example/a?b=c and pic.twitter.com/abc ok", "see and ok")]
    [InlineData("the U.S. and McDonald's", "the us and mcdonald")]
    [InlineData("1,021,000 men, 3.5% of them", "1021000 men 3.5 of them")]
    [InlineData("Erdoğan in Łódź 🙂", "erdogan in lodz")]
    [InlineData("they don’t know", "they don't know")]
    public void Reads_posts_and_prose_alike(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Read(text).Select(word => word.Plain)));

    [Theory]
    [InlineData("attack attacks attacked attacking")]
    [InlineData("country countries")]
    [InlineData("stop stopped stopping stops")]
    [InlineData("organization organisation organizations")]
    [InlineData("wound wounded wounds")]
    [InlineData("close closed closes closing")]
    public void Brings_the_forms_of_a_word_together(string forms) =>
        Assert.Single(Read(forms).Select(word => word.Stem).Distinct());

    private static List<MatchWord> Read(string text)
    {
        var words = new List<MatchWord>();
        WordReader.Read(text, words);
        return words;
    }
}
