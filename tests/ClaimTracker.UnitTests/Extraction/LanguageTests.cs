using ClaimTracker.Extraction;

namespace ClaimTracker.UnitTests.Extraction;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "The ferry sank off Lowen on Friday. At least 40 people were killed, the harbour board said.")]
    [InlineData(
        "de",
        "Die Fähre sank am Freitag vor Lowen. Nach Angaben der Polizei wurden mindestens 40 Menschen getötet und 12 verletzt."
    )]
    [InlineData(
        "fr",
        "Le ferry a coulé vendredi au large de Lowen. Selon la police, au moins 40 personnes ont été tuées dans le naufrage."
    )]
    [InlineData(
        "es",
        "El ferry se hundió el viernes frente a Lowen. Según la policía, al menos 40 personas murieron en el naufragio."
    )]
    [InlineData(
        "pl",
        "Prom zatonął w piątek u wybrzeży Lowen. Według policji zginęło co najmniej 40 osób, a 12 jest rannych w szpitalu."
    )]
    [InlineData("Cyrl", "Паром затонул в пятницу у берегов Лоуэна. По данным полиции, погибли не менее 40 человек.")]
    public void A_reading_says_in_which_language_its_text_is(string language, string text)
    {
        var reading = ArticleReader.Read(text, null);
        Assert.Equal(language, reading.Language);
        Assert.Equal(language == "en", reading.Sentences.Any(sentence => sentence.Claims.Count > 0));
    }

    [Theory]
    [InlineData("40 people killed in Lowen")]
    [InlineData("Ferry sinks off Lowen")]
    public void Too_few_words_leave_the_language_unknown_and_are_read(string text)
    {
        var reading = ArticleReader.Read(text, null);
        Assert.Null(reading.Language);
        Assert.DoesNotContain("not in English, which is all that is read here", reading.Sentences[0].Reasons);
    }

    [Fact]
    public void Words_of_another_language_in_an_English_article_leave_it_English()
    {
        const string Text =
            "The paper “Süddeutsche Zeitung” of Munich said on Friday that 40 boats had sunk. “Das war die Nacht der Nächte,” it wrote.";
        Assert.Equal("en", ArticleReader.Read(Text, null).Language);
    }
}
