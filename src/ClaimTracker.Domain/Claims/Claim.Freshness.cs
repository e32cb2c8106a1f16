using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <content>How fresh the published verdict is. Only a check that succeeded moves <see cref="LastVerifiedAt"/>.</content>
public sealed partial class Claim
{
    /// <summary>When a person last decided a published verdict.</summary>
    public DateTime? VerdictIssuedAt { get; private set; }

    /// <summary>
    /// When a check last found that the verdict holds, by the clock of then. What counts at an instant is
    /// <see cref="VerifiedAt"/>.
    /// </summary>
    public DateTime? LastVerifiedAt { get; private set; }

    public Verifier? LastVerifier { get; private set; }

    public string? LastVerifiedBy { get; private set; }

    /// <summary>
    /// When a person last decided that the verdict holds, by publishing it or by finding so; machines do not move it.
    /// </summary>
    public DateTime? LastPersonAt { get; private set; }

    /// <summary>From when a person is to look, whatever machines said.</summary>
    public DateTime? PersonDueAt { get; private set; }

    /// <summary>From when the verdict is stale for want of a person who looked.</summary>
    public DateTime? PersonStaleAt { get; private set; }

    /// <summary>When somebody or something last tried to check.</summary>
    public DateTime? LastAttemptAt { get; private set; }

    public RecheckOutcome? LastAttemptOutcome { get; private set; }

    /// <summary>
    /// True where somebody or something has found since the last attempt that the verdict holds: what that one met says nothing
    /// any more.
    /// </summary>
    public bool LastAttemptIsPast => LastAttemptOutcome != RecheckOutcome.Unchanged && LastVerifiedAt > LastAttemptAt;

    /// <summary>From when the verdict is due for a check. A failed attempt does not move it.</summary>
    public DateTime? NextCheckDueAt { get; private set; }

    /// <summary>When the sweep looks next: the due date, or later after a failed attempt.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>From when readers are told that the verdict is stale.</summary>
    public DateTime? StaleAt { get; private set; }

    /// <summary>
    /// Until when the verdict is good, as programs are told: when it would be stale. It moves later only when a check has
    /// succeeded, whatever pauses somebody sets.
    /// </summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>The same with what was found against it: in doubt, it has expired when the doubt began.</summary>
    public DateTime? ExpiredOrExpires => InDoubtSince is { } doubt && !(ExpiresAt < doubt) ? doubt : ExpiresAt;

    /// <summary>True while a re-check is under way: the verdict stays public and is marked.</summary>
    public bool UnderRecheck { get; private set; }

    /// <summary>This claim's own pause between checks; null for its kind's policy.</summary>
    public TimeSpan? CheckEvery { get; private set; }

    /// <summary>After how long a person looks at this claim, whatever machines said; null for its kind's policy.</summary>
    public TimeSpan? PersonEvery { get; private set; }

    /// <summary>Checks in a row that found nothing new.</summary>
    public int UnchangedChecks { get; private set; }

    /// <summary>Attempts in a row that could not reach a source.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>
    /// When the verdict was last verified, as far as is known at <paramref name="now"/>: nothing was verified in the future.
    /// </summary>
    public DateTime? VerifiedAt(DateTime now) => LastVerifiedAt <= ClockSkew.LatestAt(now) ? LastVerifiedAt : null;

    /// <summary>How fresh the verdict is at <paramref name="now"/>, as <see cref="FreshnessRule"/> has it.</summary>
    public Freshness FreshnessAt(DateTime now) => FreshnessRule.Of(this, now);

    /// <summary>Why the verdict is to be checked at <paramref name="now"/>; none where it is fresh, or not published.</summary>
    public IEnumerable<DueReason> DueReasonsAt(DateTime now)
    {
        if (!IsInForce)
            yield break;
        if (!(NextCheckDueAt > now) || !(StaleAt > now) || VerifiedAt(now) is null)
            yield return DueReason.Check;
        if (!(PersonDueAt > now) || IsPersonDue(now))
            yield return DueReason.Person;
        if (InDoubtSince is not null)
            yield return DueReason.Doubt;
    }

    /// <summary>Begins a look whether the published verdict still holds.</summary>
    public Result<Recheck> BeginRecheck(DateTime now)
    {
        if (!IsInForce || VerdictVersion is not { } version)
            return new Refusal("not-published", "Only a published verdict is checked again.");
        if (UnderRecheck)
            return new Refusal("under-recheck", "A re-check of this claim is under way already.");
        UnderRecheck = true;
        (RecheckDueAt, RecheckBecause) = (null, null);
        var recheck = new Recheck(Id, version, now);
        Rechecks.Add(recheck);
        return recheck;
    }

    /// <summary>
    /// A person found that the verdict holds. It settles the findings that they read, <paramref name="read"/>; one that came
    /// later stays. Refused as <see cref="NotToHold"/> has it, and to the version's authors.
    /// </summary>
    public Result VerifyByPerson(string by, IReadOnlyCollection<long> read, RecheckPolicy policy, DateTime now)
    {
        if ((NotToHold() ?? Authorship.Bar(PublishedVerdict!, by)) is { } refusal)
            return new Result(refusal);
        List<Finding> settled = [.. OpenFindings.Where(f => read.Contains(f.Id))];
        SettleByCheck(Settlement.Decision, by, settled, now);
        KeepPagesOf(settled, by, now);
        Verify(Verifier.Person, by, policy, now);
        return Result.Ok;
    }

    /// <summary>
    /// A machine found that the verdict holds. Refused unless the looks cover all that the published version counts, as it stands
    /// now, and found each passage standing, and where a passage that it counts is missed since. What was found after
    /// <paramref name="at"/>, the time of the oldest look, it does not settle, and where somebody has verified the verdict since,
    /// that stays.
    /// </summary>
    public Result VerifyByLooks(string by, IReadOnlyCollection<SourceOutcome> looks, RecheckPolicy policy, DateTime at)
    {
        if (PublishedVerdict is not { } published)
            return Result.Refused("not-published", "Only a published verdict is found to hold.");
        if (Round.Of(published, looks) is not RecheckOutcome.Unchanged and var outcome)
        {
            return Result.Refused(
                "not-seen",
                $"Not all that the verdict stands on was seen to stand ({outcome}); look at each of its sources again."
            );
        }

        if (PassageLost(published, at) is { } lost)
            return new Result(lost);
        SettleByCheck(Settlement.Look, by, OpenFindings.Where(f => f.FoundAt <= at), at);
        if (!(VerifiedAt(at) >= at))
            Verify(Verifier.Machine, by, policy, at);
        return Result.Ok;
    }

    /// <summary>
    /// Notes that a person looked after the machine had, and found that the verdict holds: a re-check of its own in the history.
    /// </summary>
    public void NotePersonsCheck(string by, DateTime now)
    {
        var check = new Recheck(Id, VerdictVersion ?? 0, now);
        check.End(RecheckOutcome.Unchanged, Verifier.Person, by, null, now);
        Rechecks.Add(check);
    }

    /// <summary>
    /// Notes an attempt and what it met; a finding puts the claim in doubt. It moves no date of verification: freshness cannot
    /// lie.
    /// </summary>
    public void NoteAttempt(
        RecheckOutcome outcome,
        IReadOnlyCollection<SourceOutcome> looks,
        string words,
        RecheckPolicy policy,
        DateTime now
    )
    {
        LastAttemptAt = now;
        LastAttemptOutcome = outcome;
        LastAttemptWithin = false;
        if (outcome == RecheckOutcome.Unreachable)
            FailedAttempts++;
        if (outcome is RecheckOutcome.Changed or RecheckOutcome.Missing)
            UnchangedChecks = 0;
        RaiseWhatWasFound(outcome, looks, words, policy, now);
    }

    /// <summary>
    /// Brings the next check forward to <paramref name="dueAt"/>. What the policy has due earlier stays: nothing puts a check
    /// off.
    /// </summary>
    public void BringCheckForward(DateTime dueAt, RecheckPolicy policy)
    {
        if (NextCheckDueAt > dueAt)
            ScheduleCheck(dueAt, policy);
    }

    /// <summary>
    /// Tries again later after a failed attempt, with growing pauses. Due and stale dates stay where they were.
    /// </summary>
    public void RetryCheck(RecheckPolicy policy, DateTime now)
    {
        UnderRecheck = false;
        PutOffCheck(policy, now);
    }

    private void PutOffCheck(RecheckPolicy policy, DateTime now) => NextAttemptAt = now + policy.PauseAfter(FailedAttempts);

    /// <summary>
    /// Ends a re-check, however it ended. The stage is that of a claim whose review is over. What is still due, or still in
    /// doubt, is looked at again soon, and not at once and for ever.
    /// </summary>
    public void EndRecheck(RecheckPolicy policy, DateTime now)
    {
        UnderRecheck = false;
        HearRecheckDue(now);
        if (IsInForce && IsPersonDue(now))
            (RecheckDueAt, RecheckBecause) = (now + policy.RetryAfter, RecheckBecause ?? RecheckOutcome.Unwatched);
        if (IsInForce && (NextAttemptAt <= now || InDoubtSince is not null || VerifiedAt(now) is null))
            RetryCheck(policy, now);
    }

    private void Verify(Verifier verifier, string by, RecheckPolicy policy, DateTime now)
    {
        // Only a check that was due says that the verdict has stood for another pause: two within a minute do not make it longer.
        UnchangedChecks =
            LastVerifiedAt is null || VerdictIssuedAt == now ? 0
            : NextCheckDueAt > now ? UnchangedChecks
            : UnchangedChecks + 1;
        LastVerifiedAt = now;
        ExpiresAt = null;
        LastVerifier = verifier;
        LastVerifiedBy = by;
        FailedAttempts = 0;
        if (verifier == Verifier.Person)
            ExpectPerson(policy, now);
        if (InDoubtSince is null && !IsPersonDue(now))
            (RecheckDueAt, RecheckBecause) = (null, null);
        ScheduleNext(policy, now);
    }

    /// <summary>Why a claim may not have that pause of its own; null where it may.</summary>
    public static Refusal? BadPause(TimeSpan? every) =>
        every < TimeSpan.FromHours(1) || every > TimeSpan.FromDays(3650)
            ? new Refusal("check-every", "Give a pause of one hour to ten years, or none for that of the claim's kind.")
            : null;

    /// <summary>
    /// Takes over what another desk says of when this claim is due, as far as its policy gives it here: dates that come later
    /// than from the last verification, and the last person's, by the policy, are counted by it; earlier ones stay. What is not
    /// public is due for nothing. The published version's evidence has to be loaded.
    /// </summary>
    public void KeepDatesWithin(RecheckPolicy policy, DateTime now)
    {
        if (PublishedVerdict is not { } published || !IsInForce)
        {
            (NextCheckDueAt, NextAttemptAt, StaleAt, ExpiresAt) = (null, null, null, null);
            (PersonDueAt, PersonStaleAt, InDoubtSince) = (null, null, null);
            (RecheckDueAt, RecheckBecause) = (null, null);
            return;
        }

        var seen = VerifiedAt(now) ?? now;
        var person = LastPersonAt < now ? LastPersonAt.Value : now;
        PersonDueAt = Earlier(PersonDueAt, person + (PersonEvery ?? policy.PersonEvery));
        PersonStaleAt = Earlier(PersonStaleAt, PersonDueAt.Value + policy.StaleAfter);
        var due = Round.MayVerify(published) ? policy.NextCheck(seen, UnchangedChecks, CheckEvery) : PersonDueAt.Value;
        NextCheckDueAt = Earlier(NextCheckDueAt, due);
        StaleAt = Earlier(StaleAt, NextCheckDueAt.Value + policy.StaleAfter);
        Expire();

        // After a failed attempt the next one comes later than the check is due, by no more than the longest pause between two.
        var retried = (LastAttemptAt < now ? LastAttemptAt.Value : now) + policy.Every;
        NextAttemptAt = Earlier(NextAttemptAt, retried > NextCheckDueAt ? retried : NextCheckDueAt.Value);
        if (RecheckDueAt > now + policy.RetryAfter)
            RecheckDueAt = now + policy.RetryAfter;
    }

    private static DateTime Earlier(DateTime? said, DateTime atMost) => said < atMost ? said.Value : atMost;

    /// <summary>
    /// Sets this claim's own pause between checks, or with null its kind's again. Counted from the last verification.
    /// </summary>
    public Result SetCheckEvery(TimeSpan? every, Actor by, RecheckPolicy policy, DateTime now)
    {
        if ((NotToSetPause(by) ?? BadPause(every)) is { } refusal)
            return new Result(refusal);
        CheckEvery = every;
        if (IsInForce)
            ScheduleNext(policy, VerifiedAt(now) ?? now);
        return Result.Ok;
    }

    /// <summary>
    /// Sets after how long a person looks at this claim, or with null its kind's pause again. Counted from the last person's
    /// decision, also where that makes one due at once.
    /// </summary>
    public Result SetPersonEvery(TimeSpan? every, Actor by, RecheckPolicy policy, DateTime now)
    {
        if ((NotToSetPause(by) ?? BadPause(every)) is { } refusal)
            return new Result(refusal);
        PersonEvery = every;
        if (IsInForce && LastPersonAt is { } decided)
        {
            ExpectPerson(policy, decided);
            ScheduleNext(policy, VerifiedAt(now) ?? now);
        }

        return Result.Ok;
    }

    /// <summary>Why somebody may not say how often this claim is looked at; null for whoever may.</summary>
    public Refusal? NotToSetPause(Actor by) =>
        NotToSetPauseOf(PublishedVerdict, by)
        ?? NotToSetPauseOf(ProposedVerdict, by)
        ?? (by.Is(Roles.Editor) ? null : new Refusal("wrong-role", "An editor says how often a claim is looked at."));

    private static Refusal? NotToSetPauseOf(Verdict? verdict, Actor by) =>
        verdict is null
            ? null
            : Authorship.BarEditor(verdict, by, "A verdict is looked at as often as is said here", "says how often");

    /// <summary>True where a person is to look now. A decision that a clock stamped which ran ahead was none.</summary>
    public bool IsPersonDue(DateTime now) => PersonDueAt <= now || !(LastPersonAt <= ClockSkew.LatestAt(now));

    /// <summary>
    /// The claims for which a person is due at <paramref name="now"/>, for queries: as <see cref="IsPersonDue"/>.
    /// </summary>
    public static Expression<Func<Claim, bool>> PersonDue(DateTime now)
    {
        var latest = ClockSkew.LatestAt(now);
        return claim =>
            claim.PersonDueAt != null && (claim.PersonDueAt <= now || claim.LastPersonAt == null || claim.LastPersonAt > latest);
    }

    /// <summary>
    /// The time in the claim for which a person is due: on the day after it, where that comes before the kind's own pause. Null
    /// where it is that pause alone.
    /// </summary>
    public ClaimTime? PersonDueFor => Details.Times.FirstOrDefault(time => PersonDueAt is not null && time.Over == PersonDueAt);

    // A look alone never settles what was said of a day; only those that are still to come bring the person forward.
    private void ExpectPerson(RecheckPolicy policy, DateTime now)
    {
        var due = now + (PersonEvery ?? policy.PersonEvery);
        if (Details.Times.Select(time => time.Over).Where(over => over > now).Min() is { } over && over < due)
            due = over;
        (LastPersonAt, PersonDueAt, PersonStaleAt) = (now, due, due + policy.StaleAfter);
    }

    // Where no machine can verify the verdict, the next person's look takes the place of the next check. What may change is
    // looked at all the same.
    private void ScheduleNext(RecheckPolicy policy, DateTime verifiedAt, DateTime? atLatest = null)
    {
        var looked = policy.NextCheck(verifiedAt, UnchangedChecks, CheckEvery);
        if (atLatest < looked)
            looked = atLatest.Value;
        if (PublishedVerdict is not { } published || Round.MayVerify(published))
        {
            ScheduleCheck(looked, policy);
            return;
        }

        ScheduleCheck(PersonDueAt ?? looked, policy);
        if (Round.Watched(published).Any() && NextAttemptAt > looked)
            NextAttemptAt = looked;
    }

    private void Expire()
    {
        if (StaleAt is { } stale)
            ExpiresAt = Earlier(ExpiresAt, PersonStaleAt < stale ? PersonStaleAt.Value : stale);
    }

    // When the next check is due, and from when the verdict counts as stale.
    private void ScheduleCheck(DateTime dueAt, RecheckPolicy policy)
    {
        NextCheckDueAt = dueAt;
        NextAttemptAt = dueAt;
        StaleAt = dueAt + policy.StaleAfter;
        Expire();
    }
}
