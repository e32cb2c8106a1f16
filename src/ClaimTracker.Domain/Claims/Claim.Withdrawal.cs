namespace ClaimTracker.Domain;

/// <content>Withdrawing evidence. What a public verdict stands on is changed only with an editor who is no author of
/// it.</content>
public sealed partial class Claim
{
    /// <summary>The most characters of the reason of a withdrawal.</summary>
    public const int MaxWithdrawalReason = 1_000;

    /// <summary>True where the public verdict stands on it.</summary>
    public bool IsGround(Evidence evidence) => PublishedVerdict?.Evidence.Contains(evidence) == true;

    /// <summary>
    /// Why a person may not decide whether ground of the public verdict is withdrawn; null where the person may.
    /// </summary>
    public Refusal? NotForWithdrawal(Actor by) =>
        PublishedVerdict is not { } published
            ? new Refusal("not-published", "No verdict is public, so that nothing has to be confirmed.")
            : Authorship.BarEditor(published, by, "The public verdict stands on this", "confirms that it is withdrawn");

    /// <summary>
    /// Withdraws evidence; a proposal then reads otherwise. What the public verdict stands on it withdraws only for an editor who
    /// is no author of that version; from anybody else it is a request with a reason, and nothing changes until such an editor
    /// confirms it.
    /// </summary>
    public Result<Withdrawal> WithdrawEvidence(Evidence evidence, string? reason, Actor by, DateTime now)
    {
        if (evidence.WithdrawnAt is not null)
            return new Refusal("withdrawn", $"{evidence.WithdrawnBy} has withdrawn this evidence already.");
        if (reason?.Length > MaxWithdrawalReason)
            return new Refusal("reason", $"The reason has {reason.Length:N0} characters; {MaxWithdrawalReason:N0} is the most.");
        if (!IsGround(evidence))
        {
            TakeOut(evidence, by.Name, reason, now);
            return Withdrawal.Done;
        }

        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("reason", "The public verdict stands on this. Say why it is withdrawn; readers see it marked.");
        if (NotForWithdrawal(by) is null)
        {
            TakeOut(evidence, by.Name, reason.Trim(), now);
            return Withdrawal.Done;
        }

        if (evidence.WithdrawalIsAsked)
        {
            return new Refusal(
                "withdrawal-asked",
                $"{evidence.WithdrawalAskedBy} has asked for this already: {evidence.WithdrawalReason}"
            );
        }

        evidence.AskWithdrawal(by.Name, reason.Trim(), now);
        return Withdrawal.AskedFor;
    }

    /// <summary>Confirms a withdrawal that was asked for: it stays shown, marked, and counts no more.</summary>
    public Result ConfirmWithdrawal(Evidence evidence, Actor by, DateTime now)
    {
        if (NotToDecide(evidence, by) is { } refusal)
            return new Result(refusal);
        TakeOut(evidence, by.Name, null, now);
        return Result.Ok;
    }

    /// <summary>Turns a withdrawal down that was asked for; the evidence counts on.</summary>
    public Result KeepEvidence(Evidence evidence, Actor by)
    {
        if (NotToDecide(evidence, by) is { } refusal)
            return new Result(refusal);
        evidence.Keep();
        return Result.Ok;
    }

    private Refusal? NotToDecide(Evidence evidence, Actor by) =>
        evidence.WithdrawalIsAsked
            ? NotForWithdrawal(by)
            : new Refusal("not-asked", "Nobody asks any more that this evidence be withdrawn; somebody else has decided it.");

    private void TakeOut(Evidence evidence, string by, string? reason, DateTime now)
    {
        evidence.Withdraw(by, reason, now);
        DoubtWhereGroundIsGone(evidence, by, now);
        ProposedVerdict?.NoteChange(by, "evidence", now);
    }
}

/// <summary>What became of a wish to withdraw evidence.</summary>
public enum Withdrawal
{
    /// <summary>It is withdrawn and counts no more.</summary>
    Done,

    /// <summary>It is asked for; an editor who is no author of the public verdict confirms it.</summary>
    AskedFor,
}
