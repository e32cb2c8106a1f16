using ClaimTracker.Domain;
using ClaimTracker.Web.Wording;
using ClaimTracker.Web.Work;

namespace ClaimTracker.Web.Pages.Desk.Rechecks;

/// <summary>What looks did, and what is next for a claim or a site, in words.</summary>
public static class RecheckWords
{
    private const string Within = "found it reading differently in what is not counted as a change";

    private static readonly RecheckOutcome[] InOrder =
    [
        RecheckOutcome.Unchanged,
        RecheckOutcome.Changed,
        RecheckOutcome.Missing,
        RecheckOutcome.Unreachable,
        RecheckOutcome.Unwatched,
    ];

    /// <summary>The outcomes of looks, each with its number.</summary>
    public static string Of(IReadOnlyDictionary<(RecheckOutcome Outcome, bool Within), int> looks) =>
        string.Join(
            ", ",
            looks
                .OrderBy(look => Array.IndexOf(InOrder, look.Key.Outcome))
                .ThenBy(look => look.Key.Within)
                .Select(look => $"{look.Value:N0} {(look.Key.Within ? Within : Of(look.Key.Outcome))}")
        );

    /// <summary>What happens next to a claim that is due, or falls due.</summary>
    public static string Next(DueItem due, DateTime now)
    {
        var claim = due.Claim;
        if (claim.UnderRecheck)
            return "A re-check is under way; a person decides.";
        if (claim.RecheckDueAt is { } recheck)
        {
            return recheck <= now
                ? "A re-check starts for a person within seconds, or when the review under way has ended."
                : $"A re-check is started again on {Moment.Text(recheck)}.";
        }

        if (due.Waiting.Where(look => look.IsStopped).Select(look => look.Host).Distinct().ToList() is { Count: > 0 } stopped)
            return $"Nothing happens by itself: the looks at {string.Join(", ", stopped)} are stopped.";
        if (due.Waiting.Any(look => look.DueAt <= now))
            return $"{Looks(due.Waiting.Count(look => look.DueAt <= now))} at {Sites(due)} to be made now.";
        if (due.Waiting.Count > 0)
            return $"{Sites(due)} could not be read; tried again on {Moment.Text(due.Waiting.Min(look => look.DueAt))}.";
        if (claim.IsPersonDue(now))
            return "A re-check starts for a person within seconds.";
        return claim.NextAttemptAt is not { } next ? "Nothing is planned."
            : next <= now ? "Its sources are looked at within seconds, where servers do jobs."
            : $"Looked at on {Moment.Text(next)}.";
    }

    /// <summary>What becomes of the looks that are still to be made; empty where none is.</summary>
    public static string Of(IReadOnlyCollection<WaitingLook> waiting, DateTime now)
    {
        var stopped = waiting.Where(look => look.IsStopped).Select(look => look.Host).Distinct().ToList();
        var due = waiting.Where(look => !look.IsStopped && look.DueAt <= now).ToList();
        var later = waiting.Where(look => look is { IsStopped: false, Attempts: > 0 } && look.DueAt > now).ToList();
        var turns = waiting.Where(look => look is { IsStopped: false, Attempts: 0 } && look.DueAt > now).ToList();
        List<string> said = [];
        if (due.Count > 0)
            said.Add($"{Plural.Of(due.Count, "source")} to be looked at now");
        if (later.Count > 0)
        {
            said.Add(
                $"{Plural.Of(later.Count, "source")} could not be read and {(later.Count == 1 ? "is" : "are")} tried again on {Moment.Text(later.Min(look => look.DueAt))}"
            );
        }

        if (turns.Count > 0)
            said.Add($"{Plural.Of(turns.Count, "source")} to be looked at from {Moment.Text(turns.Min(look => look.DueAt))} on");
        if (stopped.Count > 0)
            said.Add($"nothing is asked of {string.Join(", ", stopped)} until its looks are resumed");
        return string.Join("; ", said);
    }

    /// <summary>What is known of a site from the looks at it.</summary>
    public static string Of(LookHost site, DateTime now) =>
        site.HealthAt(now) switch
        {
            SiteHealth.NotAsked => "Not asked by a look yet, so nothing is known of it",
            SiteHealth.Answered => $"Answered when it was last asked, on {Moment.Text(site.AnsweredAt!.Value)}",
            SiteHealth.Silent =>
                $"No answer, or asked to be left alone, {(site.Failures == 1 ? "the last time" : $"{site.Failures:N0} times in a row")}: {site.Failure}",
            SiteHealth.Stopped => $"Stopped by {site.StoppedBy} on {Moment.Text(site.StoppedAt!.Value)}: {site.StoppedBecause}",
            _ => throw new ArgumentOutOfRangeException(nameof(site), site.HealthAt(now), null),
        };

    /// <summary>What a site's robots.txt said; what it says of single pages stands with the sources.</summary>
    public static string Of(RobotsFile robots) =>
        $"{robots.Origin}/robots.txt, read on {Moment.Text(robots.ReadAt)}, "
        + (
            robots.Rules.Length == 0
                ? "asks nothing of this program, or is not there."
                : "says what programs may read; pages that they may not are not looked at."
        );

    /// <summary>The same in a word or two.</summary>
    public static string Of(SiteHealth health) =>
        health switch
        {
            SiteHealth.NotAsked => "Not asked yet",
            SiteHealth.Answered => "Answered",
            SiteHealth.Silent => "Silent",
            SiteHealth.Stopped => "Stopped",
            _ => throw new ArgumentOutOfRangeException(nameof(health), health, null),
        };

    /// <summary>When it is asked next.</summary>
    public static string Next(LookHost site, DateTime now) =>
        site.StoppedAt is not null ? "It is asked again once somebody resumes it."
        : site.DueAt is not { } due ? "Nothing waits there."
        : site.FreeAt > now && site.PutOffAt <= ClockSkew.LatestAt(now) && site.FreeAt > due
            ? $"It is left alone until {Moment.Text(site.FreeAt)}."
        : due > now ? $"It is asked again on {Moment.Text(due)}."
        : $"Looks wait there since {Moment.Text(due)}.";

    /// <summary>How far looks are that somebody asked for at a whole site.</summary>
    public static string Progress(LookHost site, int due) =>
        $"That came to {Plural.Of(site.AllAsked, "look")}. "
        + (
            due == 0 ? "None is to be made now; what could not be read is listed below."
            : due > SiteQuery.Most ? $"More than {SiteQuery.Most:N0} looks are to be made here now."
            : $"{Plural.Of(due, "look")} {(due == 1 ? "is" : "are")} to be made here now, with what was asked for since."
        );

    private static string Of(RecheckOutcome outcome) =>
        outcome switch
        {
            RecheckOutcome.Unchanged => "found the passage standing",
            RecheckOutcome.Changed => "found it reading differently",
            RecheckOutcome.Missing => "did not find it",
            RecheckOutcome.Unreachable => "could not read the source",
            RecheckOutcome.Unwatched => "did not look, since the site asks programs not to",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    private static string Looks(int number) => number == 1 ? "1 look" : $"{number:N0} looks";

    private static string Sites(DueItem due) => string.Join(", ", due.Waiting.Select(look => look.Host).Distinct().Take(3));
}
