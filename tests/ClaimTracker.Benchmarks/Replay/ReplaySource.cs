using System.Globalization;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>How a page answers on a day.</summary>
internal enum ReplayAnswer
{
    Page,
    Consent,
    Outage,
    Gone,
}

/// <summary>A page that a verdict stands on: the passage, and all that changes around it from day to day.</summary>
internal sealed class ReplaySource(ReplayVerdict verdict, int place, Uri address)
{
    private static readonly string[] Leads =
    [
        "The army has lost {0} personnel in the war so far, by the general staff's own count.",
        "In all, {0} personnel were lost since the invasion began, killed and wounded together.",
        "Losses among personnel stand at {0}, according to the staff's morning report.",
        "The total of personnel put out of action has reached {0}, the staff reports.",
    ];

    private int Seed => (verdict.Number * 10) + place;

    public Uri Address => address;

    public string Outlet => $"Outlet {address.Host.Split('.')[^1]}";

    /// <summary>Which of the ways of building a page it uses on a day; a redesign changes it.</summary>
    public int StyleOn(int day)
    {
        var first = Seed % ReplayStyles.Count;
        return day < Redesign ? first : (first + 5) % ReplayStyles.Count;
    }

    /// <summary>The words that are quoted; null once they are taken back.</summary>
    public string? PassageOn(int day)
    {
        if (verdict.FigureOn(day) is not { } figure)
            return null;
        // What is said to be about a limit is no ground for a verdict that turns on it.
        var number = verdict.Kind == ReplayKind.Exact ? $"about {ReplayVerdict.N(figure)}" : ReplayVerdict.N(figure);
        return verdict.Kind switch
        {
            ReplayKind.Dated =>
                $"On {verdict.Date(verdict.From)} the general staff counted {number} personnel lost since the war began.",
            ReplayKind.Quote => $"“We have accounted for {number} soldiers, and each of them has a name,” the minister said.",
            _ => string.Format(CultureInfo.InvariantCulture, Leads[(Seed + (day >= Reworded ? 1 : 0)) % Leads.Length], number),
        };
    }

    /// <summary>Whether the page can be read on a day.</summary>
    public ReplayAnswer AnswerOn(int day) =>
        day == verdict.From ? ReplayAnswer.Page
        : Dice.Roll(60, Seed, day / 2, 11) == 0 ? ReplayAnswer.Outage
        : Dice.Roll(120, Seed, day / 3, 12) == 0 ? ReplayAnswer.Consent
        : Dice.Roll(150, Seed, day / 2, 13) == 0 ? ReplayAnswer.Gone
        : ReplayAnswer.Page;

    /// <summary>The page as it stands on a day.</summary>
    public ReplayPage PageOn(int day) =>
        new(Seed, day, verdict.Date(day), PassageOn(day), StyleOn(day))
        {
            Published = verdict.Kind == ReplayKind.Dated ? verdict.From : null,
            Earlier = verdict.Kind is ReplayKind.Threshold or ReplayKind.Exact
                ?
                [
                    .. Enumerable
                        .Range(1, Math.Min(7, day))
                        .Select(back => $"{verdict.Date(day - back)}: {ReplayVerdict.N(verdict.FigureOn(day - back)!.Value)}"),
                ]
                : [],
            Correction =
                verdict.CorrectedOn <= day
                    ? $"Correction, {verdict.Date(verdict.CorrectedOn.Value)}: an earlier version of this page gave a figure that was too high."
                    : null,
        };

    private int Redesign => 200 + Dice.Roll(1_400, Seed, 21);

    // The passage itself is worded anew once, with the same figure in it.
    private int Reworded => Seed % 5 == 0 ? 100 + Dice.Roll(1_400, Seed, 22) : int.MaxValue;
}
