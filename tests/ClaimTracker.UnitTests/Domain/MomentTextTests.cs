using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain;

public sealed partial class MomentTextTests
{
    private static readonly DateTime Instant = new(2025, 8, 9, 14, 5, 59, DateTimeKind.Utc);

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Writes_an_instant_and_its_day_in_one_form_whatever_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("9 Aug 2025, 14:05 UTC", MomentText.Of(Instant));
            Assert.Equal("9 Aug 2025", MomentText.Day(Instant));
            Assert.Equal("9 Aug 2025", MomentText.Day(new DateOnly(2025, 8, 9)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Refusals_write_dates_in_that_form()
    {
        var draft = new Draft(1, "ada");
        Assert.True(draft.Save(new Dictionary<string, string> { ["a"] = "b" }, 0, Instant).IsOk);

        var refused = draft.Save(new Dictionary<string, string> { ["a"] = "c" }, 0, Instant.AddDays(1));

        Assert.Contains("on 9 Aug 2025, 14:05 UTC, after", refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_place_of_the_desk_writes_a_date_in_a_form_of_its_own()
    {
        var found = new[] { "ClaimTracker.Domain", "ClaimTracker.Workflows", "ClaimTracker.Web" }
            .SelectMany(project =>
                Directory.GetFiles(Path.Combine(RepositoryFolder.Top, "src", project), "*.cs*", SearchOption.AllDirectories)
            )
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Where(file => OwnForm().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.Equal(["MomentText.cs"], found);
    }

    [GeneratedRegex(@"\bd MMMM? yyyy\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex OwnForm();
}
