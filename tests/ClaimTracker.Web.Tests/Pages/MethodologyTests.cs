using ClaimTracker.Domain;
using ClaimTracker.Web.Pages;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages;

public sealed class MethodologyTests
{
    [Fact]
    public async Task Shows_the_scale_the_pace_and_the_processes_in_force()
    {
        await using var desk = await DeskApp.StartAsync(
            DatabaseKind.Sqlite,
            "--Rechecks:Kinds:casualty-figure:Every",
            "5.00:00:00"
        );
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var browser = desk.Browser();

        var page = await browser.OpenAsync("/methodology");

        Assert.All(Ratings.All, rating => Assert.Contains(rating.Meaning, page.Text, StringComparison.Ordinal));
        Assert.Contains("every 5 days", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.GetElementById("workflow-standard-review"));
        Assert.Contains("Standard review version", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7.00:00:00", "7 days")]
    [InlineData("1.00:00:00", "1 day")]
    [InlineData("1.12:00:00", "36 hours")]
    [InlineData("00:01:00", "1 minute")]
    public void Writes_lengths_of_time_in_words(string span, string words) =>
        Assert.Equal(words, MethodologyModel.Length(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)));
}
