namespace ClaimTracker.Extraction.Times;

/// <summary>The periods of the calendar that lie so many units from the day of publication, or from the story.</summary>
internal static class RelativePeriods
{
    /// <summary>
    /// The year, decade or century that the sentence is in: of the story that it goes on with, else of publication.
    /// </summary>
    public static Period Present(in TimeReader reader, int at, int unit)
    {
        if (unit < Units.Year || Verbs.Of(reader, at) != Tense.Past)
        {
            return Shift(reader, unit, 0);
        }

        // "By the end of the decade 400 families had left": of which one no more is known.
        if (NarratedRules.StoryOf(reader) is not { } story)
        {
            return unit == Units.Year ? Shift(reader, unit, 0) : default;
        }

        return unit switch
        {
            Units.Year => Calendar.Year(story.Year),
            Units.Decade => Calendar.Years(story.Year / 10 * 10, 10),
            _ => Calendar.Years(Math.Max(1, story.Year / 100 * 100), 100),
        };
    }

    /// <summary>"In 1914 war broke out; in the following decades": so long from the time of the story.</summary>
    public static Period FromStory(in TimeReader reader, int unit, int count) =>
        count > 0 && NarratedRules.StoryOf(reader) is { } story && UnitCount.Add(story, unit, count) is { } then
            ? new Period(story, then)
            : default;

    /// <summary>The calendar period of that unit, so many before or after the one that holds the day of publication.</summary>
    public static Period Shift(in TimeReader reader, int unit, int count) =>
        reader.Today is not { } today
            ? default
            : unit switch
            {
                Units.Day => Resolver.Days(today, count),
                Units.Week => Calendar.Week(today, count),
                Units.Fortnight => Calendar.Week(today, count * 2),
                Units.Month => Calendar.Months(today.Year, today.Month + count, 1),
                Units.Year => Calendar.Year(today.Year + count),
                Units.Decade => Calendar.Years((today.Year / 10 * 10) + (count * 10), 10),
                Units.Century => Calendar.Years(Math.Max(1, (today.Year / 100 * 100) + (count * 100)), 100),
                Units.Weekend => Weekend(today, count),
                _ => default,
            };

    public static Grain GrainOf(int unit) =>
        unit switch
        {
            Units.Day => Grain.Day,
            Units.Week or Units.Weekend or Units.Fortnight => Grain.Week,
            Units.Month => Grain.Month,
            Units.Year => Grain.Year,
            _ => Grain.Long,
        };

    private static Period Weekend(DateTime today, int count)
    {
        var monday = Calendar.Week(today, count).From;
        // Early in the week "this weekend" is the one just past.
        var shift = count == 0 && today.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday ? -2 : 5;
        var saturday = Calendar.AddDays(monday, shift);
        return new Period(saturday, Calendar.AddDays(saturday, 2));
    }

    public static Period Quarter(in TimeReader reader, int offset) =>
        reader.Today is { } today ? Calendar.Months(today.Year, ((today.Month - 1) / 3 * 3) + 1 + (offset * 3), 3) : default;

    public static Period Month(in TimeReader reader, int month, int offset)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var year =
            offset < 0 && month >= today.Month ? today.Year - 1
            : offset > 0 && month <= today.Month ? today.Year + 1
            : today.Year;
        return Calendar.Month(year, month);
    }

    public static Period Season(in TimeReader reader, int season, int offset)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var year = today.Year + (offset > 0 ? 0 : 1);
        while (offset < 0 && Calendar.Season(year, season).To > today)
        {
            year--;
        }

        while (offset > 0 && Calendar.Season(year, season).From <= today)
        {
            year++;
        }

        return Calendar.Season(offset == 0 ? today.Year + (season == 0 && today.Month == 12 ? 1 : 0) : year, season);
    }
}
