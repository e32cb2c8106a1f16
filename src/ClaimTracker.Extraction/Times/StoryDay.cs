using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Times;

/// <summary>
/// The day that a story's times count from: that of its dateline, else of its publication, else of a line above it that is a
/// day.
/// </summary>
internal sealed class StoryDay(DateOnly? published)
{
    /// <summary>In days, between a story's dateline and its publication.</summary>
    private const int LongestWait = 14;

    /// <summary>In characters: a headline may stand before the line that has the day.</summary>
    private const int FurthestLine = 300;

    /// <summary>In words and marks: "Friday, March 6, 2020".</summary>
    private const int LongestLine = 8;

    private bool _isNamed;

    /// <summary>The day; null where none is known.</summary>
    public DateOnly? Day { get; private set; } = published;

    /// <summary>True where a sentence names the day, so that it has to be read anew.</summary>
    public bool Follow(SentenceView sentence)
    {
        if (_isNamed || (OfDateline(sentence) ?? OfLine(sentence)) is not { } day)
            return false;
        (Day, _isNamed) = (day, true);
        return true;
    }

    /// <summary>Says of the times that count from it that they do.</summary>
    public void Mark(SentenceView sentence)
    {
        for (var i = 0; _isNamed && i < sentence.Times.Count; i++)
        {
            if (sentence.Times[i].Basis == TimeBasis.Published)
                sentence.Times[i] = sentence.Times[i] with { Basis = TimeBasis.Dateline };
        }
    }

    /// <summary>
    /// The day that a dateline names; null where there is none, and where it is not of the days before publication.
    /// </summary>
    private DateOnly? OfDateline(SentenceView sentence)
    {
        if (sentence.Opening == 0)
            return null;
        foreach (var time in sentence.Times)
        {
            if (
                time.Span.End > sentence.Tokens[sentence.Opening].Start
                || time.From is not { } from
                || time.To != from.AddDays(1)
            )
            {
                continue;
            }

            var day = DateOnly.FromDateTime(from);
            return Day is not { } published || published.DayNumber - day.DayNumber is >= 0 and <= LongestWait ? day : null;
        }

        return null;
    }

    /// <summary>"Friday, March 6, 2020" on a line of its own above the story, where nobody said when it was published.</summary>
    private DateOnly? OfLine(SentenceView sentence) =>
        Day is null
        && sentence.Span.Start < FurthestLine
        && sentence.Tokens.Count <= LongestLine
        && sentence.Times is [{ From: { } from, To: { } to, Basis: null } time]
        && to == from.AddDays(1)
        && time.Span.Length + 1 >= sentence.Span.Length
            ? DateOnly.FromDateTime(from)
            : null;
}
