using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Articles;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://example.org/story")]
    [InlineData("http://example.org:8080/a?b=c#d")]
    [InlineData("HTTPS://EXAMPLE.ORG/")]
    public void Keeps_the_addresses_of_pages(string address)
    {
        Assert.Null(WebAddress.Check(address));
        Assert.Equal(new Uri(address), WebAddress.Link(address));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "url-scheme")]
    [InlineData("JavaScript:alert(1)", "url-scheme")]
    [InlineData("data:text/html,x", "url-scheme")]
    [InlineData("file:///etc/passwd", "url-scheme")]
    [InlineData("ftp://example.org/x", "url-scheme")]
    [InlineData("mailto:ada@example.org", "url-scheme")]
    [InlineData("/etc/passwd", "url-scheme")]
    [InlineData("//example.org/x", "url-scheme")]
    [InlineData("https://ada:secret@example.org/", "url-credentials")]
    [InlineData("https://ada@example.org/", "url-credentials")]
    [InlineData("example.org/story", "url")]
    [InlineData("no address", "url")]
    public void Refuses_everything_else_and_links_to_none_of_it(string address, string code)
    {
        Assert.Equal(code, WebAddress.Check(address)?.Code);
        Assert.Null(WebAddress.Link(address));
    }

    [Fact]
    public void Refuses_evidence_with_such_an_address()
    {
        var article = new Article("A title", "An outlet", "Forty bridges were closed.", DateTime.UnixEpoch, "ada");
        var claim = new Claim(
            "Forty bridges were closed.",
            "count",
            0.9,
            new ClaimDetails(),
            new Appearance(article, 0, 26),
            DateTime.UnixEpoch
        );
        var evidence = new Evidence(
            "A source",
            "javascript:alert(1)",
            "Forty bridges",
            Stance.Supports,
            "one",
            "ada",
            DateTime.UnixEpoch
        );
        Assert.Equal("url-scheme", claim.AddEvidence(evidence, DateTime.UnixEpoch).Refusal?.Code);
        Assert.Empty(claim.Evidence);
    }
}
