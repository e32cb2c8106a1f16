using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Wording;

/// <summary>
/// What machines can say of a verdict's sources, and what they cannot: said here alone, from what is known of them.
/// </summary>
public static class WatchWords
{
    /// <summary>What becomes of a passage of which nobody has to be told, though it is not as it was.</summary>
    public const string Within = "reads differently in what is not counted as a change";

    private const string AnyChange = "any change of the passage counts";

    /// <summary>What kind of source it is; that nobody knows is said, too.</summary>
    public static string OfNature(Evidence evidence) =>
        evidence.Host is null ? "has no address, so nothing looks at it"
        : evidence.Nature is { } known ? Words.Of(known)
        : "whether its page is kept up to date is not known yet";

    /// <summary>
    /// What looks do about a source, and how the last one missed its passage where one did; null where none looks.
    /// </summary>
    public static string? OfWatch(Evidence evidence) =>
        !evidence.CanBeWatched ? null
        : evidence.Loss is { } loss
            ? $"{OfCondition(evidence) ?? AnyChange}. The last look that read its page {(loss == PassageLoss.Missing ? "did not find it there" : "found it reading differently")}"
        : evidence.Within is { } within ? $"{OfCondition(evidence) ?? AnyChange}. As last read: {within}"
        : OfCondition(evidence) ?? AnyChange;

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

    /// <summary>That a source is not looked at since its site asks programs not to read it; null where it does not.</summary>
    public static string? OfForbidden(Evidence evidence) =>
        evidence is { IsAsked: true, ForbiddenSince: { } since }
            ? $"not looked at: since {Moment.Text(since)} its site asks programs not to read it"
            : null;

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

    /// <summary>
    /// When the last attempt to check the version that is public was made, and what it met; null where there was none. One at an
    /// earlier version says nothing of this one, unless only a typo was mended since; nor does one that failed before somebody or
    /// something found that the verdict holds.
    /// </summary>
    public static (DateTime At, string Words)? OfAttempt(Claim claim) =>
        claim.LastAttemptAt is not { } at
        || claim.LastAttemptOutcome is not { } outcome
        || claim.LastAttemptIsPast
        || (at < claim.VerdictIssuedAt && at < claim.LastPersonAt)
            ? null
            : (
                at,
                claim.LastAttemptWithin ? $"A passage {Within}; each other that was looked at stood on its page."
                : outcome == RecheckOutcome.Unchanged ? "Each passage that was looked at stood on its page."
                : Words.Of(outcome)
            );

    /// <summary>
    /// A machine that verified the version, and what it saw of the sources that counted then: those of the round that did so.
    /// Where that round is not at hand, nothing is said of them.
    /// </summary>
    public static string OfMachine(Verdict version, DateTime at, LookRound? round, IntakeSettings intake)
    {
        if (round is null)
            return "a machine";
        var counted = version.Evidence.Where(e => e.CountedAt(at)).ToList();
        var stood = counted
            .Where(e => e.Nature != SourceNature.Dated && round.EvidenceIds.Contains(e.Id) && !IsRefused(e, intake))
            .ToList();
        var within = string.Concat(round.Within.Select(words => $"; {words}"));
        if (stood.Count == counted.Count)
        {
            return within.Length == 0
                ? "a machine, which found the quoted passages standing"
                : $"a machine, by what is counted as a change{within}";
        }

        List<Evidence> rest = [.. counted.Except(stood)];
        return $"a machine: {stood.Count} of {Plural.Of(counted.Count, "source")} stood; {(rest.Count == 1 ? "the other" : "the others")} {WhyNot(rest, intake)}{within}";
    }

    /// <summary>
    /// What machines saw of a version's sources when they last looked at each, where they did not verify it: what was not looked
    /// at is said to be so.
    /// </summary>
    public static string OfLooks(Verdict version, IReadOnlyCollection<Look> latest, IntakeSettings intake)
    {
        var counted = version.Evidence.Where(e => e.Counts).OrderBy(e => e.Id).ToList();
        if (counted.Count == 0)
            return "No source of this version counts any more";
        if (latest.Count == 0)
        {
            return string.Join(
                "; ",
                counted
                    .Where(e => !IsLookedAt(e, intake))
                    .GroupBy(e => WhyNot(e, null, intake))
                    .Select(group =>
                        $"{group.Count()} of {Plural.Of(counted.Count, "source")} {(group.Count() == 1 ? group.Key.One : group.Key.Many)}"
                    )
                    .Prepend("No machine has looked at this version's sources yet")
            );
        }

        const string Stood = "stood";
        const string WithinMany = "read differently in what is not counted as a change";
        var seen = latest.ToDictionary(look => look.EvidenceId, look => look.Outcome ?? RecheckOutcome.Unreachable);
        var within = latest.Where(look => look.Within is not null).Select(look => look.EvidenceId).ToHashSet();
        var groups = counted
            .GroupBy(e =>
                !e.IsLivingWatch || IsRefused(e, intake) || Seen(e) != RecheckOutcome.Unchanged ? WhyNot(e, Seen(e), intake)
                : within.Contains(e.Id) ? (Within, WithinMany)
                : (Stood, Stood)
            )
            .OrderByDescending(group => group.Key.Item1 is Stood or Within)
            .Select(group => $"{group.Count()} {(group.Count() == 1 ? group.Key.Item1 : group.Key.Item2)}");
        return $"Of {Plural.Of(counted.Count, "source")}, when last looked at, {string.Join("; ", groups)}";

        RecheckOutcome? Seen(Evidence evidence) => seen.TryGetValue(evidence.Id, out var outcome) ? outcome : null;
    }

    /// <summary>The sources that no machine watches, each with the reason; empty where all that count are watched.</summary>
    public static IReadOnlyList<string> OfUnwatched(IEnumerable<Evidence> evidence, IntakeSettings intake) =>
        [.. evidence.Where(e => e.Counts && !IsLookedAt(e, intake)).Select(e => $"{e.Source} {WhyNot(e, null, intake).One}")];

    /// <summary>Whether a machine can verify a verdict that stands on this evidence, and what it can look at.</summary>
    /// <param name="evidence">What the verdict stands on, or would.</param>
    /// <param name="groups">The independent groups that it is held to; null where a review reckons that later.</param>
    /// <param name="intake">What the desk fetches from.</param>
    public static string OfVerifying(IReadOnlyCollection<Evidence> evidence, int? groups, IntakeSettings intake)
    {
        var counted = evidence.Where(e => e.Counts).ToList();
        if (counted.Count == 0)
            return "No source counts yet, so there is nothing that a machine could verify a verdict by.";
        var watched = counted.Where(e => IsLookedAt(e, intake)).ToList();
        var head =
            watched.Count == 0
                ? $"No machine looks at {(counted.Count == 1 ? "the source that counts" : "any of the sources that count")}."
            : watched.Count == counted.Count
                ? $"Machines look at {(counted.Count == 1 ? "the source that counts" : $"all {counted.Count} sources that count")}."
            : $"Machines look at {watched.Count} of {counted.Count} sources that count.";
        if (
            watched.Where(e => e.Loss is not null || e.Places is { All.Count: 0 }).Select(e => e.Source).ToList() is
            { Count: > 0 } lost
        )
        {
            return $"{head} No machine can verify this verdict while a passage does not stand on its page as it was quoted: {string.Join("; ", lost)}.";
        }
        if (counted.Where(e => e.IsLivingWatch && IsRefused(e, intake)).Select(e => e.Source).ToList() is { Count: > 0 } refused)
            return $"{head} No machine can verify this verdict while nothing is fetched from the address of {string.Join("; ", refused)}. A person looks instead.";
        if (watched.Count(e => e.Nature is null) is > 0 and var unknown && !Round.CanVerify(watched, groups ?? 1))
            return $"{head} Whether a machine can verify this verdict is not known yet: of {Plural.Of(unknown, "source")} nobody knows whether {(unknown == 1 ? "its page is" : "their pages are")} kept up to date.";
        if (groups is null)
            return $"{head} Whether a machine can verify this verdict depends on the independent groups that its review asks for, which are reckoned later.";
        return Round.CanVerify(watched, groups.Value)
            ? $"{head} While what they look at stands, a machine can verify this verdict."
            : $"{head} No machine can verify this verdict: sources kept up to date would have to be of {Math.Max(1, groups.Value)} independent {(groups > 1 ? "groups" : "group")}, and are of {EvidenceGroups.CountIndependent(watched.Where(e => e.IsLivingWatch))}. A person looks instead.";
    }

    // What was looked at under other settings, or before there were any, is looked at no more.
    private static bool IsRefused(Evidence evidence, IntakeSettings intake) =>
        evidence.IsAsked && SourceAddress.NotFetched(evidence.Url, intake) is not null;

    private static bool IsLookedAt(Evidence evidence, IntakeSettings intake) =>
        evidence.CanBeWatched && !IsRefused(evidence, intake);

    private static (string One, string Many) WhyNot(Evidence evidence, RecheckOutcome? seen, IntakeSettings intake) =>
        // What was seen stays seen, whatever is said of the source since.
        seen is RecheckOutcome.Changed or RecheckOutcome.Missing
            ? ("reads differently", "read differently")
        : evidence.Host is null ? ("has no address", "have no address")
        : evidence.Nature == SourceNature.Frozen ? ("is a copy that stays as it is", "are copies that stay as they are")
        : !evidence.Watched ? ("is not watched", "are not watched")
        : IsRefused(evidence, intake)
            ? (
                "is not looked at, since nothing is fetched from its address",
                "are not looked at, since nothing is fetched from their addresses"
            )
        : evidence.ForbiddenSince is not null
            ? (
                "was not looked at, since its site asks programs not to read it",
                "were not looked at, since their sites ask programs not to read them"
            )
        : seen == RecheckOutcome.Unreachable ? ("could not be read", "could not be read")
        : seen is null ? ("was not looked at yet", "were not looked at yet")
        : evidence.Nature == SourceNature.Dated ? ("stood, but is an article of a day", "stood, but are articles of a day")
        : ("says nothing of today", "say nothing of today");

    private static string WhyNot(List<Evidence> rest, IntakeSettings intake) =>
        rest.TrueForAll(e => e.Host is null) ? (rest.Count == 1 ? "has no address" : "have no address")
        : rest.TrueForAll(e => e.Host is not null && e.Nature == SourceNature.Frozen)
            ? (rest.Count == 1 ? "is a copy that stays as it is" : "are copies that stay as they are")
        : rest.TrueForAll(e => IsRefused(e, intake)) || rest.TrueForAll(e => e.IsAsked && e.ForbiddenSince is not null)
            ? (rest.Count == 1 ? WhyNot(rest[0], null, intake).One : WhyNot(rest[0], null, intake).Many)
        : rest.TrueForAll(e => e.Nature == SourceNature.Dated)
            ? (rest.Count == 1 ? "is an article of a day" : "are articles of a day")
        : rest.TrueForAll(e => !e.Watched && e.Nature != SourceNature.Frozen)
            ? (rest.Count == 1 ? "is not watched" : "are not watched")
        : rest.Count == 1 ? "says nothing of today"
        : "say nothing of today";
}
