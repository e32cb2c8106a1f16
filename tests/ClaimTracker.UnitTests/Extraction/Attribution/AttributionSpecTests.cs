using ClaimTracker.Extraction;

namespace ClaimTracker.UnitTests.Extraction.Attribution;

public class AttributionSpecTests
{
    public sealed record Case(string Text, string? Source, string? Cue, bool Quoted);

    [Theory]
    [InlineData("speakers")]
    [InlineData("across-sentences")]
    [InlineData("labels")]
    [InlineData("offices")]
    [InlineData("offices-second")]
    [InlineData("turns")]
    public void The_last_sentence_is_put_down_to_whom_the_specs_say(string file)
    {
        var wrong = Specs.Read<Case>("attribution", file).Select(Check).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_span_covers_cue_and_source()
    {
        const string Text = "Growth slowed, according to the World Bank, to 2.1%.";
        var attribution = ArticleReader.ReadSentence(Text, null).Attribution!;
        Assert.Equal("according to the World Bank", attribution.Span.Of(Text));
    }

    [Theory]
    [InlineData("Analysts said 40 ships were idle.", true)]
    [InlineData("A man known as “Skip” said 40 ships were idle.", true)]
    [InlineData("Two people familiar with the matter said 40 ships were idle.", true)]
    [InlineData("Police said 40 ships were idle.", false)]
    [InlineData("The harbour board said 40 ships were idle.", false)]
    [InlineData("Analysts at Morton Bank said 40 ships were idle.", false)]
    [InlineData("Traders quoted by the Herald said 40 ships were idle.", true)]
    public void A_group_without_a_name_is_anonymous(string text, bool anonymous) =>
        Assert.Equal(anonymous, ArticleReader.ReadSentence(text, null).Attribution!.Anonymous);

    [Fact]
    public void Two_speakers_with_two_figures_are_two_claims()
    {
        var claims = ArticleReader
            .ReadSentence("The union says 900 drivers are on strike, but the firm says 300 are.", null)
            .Claims;
        Assert.Equal(["The union", "the firm"], claims.Select(claim => claim.Attribution!.Source));
    }

    private static string? Check(Case @case)
    {
        var found = ArticleReader.Read(@case.Text, null).Sentences[^1].Attribution;
        return found?.Source == @case.Source && (found is null || (found.Cue == @case.Cue && found.Quoted == @case.Quoted))
            ? null
            : $"{@case.Text}\n  expected {@case.Source} ({@case.Cue}, quoted {@case.Quoted}), found {found?.Source} ({found?.Cue}, quoted {found?.Quoted})";
    }
}
