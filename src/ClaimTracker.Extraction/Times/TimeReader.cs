namespace ClaimTracker.Extraction.Times;

/// <summary>Whether the words before a time speak of what was or of what is to come.</summary>
internal enum Tense
{
    Open,
    Past,

    /// <summary>Behind "said" and its kin, which tell when somebody spoke and not when it was.</summary>
    Said,
    Future,

    /// <summary>Behind "will", which tells of what is to come, whatever day it is.</summary>
    Will,
}

/// <summary>How long the period of a match is; decides what may be joined to it.</summary>
internal enum Grain
{
    None,
    Clock,
    DayPart,
    Day,
    Week,
    Month,
    Season,
    Year,
    Long,
    Duration,
}

/// <summary>A time that was found: tokens <paramref name="First"/> up to and without <paramref name="End"/>.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">Behind its last token; 0 where nothing was found.</param>
/// <param name="Period">What it means; empty where that is not known.</param>
/// <param name="Grain">How long the period is.</param>
/// <param name="Month">The month, where the text names one and leaves the year to the reader.</param>
/// <param name="Day">The day of that month; 0 where none is named.</param>
internal readonly record struct TimeMatch(int First, int End, Period Period, Grain Grain, int Month = 0, int Day = 0)
{
    public bool Found => End > 0;

    /// <summary>True where it can be told from: a single time that is resolved.</summary>
    public bool IsAnchor =>
        Period is { From: not null, To: not null }
        && Grain is Grain.Clock or Grain.DayPart or Grain.Day or Grain.Month or Grain.Season or Grain.Year;

    /// <summary>True where the period is whole days that others can be joined to.</summary>
    public bool IsDay => Grain == Grain.Day;
}

/// <summary>The tokens of a sentence with what is known about its time.</summary>
internal ref struct TimeReader(string text, ReadOnlySpan<TimeToken> tokens, DateTime? today)
{
    private readonly ReadOnlySpan<TimeToken> _tokens = tokens;

    /// <summary>The day of publication; null where it is not known.</summary>
    public readonly DateTime? Today => today;

    /// <summary>The same sentence, published on another day.</summary>
    public readonly TimeReader At(DateTime day) =>
        new(text, _tokens, day)
        {
            Tense = Tense,
            NamedDay = NamedDay,
            Named = Named,
            Story = Story,
        };

    /// <summary>What the words before the present token speak of.</summary>
    public Tense Tense { get; set; }

    /// <summary>The last day that the sentence named: a bare clock time belongs to it.</summary>
    public DateTime? NamedDay { get; set; }

    /// <summary>The time that the sentence named last: "two days later" is told from it.</summary>
    public TimeMatch Named { get; set; }

    /// <summary>
    /// The first instant of a year or date, long past, that the sentence before named: what follows tells of that time.
    /// </summary>
    public DateTime? Story { get; set; }

    /// <summary>The token at <paramref name="index"/>; one of no kind outside the sentence.</summary>
    public readonly TimeToken this[int index] => (uint)index < (uint)_tokens.Length ? _tokens[index] : default;

    public readonly Kind KindAt(int index) => this[index].Kind;

    public readonly ReadOnlySpan<char> Word(int index) => text.AsSpan(this[index].Start, this[index].Length);

    /// <summary>
    /// True where the text at the token is <paramref name="name"/>, as whole words; <paramref name="end"/> is the token behind
    /// it.
    /// </summary>
    public readonly bool Reads(int index, string name, out int end)
    {
        end = index;
        var (start, stop) = (this[index].Start, this[index].Start + name.Length);
        if (stop > text.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (text[start + i] != name[i] && !(name[i] == '\'' && text[start + i] == '’'))
            {
                return false;
            }
        }

        while (end < _tokens.Length && _tokens[end].Start < stop)
        {
            end++;
        }

        return _tokens[end - 1].End == stop;
    }

    /// <summary>True where no space stands between the token and the one before.</summary>
    public readonly bool IsTight(int index) => this[index].Start == this[index - 1].End && index > 0;

    /// <summary>Skips the token at <paramref name="index"/> where it is of that kind.</summary>
    public readonly int Skip(int index, Kind kind) => KindAt(index) == kind ? index + 1 : index;
}
