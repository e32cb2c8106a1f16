using ClaimTracker.Extraction;

namespace ClaimTracker.UnitTests.Extraction.Canonical;

public class CanonicalSpecTests
{
    public sealed record Case(string Text, DateOnly? Published, string Canonical);

    [Fact]
    public void The_last_sentence_is_worded_as_the_specs_say()
    {
        var wrong = Specs.Read<Case>("canonical", "wording").Select(Check).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Check(Case @case)
    {
        var claims = ArticleReader.Read(@case.Text, @case.Published).Sentences[^1].Claims;
        return claims.Any(claim => claim.Canonical == @case.Canonical)
            ? null
            : $"{@case.Text}\n  expected {@case.Canonical}\n  found    {string.Join(" | ", claims.Select(claim => claim.Canonical))}";
    }
}
