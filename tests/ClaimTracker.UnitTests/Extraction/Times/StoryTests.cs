using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.UnitTests.Extraction.Times;

/// <summary>A tale of the past is told from the year that it names, never from the day of publication.</summary>
public sealed class StoryTests
{
    private static readonly DateOnly Published = new(2025, 8, 20);

    [Theory]
    [InlineData(
        "The mine opened in 1951. Over the next decade 300 men died in it.",
        "the next decade",
        "1951-01-01",
        "1961-01-01"
    )]
    [InlineData(
        "The mine opened in 1951. Over the next four years 30 men died in it.",
        "the next four years",
        "1951-01-01",
        "1955-01-01"
    )]
    [InlineData(
        "The mine opened in 1951. The following year 30 men died in it.",
        "The following year",
        "1952-01-01",
        "1953-01-01"
    )]
    [InlineData(
        "The mine opened in 1951. By the end of the decade it had closed.",
        "By the end of the decade",
        null,
        "1960-01-01"
    )]
    [InlineData(
        "The mine opened in 1938. By the middle of the century 300 men had died in it.",
        "By the middle of the century",
        null,
        "1950-01-01"
    )]
    [InlineData("In 1916 the front broke; in the following months 40,000 men fell.", "the following months", null, null)]
    [InlineData("In 1944 the port was lost; in the last month of the siege 4,000 people starved.", "the last month", null, null)]
    [InlineData("The mine was rich. By the end of the decade it had closed.", "By the end of the decade", null, null)]
    public void Counts_from_the_year_named_in_the_sentence_or_the_one_before(string text, string time, string? from, string? to)
    {
        var found = TimeScanner.ScanAll(text, SentenceSplitter.Split(text), Published).Single(one => one.Span.Of(text) == time);

        Assert.Equal((from, to), (found.FormattedFrom, found.FormattedTo));
        Assert.NotEqual(TimeBasis.Published, found.Basis);
    }

    [Theory]
    [InlineData("The dam broke on Tuesday.", TimeBasis.Published)]
    [InlineData("The dam broke overnight.", TimeBasis.Published)]
    [InlineData("The dam broke on 3 May.", TimeBasis.Published)]
    [InlineData("The dam broke last year.", TimeBasis.Published)]
    [InlineData("The dam broke on 3 May 2021.", null)]
    [InlineData("The dam broke in the last quarter of 2021.", null)]
    [InlineData("Many a dam leaks today.", null)]
    public void Says_what_a_reading_rests_on(string text, TimeBasis? basis) =>
        Assert.Equal(basis, Assert.Single(TimeScanner.ScanAll(text, SentenceSplitter.Split(text), Published)).Basis);

    [Fact]
    public void Says_that_a_clock_time_rests_on_the_day_named_before()
    {
        const string Text = "The dam broke on 3 May 2021 and by noon the town was empty.";

        var times = TimeScanner.ScanAll(Text, SentenceSplitter.Split(Text), Published);

        Assert.Equal([null, TimeBasis.DayNamed], times.Select(time => time.Basis));
    }
}
