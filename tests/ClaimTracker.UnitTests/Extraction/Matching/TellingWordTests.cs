using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class TellingWordTests
{
    [Fact]
    public void Takes_names_first_then_long_words_and_no_figures()
    {
        var words = TellingWord.Of("At least 270 drones were launched against Poltava and 12 were intercepted", 3);
        Assert.Equal(["poltava", "intercepted", "launched"], words.Select(word => word.Forms[0]));
    }

    [Theory]
    [InlineData("closed", "close")]
    [InlineData("closes", "closing")]
    [InlineData("attack", "attacked")]
    [InlineData("killed", "dead")]
    [InlineData("Russian", "russia")]
    public void Knows_other_forms_of_a_word(string word, string form) =>
        Assert.Contains(form, TellingWord.Of(word, 1).Single().Forms);

    [Theory]
    [InlineData("")]
    [InlineData("12,000 of 40 were there")]
    [InlineData("\"' OR * 🦈")]
    public void Needs_letters(string wording) => Assert.Empty(TellingWord.Of(wording, 5));
}
