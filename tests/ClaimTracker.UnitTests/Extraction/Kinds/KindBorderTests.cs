using ClaimTracker.Extraction.Kinds;

namespace ClaimTracker.UnitTests.Extraction.Kinds;

public sealed class KindBorderTests
{
    [Fact]
    public void Every_kind_has_its_borders_in_the_order_of_precedence() =>
        Assert.Equal(ClaimKinds.Ids, KindBorders.All.Select(border => border.Kind));
}
