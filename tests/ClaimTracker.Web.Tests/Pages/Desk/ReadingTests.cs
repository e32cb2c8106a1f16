using ClaimTracker.Domain;
using ClaimTracker.Web.Pages.Desk;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public class ReadingTests
{
    [Theory]
    [InlineData("2022-02-01", "2022-03-01", "1 Feb 2022 to 28 Feb 2022")]
    [InlineData("2025-08-19", "2025-08-20", "19 Aug 2025")]
    [InlineData("2025-08-18T18:00", "2025-08-19T06:00", "18 Aug 2025, 18:00 to 19 Aug 2025, 06:00")]
    [InlineData("2025-08-18T12:00", "2025-08-19", "18 Aug 2025, 12:00 to 19 Aug 2025, 00:00")]
    [InlineData("2022-02-24", null, "from 24 Feb 2022")]
    [InlineData(null, "2030-01-01", "until 31 Dec 2029")]
    [InlineData(null, null, "not resolved")]
    public void Writes_a_time_with_its_last_day_not_the_one_after(string? from, string? to, string words) =>
        Assert.Equal(words, Reading.Of(new ClaimTime("then", At(from), At(to))));

    private static DateTime? At(string? text) =>
        text is null ? null : DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
