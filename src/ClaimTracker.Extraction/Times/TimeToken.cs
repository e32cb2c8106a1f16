namespace ClaimTracker.Extraction.Times;

/// <summary>What a word means to the time scanner.</summary>
internal enum Kind : byte
{
    /// <summary>Past the end of the sentence.</summary>
    None,

    /// <summary>A word or mark that says nothing of time.</summary>
    Other,
    Comma,
    Dash,
    Possessive,

    /// <summary>A whole number; the value says which.</summary>
    Number,

    /// <summary>A number that cannot be a day or year: grouped, with decimals, or money.</summary>
    Figure,
    Ordinal,

    /// <summary>"a few", "several": a number that nobody can hold the writer to.</summary>
    Vague,

    /// <summary>ISO, slashed or dotted date as year × 10000 + month × 100 + day.</summary>
    Date,

    /// <summary>"2019-20", "2014–16": first year × 10000 + last year.</summary>
    YearPair,

    /// <summary>Minutes since midnight.</summary>
    Clock,

    /// <summary>"1990s": its first year.</summary>
    Decade,
    Month,
    Weekday,
    Unit,
    Season,
    DayPart,

    /// <summary>"today" and its kin, as days from today.</summary>
    DayWord,

    /// <summary>A named day that needs no second word: "Christmas", "Halloween".</summary>
    Holiday,
    Overnight,
    Tonight,
    Meridiem,
    Quarter,
    Half,
    Noon,
    Zone,
    Last,
    Previous,
    This,
    Next,
    Coming,
    Recent,
    Ago,
    Earlier,
    Later,
    Early,
    Mid,
    Late,
    Beginning,
    Middle,
    End,
    Hours,
    Small,
    In,
    On,
    At,
    Since,
    Until,
    By,
    From,
    To,
    Between,
    And,
    Of,
    The,
    A,
    During,
    Over,
    For,
    Within,
    Before,
    After,
    Than,
    About,
    SoFar,
    Old,
    Counted,
    Future,
    Past,
    Be,

    /// <summary>"is" and "are": what is on a day, or is to be, is yet to come.</summary>
    Is,

    /// <summary>"adjourned", "closed": what follows "until" lies ahead, though the verb looks back.</summary>
    PutOff,
}

/// <summary>A word, number or mark of a sentence.</summary>
internal readonly record struct TimeToken(int Start, int End, Kind Kind, int Value)
{
    /// <summary>Its length in UTF-16 code units.</summary>
    public int Length => End - Start;
}

/// <summary>Units of time, as the values of <see cref="Kind.Unit"/> tokens.</summary>
internal static class Units
{
    public const int Second = 0,
        Minute = 1,
        Hour = 2,
        Day = 3,
        Week = 4,
        Fortnight = 5,
        Month = 6,
        Year = 7,
        Decade = 8,
        Century = 9,
        Weekend = 10;

    /// <summary>Added to the unit where the word stands in the plural.</summary>
    public const int Plural = 16;
}
