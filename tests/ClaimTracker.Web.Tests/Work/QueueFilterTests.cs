using ClaimTracker.Domain;
using ClaimTracker.Web.Work;

namespace ClaimTracker.Web.Tests.Work;

public sealed class QueueFilterTests
{
    [Fact]
    public void A_filter_is_the_same_after_it_went_through_an_address()
    {
        var filter = new QueueFilter
        {
            Q = "drones & missiles",
            Kind = "count",
            Stage = Stage.EditorReview,
            Outlet = "The Test Courier",
            Speaker = "Zoë",
            Holder = QueueHolder.Somebody,
            Person = "bea",
            AllRoles = true,
            Overdue = true,
            Recheck = true,
            InDoubt = true,
            Freshness = Freshness.Stale,
            Sort = QueueSort.Age,
            After = new QueueCursor(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), 12),
            Before = 44,
        };

        var read = QueueFilter.FromQuery(filter.Query);

        Assert.Empty(read.Errors);
        Assert.Equal(filter with { Errors = [] }, read with { Errors = [] });
        Assert.Equal("/desk", new QueueFilter().Address);
        Assert.True(filter.IsAny);
        Assert.False(new QueueFilter { Sort = QueueSort.Age, Before = 3 }.IsAny);
    }

    [Theory]
    [InlineData("?stage=7", "stage")]
    [InlineData("?kind=rumour", "kind")]
    [InlineData("?overdue=perhaps", "overdue")]
    [InlineData("?holder=Root", "holder")]
    [InlineData("?sort=1", "sort")]
    [InlineData("?freshness=ripe", "freshness")]
    public void What_means_nothing_is_named_and_left_out(string query, string field)
    {
        var read = QueueFilter.FromQuery(query);

        Assert.Contains(field, Assert.Single(read.Errors), StringComparison.Ordinal);
        Assert.Equal(new QueueFilter { Errors = [] }, read with { Errors = [] });
    }

    [Theory]
    [InlineData(0, false, "0")]
    [InlineData(1_000, false, "1,000")]
    [InlineData(1_001, false, "more than 1,000")]
    [InlineData(12, true, "at least 12")]
    [InlineData(0, true, "none so far")]
    [InlineData(1_001, true, "more than 1,000")]
    public void A_number_says_how_far_it_was_counted(int counted, bool isPart, string words) =>
        Assert.Equal(words, new QueueNumber(counted, isPart).ToString());
}
