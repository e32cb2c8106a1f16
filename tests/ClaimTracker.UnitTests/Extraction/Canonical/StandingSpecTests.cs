using ClaimTracker.Extraction;

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
        var claims = ArticleReader.ReadSentence("Prices in Lowen rose 9% in 2022, while wages in Harrow fell 4% in 2023.",
            null).Claims;
        Assert.Equal(["Lowen", "Harrow"], claims.Select(claim => claim.Place));
        Assert.Equal([2022, 2023], claims.Select(claim => claim.Times.Single().From!.Value.Year));
    }

    [Fact]
    public void A_night_behind_a_dateline_is_dated()
    {
        var sentence = ArticleReader.Read("LOWEN, June 9 (AFP) - The army fired 45 rockets at the port overnight.",
            new DateOnly(2024, 6, 11)).Sentences[0];
        Assert.Equal("The army fired 45 rockets at the port on the night of 8–9 June 2024", sentence.Claims[0].Canonical);
    }

    private static string? Check(Case @case)
    {
        var claims = ArticleReader.Read(@case.Text, @case.Published).Sentences[^1].Claims;
        return claims.Any(claim => claim.Canonical == @case.Canonical && claim.Missing.Select(Name).SequenceEqual(@case.Missing))
            ? null
            : $"{@case.Text}\n  expected {@case.Canonical} [{string.Join(", ", @case.Missing)}]\n  found    "
                + string.Join(" | ", claims.Select(claim =>
                    $"{claim.Canonical} [{string.Join(", ", claim.Missing.Select(Name))}]"));
    }

    private static string Name(MissingPart part) => part == MissingPart.OfWhat ? "of-what" : part.ToString().ToLowerInvariant();
}
