using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;
using FsCheck;
using FsCheck.Xunit;

namespace ClaimTracker.UnitTests.Extraction.Times;

public class TimePropertyTests
{
    private static readonly string[] Pieces =
    [
        "on",
        "Tuesday",
        "May",
        "3",
        "2022",
        "-",
        "–",
        "to",
        "from",
        "between",
        "and",
        "the",
        "of",
        "last",
        "next",
        "week",
        "years",
        "ago",
        "overnight",
        "night",
        "early",
        "in",
        "by",
        "since",
        "p.m.",
        "14:30",
        "'90s",
        "1990s",
        "first",
        "quarter",
        "half",
        "before",
        "9999",
        "31",
        "February",
        "a",
        "few",
        "hours",
        "99999999",
        "5/3/2022",
        "0000-00-00",
        "weekend",
        ",",
        "so",
        "far",
        "this",
        "more",
        "than",
        "'s",
    ];

    [Property(MaxTest = 500)]
    public void Never_throws_and_stays_inside_any_text(NonNull<string> text, bool dated) => Check(text.Get, dated);

    [Property(MaxTest = 2000)]
    public void Never_throws_on_words_of_time_in_any_order(int[] picks, bool dated) =>
        Check(string.Join(' ', picks.Select(pick => Pieces[(uint)pick % Pieces.Length])), dated);

    [Fact]
    public void A_period_beyond_the_calendar_is_found_and_not_resolved() => Check("next 99999999 weeks", dated: true);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Stays_within_the_calendar_at_its_ends(string published)
    {
        const string Text =
            "Last week, next year, 300 years ago, overnight, in the coming decades and the past 900 centuries, by the end of the year.";
        var times = new List<TimeReference>();
        TimeScanner.Scan(Text, new TextSpan(0, Text.Length), DateOnly.Parse(published, null), times);
        Assert.NotEmpty(times);
    }

    [Theory]
    [InlineData("from March to ")]
    [InlineData("twenty-")]
    [InlineData("the night of 3 ")]
    [InlineData("12:34:56:")]
    public void Comes_to_the_end_of_a_text_of_any_length(string piece)
    {
        var (text, times) = (LongText.Of(piece), new List<TimeReference>());
        TimeScanner.Scan(text, new TextSpan(0, text.Length), new DateOnly(2025, 8, 19), times);
        Assert.True(LongText.AreInOrder(text, times.Select(time => time.Span)));
    }

    private static void Check(string text, bool dated)
    {
        var times = new List<TimeReference>();
        TimeScanner.Scan(text, new TextSpan(0, text.Length), dated ? new DateOnly(2025, 8, 19) : null, times);
        var last = 0;
        foreach (var time in times)
        {
            Assert.InRange(time.Span.Start, last, text.Length - 1);
            Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
            Assert.True(
                time.From is null || time.To is null || time.From < time.To,
                $"{time.Span.Of(text)}: {time.From} to {time.To}"
            );
            last = time.Span.End;
        }
    }
}
