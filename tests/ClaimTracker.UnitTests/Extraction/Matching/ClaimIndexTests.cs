using ClaimTracker.Extraction.Matching;
using FsCheck.Xunit;

namespace ClaimTracker.UnitTests.Extraction.Matching;

public class ClaimIndexTests
{
    private static readonly MatchText[] Claims =
    [
        new("A photograph shows a shark swimming on a flooded motorway.", "Does a photo show a shark on a Houston freeway?"),
        new("The president signed an order that closes 40 embassies."),
        new("Drinking hot water cures the virus.", "Hot water and the virus"),
        new("Wheat harvests fell by a third in the valley."),
    ];

    private readonly ClaimIndex _index = new(Claims);

    [Theory]
    [InlineData("OMG a SHARK on the freeway in #HoustonFlood 🦈🦈 pic.twitter.com/x1y2 — Jo (@jo) August 28, 2017", 0)]
    [InlineData("@POTUS just closed forty embassys?!", 1)]
    [InlineData("my aunt says #HotWater kills the virus https://t.co/zzz", 2)]
    [InlineData("wheat harvest down by 33% in valley", 3)]
    public void Finds_the_claim_behind_a_post(string post, int claim) =>
        Assert.Equal(claim, _index.Search(new MatchText(post), 1).Single().Claim);

    [Fact]
    public void Ranks_from_best_to_worst_within_bounds()
    {
        var found = _index.Search(new MatchText("Does the photo show that hot water cures a shark in the valley?"), 10);
        Assert.True(found.Count > 1);
        Assert.Equal(found.OrderByDescending(one => one.Score), found);
        Assert.All(found, one => Assert.InRange(one.Score, 0, 1));
    }

    [Fact]
    public void Finds_nothing_in_an_empty_index() => Assert.Empty(new ClaimIndex([]).Search(new MatchText("anything"), 5));

    [Property]
    public void Stands_any_text(string? text)
    {
        var found = _index.Search(new MatchText(text ?? ""), 5);
        Assert.All(found, one => Assert.InRange(one.Score, 0, 1));
    }
}
