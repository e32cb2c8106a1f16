namespace ClaimTracker.Domain;

/// <content>What looks at the sources do to the claim. A look that verifies needs no review; whatever else it met asks for
/// one.</content>
public sealed partial class Claim
{
    /// <summary>From when a re-check is to start for what looks met; null where none is.</summary>
    public DateTime? RecheckDueAt { get; private set; }

    /// <summary>What looks met that a re-check is to start for: the worst of it.</summary>
    public RecheckOutcome? RecheckBecause { get; private set; }

    /// <summary>
    /// True where the last attempt verified the verdict with a passage that reads differently within what nobody has to be told.
    /// </summary>
    public bool LastAttemptWithin { get; private set; }

    /// <summary>
    /// Takes over what a look met. A finding puts the claim in doubt at once; what could not be read is tried again, and in the
    /// end asks for a re-check. A look at what the public version does not count any more is closed and says nothing.
    /// </summary>
    /// <param name="look">The look, with its evidence.</param>
    /// <param name="outcome">What it met; <see cref="RecheckOutcome.Unwatched"/> where its site lets no program read the
    /// page.</param>
    /// <param name="words">The same in words.</param>
    /// <param name="policy">Of the claim's kind.</param>
    /// <param name="at">When the source was read.</param>
    /// <param name="nature">What its page says of its nature; null where nothing.</param>
    /// <param name="passage">What was seen of the passage itself, where something was found; null where that is not
    /// known.</param>
    public void TakeLook(
        Look look,
        RecheckOutcome outcome,
        string words,
        RecheckPolicy policy,
        DateTime at,
        SourceNature? nature = null,
        SeenPassage? passage = null
    )
    {
        look.Evidence.FindNature(nature);

        // What could not be read says nothing of what its site allows.
        if (outcome != RecheckOutcome.Unreachable)
            look.Evidence.NoteForbidden(outcome == RecheckOutcome.Unwatched, at);
        if (!Concerns(look))
        {
            look.Close(at);
            return;
        }

        SourceOutcome seen = new(look.Evidence, outcome, words, passage);
        var isTriedAgain = outcome == RecheckOutcome.Unreachable && look.Attempts < policy.Retries;
        var isAgain = look.IsAgain(policy, at);
        if (isTriedAgain)
            look.TryAgain(words, policy, at);
        else
            look.Make(outcome, words, passage?.Within, at);

        // An article of a day neither stands nor blocks: that it cannot be read says nothing of today. Nor does a page that its
        // site lets no program read: what that leaves of the round, its end says.
        if (
            outcome == RecheckOutcome.Unwatched
            || (
                outcome == RecheckOutcome.Unreachable
                && (look.Evidence.Nature == SourceNature.Dated || !look.Evidence.CanBeWatched)
            )
        )
        {
            return;
        }

        if (isTriedAgain)
        {
            if (!isAgain)
                NoteAttempt(outcome, [seen], words, policy, at);
            return;
        }

        if (outcome == RecheckOutcome.Unchanged)
        {
            look.Evidence.NoteLook(outcome, stands: true, at);
            look.Evidence.NoteWithin(passage?.Within);
            return;
        }

        NoteAttempt(outcome, [seen], words, policy, at);
        AskRecheck(outcome, at);
    }

    /// <summary>
    /// Ends a round where all its looks were made: where all stood, the verdict is verified as of the oldest of them. Null while
    /// one is still to be made, or where there is none.
    /// </summary>
    /// <param name="round">The open looks of the claim, with their evidence.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="policy">Of the claim's kind.</param>
    /// <param name="now">The instant.</param>
    /// <returns>What the round gives.</returns>
    public RecheckOutcome? EndRound(IReadOnlyCollection<Look> round, string by, RecheckPolicy policy, DateTime now)
    {
        foreach (var past in round.Where(look => look.ClosedAt is null && !Concerns(look)))
            past.Close(now);
        List<Look> looks = [.. round.Where(look => look.ClosedAt is null)];
        if (looks.Count == 0 || PublishedVerdict is not { } published || looks.Exists(look => look.Outcome is null))
            return null;
        foreach (var look in looks)
            look.Close(now);
        List<SourceOutcome> seen = [.. looks.Select(look => look.Seen)];
        var outcome = Round.Of(published, seen);
        if (outcome == RecheckOutcome.Unchanged)
        {
            var oldest = looks.Min(look => look.MadeAt!.Value);
            if (VerifyByLooks(by, seen, policy, oldest).IsOk)
            {
                NoteAttempt(outcome, [], "", policy, oldest);
                LastAttemptWithin = looks.Exists(look => look.Within is not null);
                return outcome;
            }

            // A passage is missed at a source that no look was made at this time: what stood does not verify, and a person looks.
            outcome = RecheckOutcome.Unwatched;
        }

        if (outcome == RecheckOutcome.Unwatched)
        {
            NoteAttempt(outcome, [], "", policy, now);

            // What stands and verifies nothing is looked at again after the usual pause; a person is asked when one is due.
            if (NextCheckDueAt > now)
            {
                NextAttemptAt = Earlier(NextCheckDueAt.Value, policy.NextCheck(now, 0, CheckEvery));
                return outcome;
            }

            AskRecheck(outcome, now);
        }

        PutOffCheck(policy, now);
        return outcome;
    }

    /// <summary>Another review of the claim has ended, so that a re-check that waited for it can start.</summary>
    public void HearRecheckDue(DateTime now)
    {
        if (RecheckDueAt > now)
            RecheckDueAt = now;
    }

    /// <summary>The re-check that is due could not start; it is tried again later.</summary>
    public void PutOffRecheck(RecheckPolicy policy, DateTime now)
    {
        if (RecheckDueAt is not null || IsPersonDue(now))
            (RecheckDueAt, RecheckBecause) = (now + policy.RetryAfter, RecheckBecause ?? RecheckOutcome.Unwatched);
        PutOffCheck(policy, now);
    }

    // Whoever carries out a re-check sees each finding on the claim's page; what they have not read stays in doubt when it ends.
    private void AskRecheck(RecheckOutcome because, DateTime now)
    {
        if (UnderRecheck)
            return;
        RecheckDueAt ??= now;
        if (RecheckBecause is not { } before || Round.IsWorse(because, before))
            RecheckBecause = because;
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    /// <summary>True where it is about what the public version counts; a look at anything else says nothing.</summary>
    public bool Concerns(Look look) =>
        PublishedVerdict is { } published
        && published.Version == look.VerdictVersion
        && look.Evidence.Counts
        && look.Evidence.IsAsked
        && published.Evidence.Contains(look.Evidence);
}
