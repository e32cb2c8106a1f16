namespace ClaimTracker.Domain;

/// <summary>
/// One reading of one source of a published version: asked for, leased by a server, made, and closed with its round. The open
/// looks of a claim are its round; a row that is closed stays as it was made.
/// </summary>
public sealed class Look : ILeased
{
    /// <summary>How long a server has a look, or a site, before it has to say that it is still at it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>The longest text of one, in characters.</summary>
    public const int MaxWords = Finding.MaxWords;

    private Look() { }

    /// <summary>A look that is due now.</summary>
    public Look(long claimId, Evidence evidence, int verdictVersion, DateTime askedAt)
    {
        ClaimId = claimId;
        Evidence = evidence;
        EvidenceId = evidence.Id;
        Host = evidence.Host ?? throw new ArgumentException("A source without an address is not looked at.", nameof(evidence));
        VerdictVersion = verdictVersion;
        AskedAt = askedAt;
        DueAt = askedAt;
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    public long EvidenceId { get; private set; }

    public Evidence Evidence { get; private set; } = null!;

    /// <summary>The version that it is about. For another it says nothing.</summary>
    public int VerdictVersion { get; private set; }

    /// <summary>The site that is asked.</summary>
    public string Host { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    /// <summary>From when on it is to be made.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>How often the source could not be read.</summary>
    public int Attempts { get; private set; }

    /// <summary>When that was last.</summary>
    public DateTime? TriedAt { get; private set; }

    /// <summary>
    /// The server that is at it: worth nothing after <see cref="LeaseUntil"/>, nor before <see cref="LeasedAt"/>.
    /// </summary>
    public string? LeasedBy { get; private set; }

    public DateTime? LeasedAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>What it met; null while it is still to be made.</summary>
    public RecheckOutcome? Outcome { get; private set; }

    /// <summary>What it met in words; of one that is tried again, why.</summary>
    public string? Words { get; private set; }

    /// <summary>
    /// What it said of a passage that reads differently within what nobody has to be told: its figure within its condition, or
    /// other words that are read as the same; null where it stood as it did.
    /// </summary>
    public string? Within { get; private set; }

    /// <summary>When the source was read for it.</summary>
    public DateTime? MadeAt { get; private set; }

    /// <summary>When its round ended, or when it was given up since it concerned no public version any more.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>
    /// How many looks this row stands for, once it is so old that those of one source and year which found nothing are folded
    /// into one row; null while it stands for itself and folding has not come to it.
    /// </summary>
    public int? Times { get; private set; }

    /// <summary>When the first of these was made; null where it is this one.</summary>
    public DateTime? FirstAt { get; private set; }

    /// <summary>What it met, of one that was made.</summary>
    public SourceOutcome Seen =>
        new(Evidence, Outcome ?? throw new InvalidOperationException($"Look {Id} was not made."), Words ?? "");

    /// <summary>Asks for it anew: what is not made yet is due now.</summary>
    public void BringForward(DateTime now)
    {
        if (DueAt > now)
            DueAt = now;
    }

    /// <summary>Has this row, the latest of them, stand for others of the same source that found nothing, either.</summary>
    public void StandFor(IReadOnlyCollection<Look> others)
    {
        FirstAt = others.Select(look => look.FirstAt ?? look.MadeAt).Append(FirstAt ?? MadeAt).Min();
        Times = (Times ?? 1) + others.Sum(look => look.Times ?? 1);
        if (Times == 1)
            FirstAt = null;
    }

    internal void Make(RecheckOutcome outcome, string words, string? within, DateTime at)
    {
        (Outcome, Words, Within, MadeAt) = (outcome, PlainText.Shorten(words, MaxWords), within, at);
        EndLease();
    }

    internal void TryAgain(string words, RecheckPolicy policy, DateTime at)
    {
        if (!IsAgain(policy, at))
            Attempts++;
        (Words, TriedAt, DueAt) = (PlainText.Shorten(words, MaxWords), at, at + policy.PauseAfter(Attempts));
        EndLease();
    }

    /// <summary>
    /// True where it was tried a moment before: asked for again and again within minutes that was one failure of the site.
    /// </summary>
    internal bool IsAgain(RecheckPolicy policy, DateTime at) => TriedAt <= at && at - TriedAt < policy.RetryAfter / 2;

    internal void Close(DateTime now)
    {
        ClosedAt = now;
        EndLease();
    }

    private void EndLease() => (LeasedBy, LeasedAt, LeaseUntil) = (null, null, null);
}
