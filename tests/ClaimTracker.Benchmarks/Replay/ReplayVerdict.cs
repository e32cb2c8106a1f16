using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>What a verdict turns on.</summary>
internal enum ReplayKind
{
    /// <summary>A figure is below a limit, or above one.</summary>
    Threshold,

    /// <summary>A figure is what it was, to the hundredth part.</summary>
    Exact,

    /// <summary>A figure that was given on a day, in an article of that day.</summary>
    Dated,

    /// <summary>Somebody's words.</summary>
    Quote,
}

/// <summary>A claim that a desk checks in the replay, what its verdict says, and what its sources say of it each day.</summary>
internal sealed class ReplayVerdict(ReplaySeries series, int number, ReplayKind kind, int from)
{
    private const double Allowed = 0.01;

    public int Number => number;

    public ReplayKind Kind => kind;

    /// <summary>The day on which the desk hears of the claim.</summary>
    public int From => from;

    public long ClaimId { get; set; }

    /// <summary>True once the desk has taken the verdict back for good.</summary>
    public bool IsOver { get; set; }

    /// <summary>The figure that the public version names.</summary>
    public long Said { get; private set; }

    /// <summary>True where the public version says that the claim holds.</summary>
    public bool SaysTrue { get; private set; }

    /// <summary>Since which day the public version says what its rating does not allow; null while it does not.</summary>
    public int? WrongSince { get; private set; }

    /// <summary>The figure that a threshold turns on.</summary>
    public long Limit { get; } = LimitOf(series, number, kind, from);

    /// <summary>True for “more than”, false for “fewer than”.</summary>
    public bool IsAbove => number % 3 == 0;

    /// <summary>Whether it goes through the process for casualties, which asks for two sources and two editors.</summary>
    public bool IsCasualties => kind is ReplayKind.Threshold or ReplayKind.Exact && number / 4 % 2 == 0;

    public string ClaimKind => IsCasualties ? "casualty-figure" : "statistic";

    public IReadOnlyList<ReplaySource> Sources { get; private set; } = [];

    /// <summary>The words that are checked.</summary>
    public string Claim =>
        kind switch
        {
            ReplayKind.Threshold =>
                $"The army has lost {(IsAbove ? "more" : "fewer")} than {N(Limit)} personnel in the war, officials said.",
            ReplayKind.Exact => $"The army has lost {N(FigureOn(from)!.Value)} personnel in the war, officials said.",
            ReplayKind.Dated => $"On {Date(from)} the general staff put the losses at {N(FigureOn(from)!.Value)} personnel.",
            _ => $"The minister said that {N(FigureOn(from)!.Value)} soldiers were accounted for.",
        };

    public void Place(IReadOnlyList<ReplaySource> sources) => Sources = sources;

    /// <summary>The figure that its sources give on a day; null where they have taken it back.</summary>
    public long? FigureOn(int day)
    {
        var figure = Dice.Roll(2, number, 1) == 0 ? series.Counted : series.Estimated;
        var at = kind is ReplayKind.Threshold or ReplayKind.Exact ? day : from;
        if (CorrectedOn is not { } corrected || day < corrected)
            return figure[at];
        return kind == ReplayKind.Quote && Dice.Roll(2, number, 4) == 0 ? null : figure[at] * 97 / 100;
    }

    /// <summary>The day on which its sources put their figure right; null where they never do.</summary>
    public int? CorrectedOn { get; } =
        Dice.Roll(4, number, 5) == 0 && from + 40 < series.Days.Count
            ? from + 30 + Dice.Roll(series.Days.Count - from - 30, number, 2)
            : null;

    /// <summary>A version that is public now was written on this day.</summary>
    public void Publish(int day)
    {
        (Said, SaysTrue) = (FigureOn(day)!.Value, HoldsAt(FigureOn(day)!.Value));
        WrongSince = null;
    }

    /// <summary>Whether the public version says what its sources do not, however little.</summary>
    public bool DiffersOn(int day) =>
        FigureOn(day) is not { } figure || (kind == ReplayKind.Threshold ? HoldsAt(figure) != SaysTrue : figure != Said);

    /// <summary>Notes the day; a version is wrong where its sources say what its rating does not allow.</summary>
    public void Pass(int day)
    {
        if (IsWrongOn(day))
            WrongSince ??= day;
        else
            WrongSince = null;
    }

    public string Date(int day) => series.Days[day].ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string N(long figure) => figure.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What looks are to find of its figure, in a version that is written on a day.</summary>
    public (WatchCondition Condition, string Limit) ConditionOn(int day) =>
        kind switch
        {
            ReplayKind.Exact => (WatchCondition.Percent, "1"),

            // What has passed the limit is watched for coming back.
            ReplayKind.Threshold => (FigureOn(day) > Limit ? WatchCondition.FallsBelow : WatchCondition.Passes, N(Limit)),
            _ => (WatchCondition.Any, ""),
        };

    public bool IsWrongOn(int day)
    {
        if (FigureOn(day) is not { } figure)
            return true;
        return kind switch
        {
            ReplayKind.Threshold => HoldsAt(figure) != SaysTrue && Math.Abs(figure - Limit) > Limit * Allowed,
            _ => Math.Abs(figure - Said) > Said * Allowed,
        };
    }

    /// <summary>Whether the claim holds by a figure of its sources.</summary>
    public bool HoldsAt(long figure) => kind != ReplayKind.Threshold || (IsAbove ? figure > Limit : figure < Limit);

    // “Fewer than” a figure that is reached some day; “more than” one that a correction alone falls below.
    private static long LimitOf(ReplaySeries series, int number, ReplayKind kind, int from)
    {
        if (kind != ReplayKind.Threshold)
            return 0;
        var figure = Dice.Roll(2, number, 1) == 0 ? series.Counted : series.Estimated;
        var limit = number % 3 == 0 ? figure[from] * 99 / 100 : figure[from] * (105 + Dice.Roll(150, number, 3)) / 100;
        return Math.Max(1, limit / 100) * 100;
    }
}
