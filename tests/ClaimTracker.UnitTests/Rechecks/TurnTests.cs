using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Rechecks;

/// <summary>When what a claim says of a time can be seen, and which look goes first.</summary>
public sealed class TurnTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null, "2026-07-01", "2026-07-01")]
    [InlineData("2026-05-03", "2026-05-04", "2026-05-04")]
    [InlineData("2026-05-03T10:00", null, "2026-05-04")]
    [InlineData(null, "2026-06-30T18:00", "2026-07-01")]
    [InlineData("2026-01-01", "2027-01-01", "2027-01-01")]
    [InlineData(null, null, null)]
    [InlineData("9999-12-31", null, null)]
    [InlineData(null, "0001-01-01", null)]
    public void A_time_is_over_on_the_day_after_its_last(string? from, string? to, string? over) =>
        Assert.Equal(At(over), new ClaimTime("then", At(from), At(to)).Over);

    [Fact]
    public void A_look_goes_first_by_how_long_it_is_due_by_kind_and_by_repetition()
    {
        var (legal, count) = (
            new RecheckPolicy { PersonEvery = TimeSpan.FromDays(30) },
            new RecheckPolicy { PersonEvery = TimeSpan.FromDays(180) }
        );

        Assert.True(legal.Turn(Now, 1, Now) < count.Turn(Now, 1, Now));
        Assert.True(count.Turn(Now, 7, Now) < legal.Turn(Now, 1, Now));
        Assert.True(count.Turn(Now.AddDays(-151), 1, Now) < legal.Turn(Now, 1, Now));
        Assert.Equal(count.Turn(Now, 1, Now), count.Turn(Now, 0, Now));
        Assert.All(
            new DateTime?[] { null, Now.AddDays(1) },
            asked => Assert.True(count.Turn(asked, 1, Now) < legal.Turn(Now.AddDays(-900), 9, Now))
        );
    }

    private static DateTime? At(string? text) =>
        text is null
            ? null
            : DateTime.Parse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            );
}
