using ClaimTracker.Extraction;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.UnitTests.Extraction.Canonical;

public class StandingSpecTests
{
    public sealed record Case(string Text, DateOnly? Published, string Canonical, IReadOnlyList<string> Missing);

    [Theory]
    [InlineData("standing")]
    [InlineData("antecedents")]
    public void The_last_sentence_says_what_it_leaves_open(string file)
    {
        var wrong = Specs.Read<Case>("canonical", file).Select(Check).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_part_has_the_place_and_the_times_of_its_own_words()
    {
        var claims = ArticleReader
            .ReadSentence("Prices in Lowen rose 9% in 2022, while wages in Harrow fell 4% in 2023.", null)
            .Claims;
        Assert.Equal(["Lowen", "Harrow"], claims.Select(claim => claim.Place));
        Assert.Equal([2022, 2023], claims.Select(claim => claim.Times.Single().From!.Value.Year));
    }

    [Fact]
    public void A_night_behind_a_dateline_is_dated()
    {
        var sentence = ArticleReader
            .Read("LOWEN, June 9 (AFP) - The army fired 45 rockets at the port overnight.", new DateOnly(2024, 6, 11))
            .Sentences[0];
        Assert.Equal("The army fired 45 rockets at the port on the night of 8–9 June 2024", sentence.Claims[0].Canonical);
    }

    [Theory]
    [InlineData("Monday, June 10, 2024\nForty people were killed in Lowen on Friday.")]
    [InlineData("Ferry sinks off Lowen\n10 June 2024\nForty people were killed in Lowen on Friday.")]
    public void A_day_on_a_line_of_its_own_dates_a_story_of_which_nobody_said_when_it_was_published(string text)
    {
        var claim = ArticleReader.Read(text, null).Sentences[^1].Claims[0];
        Assert.Equal("Forty people were killed in Lowen on 7 June 2024", claim.Canonical);
        Assert.Equal(ClaimTracker.Extraction.Readings.TimeBasis.Dateline, claim.Times.Single().Basis);
    }

    [Fact]
    public void A_day_within_a_sentence_dates_nothing_else()
    {
        const string Text = "The fair opened on Monday, June 10, 2024.\nForty people were killed in Lowen on Friday.";
        Assert.Null(ArticleReader.Read(Text, null).Sentences[^1].Claims[0].Times.Single().Basis);
    }

    private static string? Check(Case @case)
    {
        var claims = ArticleReader.Read(@case.Text, @case.Published).Sentences[^1].Claims;
        return claims.Any(claim => claim.Canonical == @case.Canonical && claim.Missing.Select(Name).SequenceEqual(@case.Missing))
            ? null
            : $"{@case.Text}\n  expected {@case.Canonical} [{string.Join(", ", @case.Missing)}]\n  found    "
                + string.Join(
                    " | ",
                    claims.Select(claim => $"{claim.Canonical} [{string.Join(", ", claim.Missing.Select(Name))}]")
                );
    }

    private static string Name(MissingPart part) => part == MissingPart.OfWhat ? "of-what" : part.ToString().ToLowerInvariant();
}
