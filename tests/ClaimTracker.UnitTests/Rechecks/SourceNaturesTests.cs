using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Rechecks;

public sealed class SourceNaturesTests
{
    [Theory]
    [InlineData("https://web.archive.org/web/20250820101112/https://port.example/figures")]
    [InlineData("https://web.archive.org/web/20250820101112id_/https://port.example/figures")]
    [InlineData("https://archive.ph/AbC12")]
    [InlineData("https://archive.today/20250820101112/https://port.example/")]
    [InlineData("https://perma.cc/AB12-CD34")]
    [InlineData("https://www.webcitation.org/6kQ7xYz1a")]
    [InlineData("https://ghostarchive.org/archive/aB3dE")]
    [InlineData("https://megalodon.jp/2025-0820-1011-12/https://port.example:443/")]
    [InlineData("https://wayback.archive-it.org/1068/20250820101112/https://port.example/")]
    [InlineData("https://webarchive.nationalarchives.gov.uk/ukgwa/20250820101112/https://port.example/")]
    [InlineData("https://www.webarchive.org.uk/wayback/archive/20250820101112/https://port.example/")]
    [InlineData("https://webarchive.loc.gov/all/20250820101112/https://port.example/")]
    [InlineData("https://arquivo.pt/wayback/20250820101112/https://port.example/")]
    [InlineData("https://vefsafn.is/is/20250820101112/https://port.example/")]
    [InlineData("https://swap.stanford.edu/was/20250820101112/https://port.example/")]
    [InlineData("https://en.wikipedia.org/w/index.php?title=Port&oldid=1234567")]
    [InlineData("https://de.wikipedia.org/wiki/Spezial:Permalink/1234567")]
    [InlineData("https://en.wikipedia.org/wiki/Special:PermanentLink/1234567")]
    [InlineData("https://github.com/port/figures/blob/0123456789abcdef0123456789abcdef01234567/2025.csv")]
    [InlineData("https://raw.githubusercontent.com/port/figures/0123456789abcdef0123456789abcdef01234567/2025.csv")]
    [InlineData(null)]
    [InlineData("javascript:alert(1)")]
    public void A_copy_a_pinned_revision_and_what_has_no_address_cannot_change(string? address) =>
        Assert.Equal(SourceNature.Frozen, SourceNatures.OfAddress(address));

    [Theory]
    [InlineData("https://port.example/figures")]
    [InlineData("https://web.archive.org/web/*/https://port.example/*")]
    [InlineData("https://web.archive.org/")]
    [InlineData("https://archive.ph/newest/https://port.example/")]
    [InlineData("https://port.example/web/20250820101112/")]
    [InlineData("https://notarchive.ph.example/AbC12")]
    [InlineData("https://en.wikipedia.org/wiki/Port")]
    [InlineData("https://github.com/port/figures/blob/main/2025.csv")]
    [InlineData("https://port.example/?oldid=12")]
    public void Of_another_address_only_its_page_can_say(string address) => Assert.Null(SourceNatures.OfAddress(address));

    [Fact]
    public void What_the_address_tells_no_page_tells_otherwise()
    {
        var copy = new Evidence("A copy", "https://perma.cc/AB12-CD34", "90", Stance.Supports, "port", "ada", default)
        {
            Watched = true,
        };

        copy.FindNature(SourceNature.Living);

        Assert.Equal((SourceNature.Frozen, false), (copy.Nature!.Value, copy.CanBeWatched));
    }
}
