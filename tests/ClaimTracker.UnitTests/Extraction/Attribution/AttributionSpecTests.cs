using ClaimTracker.Extraction;

namespace ClaimTracker.UnitTests.Extraction.Attribution;

public class AttributionSpecTests
{
    public sealed record Case(string Text, string? Source, string? Cue, bool Quoted);

    [Theory]
    [InlineData("speakers")]
    [InlineData("across-sentences")]
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

    private static string? Check(Case @case)
    {
        var found = ArticleReader.Read(@case.Text, null).Sentences[^1].Attribution;
        return found?.Source == @case.Source && (found is null || (found.Cue == @case.Cue && found.Quoted == @case.Quoted))
            ? null
            : $"{@case.Text}\n  expected {@case.Source} ({@case.Cue}, quoted {@case.Quoted}), found {found?.Source} ({found?.Cue}, quoted {found?.Quoted})";
    }
}
