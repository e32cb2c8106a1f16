using System.Globalization;
using ClaimTracker.Web.Wording;

namespace ClaimTracker.Web.Tests.Wording;

public sealed class QueuePlaceTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", "2026-03-01T08:00:00Z", "due in 3 h")]
    [InlineData("2026-02-27T09:00:00Z", "2026-02-01T08:00:00Z", "overdue since 27 Feb 2026, 09:00 UTC")]
    [InlineData(null, "2026-02-27T05:00:00Z", "no deadline, waits for 2 d 4 h; after 14 days it stands as if it were due")]
    [InlineData(null, "2026-03-01T09:00:00Z", "no deadline, just opened; after 14 days it stands as if it were due")]
    [InlineData(
        "2026-03-31T09:00:00Z",
        "2026-02-28T09:00:00Z",
        "due in 30 d, waits for 1 d; after 14 days it stands as if it were due"
    )]
    public void A_place_is_told_by_what_gave_it(string? due, string opened, string words) =>
        Assert.Equal(words, QueuePlace.Of(due is null ? null : At(due), At(opened), Now));

    private static DateTime At(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
