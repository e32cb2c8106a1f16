using ClaimTracker.Extraction;

namespace ClaimTracker.UnitTests.Extraction;

public class ReasonsTests
{
    private const string TwoClaims =
        "The army fired 34 rockets on Tuesday, hitting depots in the Lutava region, home to the country’s only steel mill.";

    [Fact]
    public void Gives_each_claim_of_a_sentence_its_own_reasons()
    {
        var claims = ArticleReader.Read(TwoClaims, new DateOnly(2025, 8, 20)).Sentences.Single().Claims;
        Assert.Equal(
            ["counts weapons or attacks", "states a figure: 34 rockets", "says when: Tuesday", "does not say by itself: who"],
            claims.Single(claim => claim.Kind == "attack-count").Reasons
        );
        Assert.Equal(
            ["says that something is the first, the only or the most: the country’s only steel mill"],
            claims.Single(claim => claim.Kind == "superlative").Reasons
        );
    }

    [Fact]
    public void Gives_a_sentence_the_reasons_of_all_its_claims_once()
    {
        var sentence = ArticleReader.Read(TwoClaims, new DateOnly(2025, 8, 20)).Sentences.Single();
        Assert.Equal(sentence.Claims.SelectMany(claim => claim.Reasons).Distinct(), sentence.Reasons);
    }
}
