using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Wording;

/// <summary>
/// What machines can say of a verdict's sources, and what they cannot: said here alone, from what is known of them.
/// </summary>
public static class WatchWords
{
    /// <summary>What kind of source it is; that nobody knows is said, too.</summary>
    public static string OfNature(SourceNature? nature) => nature is { } known ? Words.Of(known)
        : "whether it can change is not known yet";

    /// <summary>What a look finds of a change of its figure; null for any change.</summary>
    public static string? OfCondition(Evidence evidence) => evidence.Condition switch
    {
        WatchCondition.Any => null,
        WatchCondition.Percent => $"a change of its figure counts from {FigureCondition.Number(evidence.ConditionLimit!.Value)} % on",
        WatchCondition.Passes => $"its figure may change as long as it is below {FigureCondition.Number(evidence.ConditionLimit!.Value)}",
        WatchCondition.FallsBelow => $"its figure may change as long as it is above {FigureCondition.Number(evidence.ConditionLimit!.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence.Condition, null),
    };

    /// <summary>A condition as it is chosen.</summary>
    public static string Of(WatchCondition condition) => condition switch
    {
        WatchCondition.Any => "any change",
        WatchCondition.Percent => "only a change of so many per cent and more",
        WatchCondition.Passes => "only if it passes the limit",
        WatchCondition.FallsBelow => "only if it falls below the limit",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };

    /// <summary>What the last attempt to check met, said plainly.</summary>
    public static string OfAttempt(Claim claim, RecheckOutcome outcome) => claim.LastAttemptWithin
        ? "A watched figure has changed within what the desk watches for; all else still says the same."
        : Words.Of(outcome);

    /// <summary>A machine that verified the version, and what it saw of its sources.</summary>
    public static string OfMachine(Verdict version)
    {
        var counted = version.Evidence.Where(e => e.Counts).ToList();
        var living = Round.Living(version).Count();
        var within = string.Concat(Round.Living(version).Where(e => e.Within is not null).Select(e => $"; {e.Source}: {e.Within}"));
        if (living == counted.Count)
            return within.Length == 0 ? "a machine, which found the quoted passages unchanged" : $"a machine, by what the desk watches for{within}";
        List<Evidence> rest = [.. counted.Where(e => !e.IsLivingWatch)];
        return $"a machine: {living} of {counted.Count} sources {(living == 1 ? "stands" : "stand")}; {(rest.Count == 1 ? "the other" : "the others")} {WhyNot(rest)}{within}";
    }

    /// <summary>Whether a machine can verify a verdict that stands on this evidence, and what it can look at.</summary>
    public static string OfVerifying(IReadOnlyCollection<Evidence> evidence, int minimumGroups)
    {
        var counted = evidence.Where(e => e.Counts).ToList();
        var (living, unknown) = (counted.Count(e => e.IsLivingWatch), counted.Count(e => e.CanBeWatched && e.Nature is null));
        var watched =
            $"Of {Sources(counted.Count)} that {(counted.Count == 1 ? "counts" : "count")}, machines can watch {counted.Count(e => e.CanBeWatched)}";
        if (Round.CanVerify(counted, minimumGroups))
            return $"{watched}, and {living} of them {(living == 1 ? "is" : "are")} kept up to date: while what is watched stands, a machine can verify this verdict.";
        return unknown > 0
            ? $"{watched}. Whether a machine can verify this verdict is not known yet: {Sources(unknown)} {(unknown == 1 ? "was" : "were")} not read yet."
            : $"{watched}. No machine can verify this verdict: what is kept up to date and watched is {living} and would have to be of {Math.Max(1, minimumGroups)} independent {(minimumGroups > 1 ? "groups" : "group")}. A person looks instead.";
    }

    private static string WhyNot(List<Evidence> rest) =>
        rest.TrueForAll(e => e.Nature == SourceNature.Frozen) ? "cannot change"
        : rest.TrueForAll(e => e.Nature == SourceNature.Dated)
            ? (rest.Count == 1 ? "is an article of a day" : "are articles of a day")
        : rest.TrueForAll(e => !e.CanBeWatched && e.Nature != SourceNature.Frozen)
            ? (rest.Count == 1 ? "is not watched" : "are not watched")
        : rest.Count == 1 ? "says nothing of today" : "say nothing of today";

    private static string Sources(int number) => number == 1 ? "1 source" : $"{number} sources";
}
