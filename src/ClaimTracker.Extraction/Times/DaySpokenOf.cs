using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Times;

/// <summary>The day that an article speaks of: "On Wednesday a helicopter crashed. At 12:08 p.m. it lost contact".</summary>
internal sealed class DaySpokenOf(DateOnly? published)
{
    /// <summary>News tells what happened within days; a clock time of a day long past is told with its date.</summary>
    private const int Longest = 7;

    /// <summary>A year; a decade is told of, not from.</summary>
    private const int LongestOfAStory = 367;

    /// <summary>The day named last, where it lies in the week before publication; null where none was.</summary>
    public DateTime? Day { get; private set; }

    /// <summary>
    /// The first instant of a year or date long past that the last sentence named, of which the next one may go on to tell; else
    /// null.
    /// </summary>
    public DateTime? Story { get; private set; }

    /// <summary>Takes over the last whole day that a sentence names.</summary>
    public void Follow(List<TimeReference> times)
    {
        if (published?.ToDateTime(TimeOnly.MinValue) is not { } today)
        {
            return;
        }

        Story = null;
        foreach (var time in times)
        {
            if (
                time is { From: { } begin, To: { } end }
                && (today - begin).TotalDays > NarratedRules.LongAgo
                && (end - begin).TotalDays < LongestOfAStory
            )
            {
                Story = begin;
            }

            if (
                time is { From: { } from, To: { } to }
                && from.TimeOfDay == TimeSpan.Zero
                && (to - from).TotalDays == 1
                && (today - from).TotalDays is >= 0 and <= Longest
            )
            {
                Day = from;
            }
        }
    }
}
