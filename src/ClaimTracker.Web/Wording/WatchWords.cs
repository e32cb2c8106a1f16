using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Wording;

/// <summary>
/// What machines can say of a verdict's sources, and what they cannot: said here alone, from what is known of them.
/// </summary>
public static class WatchWords
{
    /// <summary>What kind of source it is; that nobody knows is said, too.</summary>
    public static string OfNature(SourceNature? nature) =>
        nature is { } known ? Words.Of(known) : "whether it can change is not known yet";

    /// <summary>What a look finds of a change of its figure; null for any change.</summary>
    public static string? OfCondition(Evidence evidence) =>
        evidence.Condition switch
        {
            WatchCondition.Any => null,
            WatchCondition.Percent =>
                $"a change of its figure counts from {FigureCondition.Number(evidence.ConditionLimit!.Value)} % on",
            WatchCondition.Passes =>
                $"its figure may change as long as it is below {FigureCondition.Number(evidence.ConditionLimit!.Value)}",
            WatchCondition.FallsBelow =>
                $"its figure may change as long as it is above {FigureCondition.Number(evidence.ConditionLimit!.Value)}",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence.Condition, null),
        };

    /// <summary>A condition as it is chosen.</summary>
    public static string Of(WatchCondition condition) =>
        condition switch
        {
            WatchCondition.Any => "any change",
            WatchCondition.Percent => "only a change of so many per cent and more",
            WatchCondition.Passes => "only if it passes the limit",
            WatchCondition.FallsBelow => "only if it falls below the limit",
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
        };

    /// <summary>What the last attempt to check met, said plainly.</summary>
    public static string OfAttempt(Claim claim, RecheckOutcome outcome) =>
        claim.LastAttemptWithin
            ? "A watched figure has changed within what the desk watches for; all else still says the same."
            : Words.Of(outcome);

    /// <summary>A machine that verified the version at that time, and what it saw of its sources then.</summary>
    public static string OfMachine(Verdict version, DateTime at)
    {
        var counted = version.Evidence.Where(e => e.Counts).ToList();
        var stood = counted.Where(e => e is { IsAsked: true, Nature: SourceNature.Living } && !(e.ForbiddenSince <= at)).ToList();
        var living = stood.Count;
        var within = string.Concat(stood.Where(e => e.Within is not null).Select(e => $"; {e.Source}: {e.Within}"));
        if (living == counted.Count)
        {
            return within.Length == 0
                ? "a machine, which found the quoted passages unchanged"
                : $"a machine, by what the desk watches for{within}";
        }

        List<Evidence> rest = [.. counted.Except(stood)];
        return $"a machine: {living} of {counted.Count} sources {(living == 1 ? "stands" : "stand")}; {(rest.Count == 1 ? "the other" : "the others")} {WhyNot(rest)}{within}";
    }

    /// <summary>
    /// What machines saw of a version's sources when they last looked at each, where they did not verify it: what was not looked
    /// at is said to be so.
    /// </summary>
    public static string OfLooks(Verdict version, IReadOnlyCollection<Look> latest)
    {
        var counted = version.Evidence.Where(e => e.Counts).OrderBy(e => e.Id).ToList();
        if (latest.Count == 0)
        {
            return string.Join(
                "; ",
                counted
                    .Where(e => !e.CanBeWatched)
                    .GroupBy(e => WhyNot(e, null))
                    .Select(group =>
                        $"{group.Count()} of {Sources(counted.Count)} {(group.Count() == 1 ? group.Key.One : group.Key.Many)}"
                    )
                    .Prepend("No machine has looked at its sources yet")
            );
        }

        var seen = latest.ToDictionary(look => look.EvidenceId, look => look.Outcome ?? RecheckOutcome.Unreachable);
        var standing = counted.Where(e => e.IsLivingWatch && Seen(e) == RecheckOutcome.Unchanged).ToList();
        var rest = counted.Except(standing).GroupBy(e => WhyNot(e, Seen(e))).ToList();
        var others =
            rest is [var only] && only.Count() == 1 && counted.Count > 1
                ? [$"the other {only.Key.One}"]
                : rest.Select(group => $"{group.Count()} {(group.Count() == 1 ? group.Key.One : group.Key.Many)}");
        return string.Join(
            "; ",
            others.Prepend($"{standing.Count} of {Sources(counted.Count)} {(standing.Count == 1 ? "stands" : "stand")}")
        );

        RecheckOutcome? Seen(Evidence evidence) => seen.TryGetValue(evidence.Id, out var outcome) ? outcome : null;
    }

    /// <summary>The sources that no machine watches, each with the reason; empty where all that count are watched.</summary>
    public static IReadOnlyList<string> OfUnwatched(IEnumerable<Evidence> evidence) =>
        [.. evidence.Where(e => e.Counts && !e.CanBeWatched).Select(e => $"{e.Source} {WhyNot(e, null).One}")];

    /// <summary>Whether a machine can verify a verdict that stands on this evidence, and what it can look at.</summary>
    /// <param name="evidence">What it stands on.</param>
    /// <param name="minimumGroups">The independent groups that it is held to; null where that is reckoned when it is
    /// published.</param>
    public static string OfVerifying(IReadOnlyCollection<Evidence> evidence, int? minimumGroups)
    {
        var counted = evidence.Where(e => e.Counts).ToList();
        var (living, unknown) = (counted.Count(e => e.IsLivingWatch), counted.Count(e => e.CanBeWatched && e.Nature is null));
        var watched =
            $"Of {Sources(counted.Count)} that {(counted.Count == 1 ? "counts" : "count")}, machines can watch {counted.Count(e => e.CanBeWatched)}";
        if (minimumGroups is not { } groups)
            return $"{watched}, and {living} of them {(living == 1 ? "is" : "are")} kept up to date. Whether a machine can verify this verdict is not known yet: how many independent groups it is held to is reckoned when it is published.";
        if (Round.CanVerify(counted, groups))
            return $"{watched}, and {living} of them {(living == 1 ? "is" : "are")} kept up to date: while what is watched stands, a machine can verify this verdict.";
        return unknown > 0
            ? $"{watched}. Whether a machine can verify this verdict is not known yet: {Sources(unknown)} {(unknown == 1 ? "was" : "were")} not read yet."
            : $"{watched}. No machine can verify this verdict: what is kept up to date and watched is {living} and would have to be of {Math.Max(1, groups)} independent {(groups > 1 ? "groups" : "group")}. A person looks instead.";
    }

    private static (string One, string Many) WhyNot(Evidence evidence, RecheckOutcome? seen) =>
        evidence.Host is null ? ("has no address", "have no address")
        : evidence.Nature == SourceNature.Frozen ? ("cannot change", "cannot change")
        : !evidence.Watched ? ("is not watched", "are not watched")
        : evidence.ForbiddenSince is not null
            ? (
                "was not looked at, since its site asks programs not to read it",
                "were not looked at, since their sites ask programs not to read them"
            )
        : seen is RecheckOutcome.Changed or RecheckOutcome.Missing ? ("reads differently", "read differently")
        : seen == RecheckOutcome.Unreachable ? ("could not be read", "could not be read")
        : seen is null ? ("was not looked at yet", "were not looked at yet")
        : evidence.Nature == SourceNature.Dated ? ("is an article of a day", "are articles of a day")
        : ("says nothing of today", "say nothing of today");

    private static string WhyNot(List<Evidence> rest) =>
        rest.TrueForAll(e => e.Nature == SourceNature.Frozen) ? "cannot change"
        : rest.TrueForAll(e => e.Nature == SourceNature.Dated)
            ? (rest.Count == 1 ? "is an article of a day" : "are articles of a day")
        : rest.TrueForAll(e => e.IsAsked && e.ForbiddenSince is not null)
            ? (rest.Count == 1 ? WhyNot(rest[0], null).One : WhyNot(rest[0], null).Many)
        : rest.TrueForAll(e => !e.Watched && e.Nature != SourceNature.Frozen)
            ? (rest.Count == 1 ? "is not watched" : "are not watched")
        : rest.Count == 1 ? "says nothing of today"
        : "say nothing of today";

    private static string Sources(int number) => number == 1 ? "1 source" : $"{number} sources";
}
