namespace ClaimTracker.Domain;

/// <content>How fresh the published verdict is. Only a check that succeeded moves <see cref="LastVerifiedAt"/>.</content>
public sealed partial class Claim
{
    /// <summary>When a person last decided a published verdict.</summary>
    public DateTime? VerdictIssuedAt { get; private set; }

    /// <summary>When a check last found that the verdict holds.</summary>
    public DateTime? LastVerifiedAt { get; private set; }

    public Verifier? LastVerifier { get; private set; }

    public string? LastVerifiedBy { get; private set; }

    /// <summary>When somebody or something last tried to check.</summary>
    public DateTime? LastAttemptAt { get; private set; }

    public RecheckOutcome? LastAttemptOutcome { get; private set; }

    /// <summary>From when the verdict is due for a check. A failed attempt does not move it.</summary>
    public DateTime? NextCheckDueAt { get; private set; }

    /// <summary>When the sweep looks next: the due date, or later after a failed attempt.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>From when readers are told that the verdict is stale.</summary>
    public DateTime? StaleAt { get; private set; }

    /// <summary>True while a re-check is under way: the verdict stays public and is marked.</summary>
    public bool UnderRecheck { get; private set; }

    /// <summary>This claim's own pause between checks; null for its kind's policy.</summary>
    public TimeSpan? CheckEvery { get; set; }

    /// <summary>Checks in a row that found nothing new.</summary>
    public int UnchangedChecks { get; private set; }

    /// <summary>Attempts in a row that could not reach a source.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>How fresh the verdict is at <paramref name="now"/>.</summary>
    public Freshness FreshnessAt(DateTime now) =>
        Publication != Publication.Published ? Freshness.NotPublished
        : StaleAt <= now ? Freshness.Stale
        : NextCheckDueAt <= now ? Freshness.Due
        : Freshness.Fresh;

    /// <summary>Begins a look whether the published verdict still holds.</summary>
    public Result<Recheck> BeginRecheck(DateTime now)
    {
        if (Publication != Publication.Published || VerdictVersion is not { } version)
            return new Refusal("not-published", "Only a published verdict is checked again.");
        if (UnderRecheck)
            return new Refusal("under-recheck", "A re-check of this claim is under way already.");
        UnderRecheck = true;
        var recheck = new Recheck(Id, version, now);
        Rechecks.Add(recheck);
        return recheck;
    }

    /// <summary>A check succeeded: the verdict holds.</summary>
    public void Verify(Verifier verifier, string by, RecheckPolicy policy, DateTime now)
    {
        UnchangedChecks = LastVerifiedAt is null || VerdictIssuedAt == now ? 0 : UnchangedChecks + 1;
        LastVerifiedAt = now;
        LastVerifier = verifier;
        LastVerifiedBy = by;
        FailedAttempts = 0;
        UnderRecheck = false;
        ScheduleCheck(policy.NextCheck(now, UnchangedChecks, CheckEvery), policy);
    }

    /// <summary>Notes that a person looked after the machine had, and found that the verdict holds: a look of its own in the history.</summary>
    public void NoteLook(string by, DateTime now)
    {
        var look = new Recheck(Id, VerdictVersion ?? 0, now);
        look.End(RecheckOutcome.Unchanged, Verifier.Person, by, null, now);
        Rechecks.Add(look);
    }

    /// <summary>Notes an attempt and what it met. It moves no date of verification: freshness cannot lie.</summary>
    public void NoteAttempt(RecheckOutcome outcome, DateTime now)
    {
        LastAttemptAt = now;
        LastAttemptOutcome = outcome;
        if (outcome == RecheckOutcome.Unreachable)
            FailedAttempts++;
        if (outcome is RecheckOutcome.Changed or RecheckOutcome.Missing)
            UnchangedChecks = 0;
    }

    /// <summary>Sets when the next check is due, and from when the verdict counts as stale.</summary>
    public void ScheduleCheck(DateTime dueAt, RecheckPolicy policy)
    {
        NextCheckDueAt = dueAt;
        NextAttemptAt = dueAt;
        StaleAt = dueAt + policy.StaleAfter;
    }

    /// <summary>Tries again later after a failed attempt, with growing pauses. Due and stale dates stay where they were.</summary>
    public void RetryCheck(RecheckPolicy policy, DateTime now)
    {
        UnderRecheck = false;
        var pause = policy.RetryAfter * Math.Pow(2, Math.Clamp(FailedAttempts - 1, 0, 16));
        NextAttemptAt = now + (pause < policy.Every ? pause : policy.Every);
    }

    /// <summary>Ends a re-check that led to a new verdict or was cancelled.</summary>
    public void EndRecheck() => UnderRecheck = false;
}
