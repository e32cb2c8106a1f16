using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>Finds the times that a sentence states and resolves them against the day of publication.</summary>
public static class TimeScanner
{
    private const int Window = 192;
    private const int SmallestWindow = 64;
    private const int Overlap = 24;
    private const int CharactersOfAToken = 3;

    /// <summary>
    /// Adds the times within <paramref name="within"/> to <paramref name="into"/>, in order and without overlap.
    /// </summary>
    /// <param name="text">The article.</param>
    /// <param name="within">The sentence.</param>
    /// <param name="published">Day of publication; without it relative times are found but stay unresolved.</param>
    /// <param name="into">Takes the readings; what it holds already is left alone.</param>
    /// <param name="spokenOf">The day that the sentences before speak of, which a clock time without a day belongs to; null for
    /// the day of publication.</param>
    /// <param name="story">The beginning of a year or date long past that the sentence before named; null where it named
    /// none.</param>
    public static void Scan(
        string text,
        TextSpan within,
        DateOnly? published,
        List<TimeReference> into,
        DateTime? spokenOf = null,
        DateTime? story = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        // What a window does not need costs as well: it is cleared for each sentence.
        Span<TimeToken> buffer = stackalloc TimeToken[Math.Clamp(within.Length / CharactersOfAToken, SmallestWindow, Window)];
        // At the ends of the calendar the day before or the year after cannot be told; nothing is resolved there.
        var today =
            published is { } day && Calendar.IsYear(day.Year - 10) && Calendar.IsYear(day.Year + 10)
                ? day.ToDateTime(TimeOnly.MinValue)
                : (DateTime?)null;
        var (tense, namedDay, named) = (Tense.Open, spokenOf, default(TimeMatch));
        for (var at = within.Start; at < within.End; )
        {
            var count = TimeLexer.Read(text, at, within.End, buffer, out var useful);
            var last = count == buffer.Length ? count - Overlap : count;
            var next = last;
            if (useful)
            {
                var reader = new TimeReader(text, buffer[..count], today)
                {
                    Tense = tense,
                    NamedDay = namedDay,
                    Named = named,
                    Story = story,
                };
                next = Run(ref reader, last, into);
                (tense, namedDay, named) = (reader.Tense, reader.NamedDay, reader.Named);
            }

            at = next < count ? buffer[next].Start : within.End;
        }
    }

    /// <summary>Reads a whole text, sentence by sentence: each knows the day and the year that were named before it.</summary>
    /// <param name="text">The article.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="published">Day of publication; null where it is not known.</param>
    public static List<TimeReference> ScanAll(string text, IEnumerable<TextSpan> sentences, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var (found, of, spokenOf) = (new List<TimeReference>(), new List<TimeReference>(), new DaySpokenOf(published));
        foreach (var sentence in sentences)
        {
            of.Clear();
            Scan(text, sentence, published, of, spokenOf.Day, spokenOf.Story);
            spokenOf.Follow(of);
            found.AddRange(of);
        }

        return found;
    }

    /// <summary>
    /// True where one of <paramref name="times"/> covers <paramref name="at"/>, so that a figure there is no quantity.
    /// </summary>
    public static bool Covers(IReadOnlyList<TimeReference> times, int at)
    {
        ArgumentNullException.ThrowIfNull(times);
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i].Span.Start <= at && at < times[i].Span.End)
            {
                return true;
            }
        }

        return false;
    }

    private static int Run(ref TimeReader reader, int last, List<TimeReference> into)
    {
        var at = 0;
        while (at < last)
        {
            if (OpensNothing(reader.KindAt(at)) || IsLasting(reader, at))
            {
                Follow(ref reader, at++);
                continue;
            }

            // A sentence that opens with a time says only behind it whether that is past.
            var match = ReadInTense(reader, at);
            if (!match.Found)
            {
                Follow(ref reader, at++);
                continue;
            }

            var span = new TextSpan(reader[match.First].Start, reader[match.End - 1].End);
            // "The next 99999999 weeks" ends with the calendar, where nothing is left of the period.
            var (from, to) = (match.Period.From, match.Period.To);
            into.Add(
                from < to || from is null || to is null
                    ? new TimeReference(span, from, to) { Basis = BasisOf(reader, at, match) }
                    : new TimeReference(span, null, null)
            );
            reader.NamedDay = match.IsDay ? match.Period.From : reader.NamedDay;
            reader.Named = match.IsAnchor ? match : reader.Named;
            at = match.End;
        }

        return at;
    }

    /// <summary>"Will last two weeks": the verb.</summary>
    private static bool IsLasting(in TimeReader reader, int at) =>
        reader.KindAt(at) == Kind.Last
        && (reader.KindAt(at - 1) == Kind.Future || (reader.KindAt(at - 1) == Kind.To && reader.KindAt(at + 1) == Kind.Number));

    private static TimeMatch ReadInTense(in TimeReader reader, int at) =>
        reader.Tense == Tense.Open && MayOpen(reader, at)
            ? Read(reader with { Tense = Verbs.Ahead(reader, at) }, at)
            : Read(reader, at);

    /// <summary>
    /// What a reading rests on is what it changes with: the same words are read once more for another day of publication, and
    /// without what was named before.
    /// </summary>
    private static TimeBasis? BasisOf(in TimeReader reader, int at, in TimeMatch match)
    {
        if (match.Period == default)
        {
            return null;
        }

        if (
            reader.Today is { } today
            && Calendar.AddDays(today, -OtherDay) is { } other
            && ReadInTense(reader.At(other), at).Period != match.Period
        )
        {
            return TimeBasis.Published;
        }

        var alone = reader with { NamedDay = null, Named = default, Story = null };
        return ReadInTense(alone, at).Period != match.Period ? TimeBasis.DayNamed : null;
    }

    /// <summary>So far off, in days, that no weekday, week, month or year stays the same.</summary>
    private const int OtherDay = 1000;

    /// <summary>The small words between others, of which there are many, and verbs: no time begins with one.</summary>
    private static bool OpensNothing(Kind kind) =>
        kind
            is Kind.Comma
                or Kind.Dash
                or Kind.Possessive
                or Kind.And
                or Kind.Of
                or Kind.To
                or Kind.In
                or Kind.On
                or Kind.At
                or Kind.During
                or Kind.For
                or Kind.Within
                or Kind.Than
                or Kind.Ago
                or Kind.Old
                or Kind.Counted
                or Kind.Future
                or Kind.Past
                or Kind.Be
                or Kind.Is
                or Kind.PutOff
                or Kind.Meridiem
                or Kind.Zone;

    private static bool MayOpen(in TimeReader reader, int at) =>
        reader.KindAt(reader.Skip(at, Kind.The)) switch
        {
            Kind.Number
            or Kind.Ordinal
            or Kind.Date
            or Kind.Month
            or Kind.Weekday
            or Kind.Season
            or Kind.Quarter
            or Kind.Half
            or Kind.Holiday => true,
            Kind.Early or Kind.Mid or Kind.Late or Kind.Beginning or Kind.Middle or Kind.End or Kind.Overnight or Kind.Clock =>
                true,
            Kind.Since
            or Kind.Until
            or Kind.By
            or Kind.From
            or Kind.Between
            or Kind.Before
            or Kind.After
            or Kind.DayPart
            or Kind.Unit => true,
            _ => false,
        };

    private static bool OpensUnnamed(in TimeReader reader, int at) =>
        reader[at].Length switch
        {
            1 => true,
            2 => reader.Word(at) is "so" or "So" || reader.KindAt(at + 1) == Kind.Than,
            6 => reader.Word(at) is "fiscal" or "Fiscal" || reader.KindAt(at + 1) == Kind.Than,
            _ => reader.KindAt(at + 1) == Kind.Than,
        };

    private static TimeMatch Read(in TimeReader reader, int at)
    {
        // Few words that mean nothing by themselves open a time: "so far", "more than", "fiscal", holidays.
        if (reader.KindAt(at) is Kind.Other or Kind.Holiday && !OpensUnnamed(reader, at))
        {
            return HolidayRules.Read(reader, at);
        }

        var range = RangeRules.Read(reader, at);
        if (range.Found)
        {
            return range;
        }

        var point = RangeRules.Point(reader, at);
        if (!point.Found)
        {
            return DurationRules.Read(reader, at);
        }

        return RangeRules.Joined(reader, point) is { Found: true } joined ? joined : point;
    }

    private static void Follow(ref TimeReader reader, int at)
    {
        var token = reader[at];
        if (Verbs.Tell(reader, at) is not Tense.Open and var tense)
        {
            reader.Tense = tense;
        }
    }
}
