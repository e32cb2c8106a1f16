namespace ClaimTracker.Domain;

/// <summary>What a source says to a claim.</summary>
public enum Stance
{
    Supports,
    Refutes,

    /// <summary>Needed to understand the claim, but decides nothing; it does not count towards the minimum.</summary>
    Context,
}

/// <summary>
/// A source with the quoted passage. It is added and withdrawn and not edited, so that what an approver saw is what is published.
/// </summary>
public sealed class Evidence
{
    /// <summary>After so many attempts, over nearly two days, nobody tries to keep the page any more.</summary>
    public const int MaxArchiveAttempts = 10;

    /// <summary>After so many failures of ours, which are no answers of the source, nobody tries any more.</summary>
    public const int MaxArchiveErrors = 3;

    private Evidence() { }

    /// <summary>Evidence as a fact-checker found it.</summary>
    public Evidence(string source, string? url, string quote, Stance stance, string group, string addedBy, DateTime addedAt)
    {
        Source = source;
        Url = url;
        Host = WebAddress.HostOf(url);
        Origin = SourceOrigin.Of(url);
        FoundNature = SourceNatures.OfAddress(url);
        Quote = quote;
        Stance = stance;
        Group = group;
        AddedBy = addedBy;
        AddedAt = addedAt;
        ArchiveDueAt = url is null ? null : addedAt;
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    /// <summary>Who says it: an institution, a paper, a document.</summary>
    public string Source { get; private set; } = "";

    public string? Url { get; private set; }

    /// <summary>The site that <see cref="Url"/> is asked of; null where there is no address that could be.</summary>
    public string? Host { get; private set; }

    /// <summary>
    /// Who publishes at <see cref="Url"/>, or where it led when its page was first kept, as <see cref="SourceOrigin"/> has it;
    /// null without an address.
    /// </summary>
    public string? Origin { get; private set; }

    /// <summary>The passage itself, word for word.</summary>
    public string Quote { get; private set; } = "";

    public Stance Stance { get; private set; }

    /// <summary>Sources that draw on each other share a group; a claim needs groups, not sources.</summary>
    public string Group { get; private set; } = "";

    /// <summary>True where the source leans on our own verdict, which makes it no evidence for us.</summary>
    public bool QuotesUs { get; init; }

    /// <summary>True where re-checks look at it.</summary>
    public bool Watched { get; init; }

    /// <summary>What a look finds of a change of its figure; with it goes <see cref="ConditionLimit"/>.</summary>
    public WatchCondition Condition { get; init; }

    /// <summary>The per cent or the limit; null for any change.</summary>
    public double? ConditionLimit { get; init; }

    /// <summary>
    /// What the last look that saw it standing said of its figure, where that differs within the condition: "now 997,120, below
    /// 1,000,000"; else null.
    /// </summary>
    public string? Within { get; private set; }

    /// <summary>What the program found its nature to be, by its address or its page; null where neither has told yet.</summary>
    public SourceNature? FoundNature { get; private set; }

    /// <summary>What a person said that it is; null where nobody has.</summary>
    public SourceNature? SaidNature { get; private set; }

    public string? NatureSaidBy { get; private set; }

    /// <summary>Whether what it says can come to differ; null where that is not known.</summary>
    public SourceNature? Nature => SaidNature ?? FoundNature;

    /// <summary>
    /// Since when its site asks programs, by its robots.txt, not to read it; null where it does not, or where nobody asked yet.
    /// </summary>
    public DateTime? ForbiddenSince { get; private set; }

    /// <summary>
    /// True where looks at it are asked for: it has an address, it can change as far as is known, and somebody wants it watched.
    /// Whether its site lets programs read it is asked then, each time.
    /// </summary>
    public bool IsAsked => Watched && Host is not null && Nature != SourceNature.Frozen && WithdrawnAt is null;

    /// <summary>True where a machine looks at it, as far as is known.</summary>
    public bool CanBeWatched => IsAsked && ForbiddenSince is null;

    /// <summary>
    /// True where its standing says that the verdict holds today. What is not known to be kept up to date says nothing.
    /// </summary>
    public bool IsLivingWatch => CanBeWatched && Nature == SourceNature.Living;

    /// <summary>Since when no look could read it; null where the last one could, or where none was made.</summary>
    public DateTime? UnreachableSince { get; private set; }

    /// <summary>
    /// How the last look that read its page missed the passage; null where that stood, or where no look missed it.
    /// </summary>
    public PassageLoss? Loss { get; private set; }

    /// <summary>Since when looks miss it.</summary>
    public DateTime? LostSince { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it; for the ground of a public verdict an editor who is no author of it.</summary>
    public string? WithdrawnBy { get; private set; }

    /// <summary>Who asks that it be withdrawn; null where nobody does. It counts until an editor confirms it.</summary>
    public string? WithdrawalAskedBy { get; private set; }

    public DateTime? WithdrawalAskedAt { get; private set; }

    /// <summary>Why it was withdrawn, or is to be; null where nobody had to say.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>True where a withdrawal is asked for and neither confirmed nor turned down.</summary>
    public bool WithdrawalIsAsked => WithdrawalAskedBy is not null && WithdrawnAt is null;

    public Snapshot? Snapshot { get; private set; }

    public long? SnapshotId { get; private set; }

    /// <summary>True where it counts towards a workflow's evidence minimum.</summary>
    public bool Counts => WithdrawnAt is null && MayCount;

    /// <summary>True where it counted at <paramref name="at"/>, also if it was withdrawn since.</summary>
    public bool CountedAt(DateTime at) => !(WithdrawnAt <= at) && MayCount;

    private bool MayCount => !QuotesUs && Stance != Stance.Context;

    /// <summary>Where the quote stands on its page, as the machine found it; null where nobody could look yet.</summary>
    public FoundPlaces? Places { get; private set; }

    /// <summary>
    /// The place that a person confirmed; null where nobody did. Comparisons are then made with the place that the machine takes.
    /// </summary>
    public QuotedPlace? ConfirmedPlace { get; private set; }

    public string? PlaceConfirmedBy { get; private set; }

    public DateTime? PlaceConfirmedAt { get; private set; }

    /// <summary>When its page is to be fetched and kept; null where that is done, cannot be done, or was given up.</summary>
    public DateTime? ArchiveDueAt { get; private set; }

    /// <summary>How often fetching the page has failed.</summary>
    public int ArchiveAttempts { get; private set; }

    /// <summary>How often keeping the page has failed on our side, whatever the source answered.</summary>
    public int ArchiveErrors { get; private set; }

    /// <summary>Why the last attempt to keep the page failed; null where none did.</summary>
    public string? ArchiveFailure { get; private set; }

    /// <summary>
    /// Keeps what the source looked like when it was fetched. An address that led elsewhere is of the origin that it led to.
    /// </summary>
    public void Archive(Snapshot snapshot)
    {
        if (Snapshot is null && SnapshotId is null && snapshot.FinalAddress is { } final)
            Origin = SourceOrigin.Of(final);
        Snapshot = snapshot;
        ArchiveDueAt = null;
        ArchiveFailure = null;
    }

    /// <summary>
    /// True where the quote stood on its page when that was read, or where somebody confirmed it, and not in
    /// <paramref name="found"/>: another page than the one that was quoted. Where nothing could be read, nothing is said.
    /// </summary>
    public bool HasMoved(FoundPlaces? found) =>
        found is not null
        && (
            ConfirmedPlace is { } confirmed
                ? !found.All.Any(confirmed.IsLike)
                : Places is { All.Count: > 0 } && found.All.Count == 0
        );

    /// <summary>
    /// Notes where the quote stands on its page. A confirmation of a place that is not there holds no longer; the audit keeps it.
    /// </summary>
    public void NotePlaces(FoundPlaces found)
    {
        Places = found;
        if (ConfirmedPlace is { } confirmed && !found.All.Any(confirmed.IsLike))
            (ConfirmedPlace, PlaceConfirmedBy, PlaceConfirmedAt) = (null, null, null);
    }

    /// <summary>
    /// Notes that the page could not be fetched. The pauses double, and after <see cref="MaxArchiveAttempts"/> it is given up.
    /// </summary>
    public void NoteArchiveFailure(string why, DateTime now)
    {
        ArchiveAttempts++;
        ArchiveFailure = why;
        ArchiveDueAt =
            ArchiveAttempts < MaxArchiveAttempts ? now + TimeSpan.FromMinutes(5 * Math.Pow(2, ArchiveAttempts - 1)) : null;
    }

    /// <summary>
    /// Notes that keeping the page failed on our side. It is tried again after a minute, then after five, and then given up.
    /// </summary>
    /// <returns>True where it is given up.</returns>
    public bool NoteArchiveError(string why, DateTime now)
    {
        ArchiveErrors++;
        ArchiveFailure = why;
        ArchiveDueAt = ArchiveErrors < MaxArchiveErrors ? now + TimeSpan.FromMinutes(Math.Pow(5, ArchiveErrors - 1)) : null;
        return ArchiveDueAt is null;
    }

    /// <summary>Notes what its page says of its nature. What its address tells, no page tells otherwise.</summary>
    public void FindNature(SourceNature? found)
    {
        if (found is not null && FoundNature != SourceNature.Frozen)
            FoundNature = found;
    }

    /// <summary>Notes whether its site asks programs not to read it.</summary>
    public void NoteForbidden(bool isForbidden, DateTime now) => ForbiddenSince = isForbidden ? ForbiddenSince ?? now : null;

    internal void SayNature(SourceNature nature, string by) => (SaidNature, NatureSaidBy) = (nature, by);

    internal void NoteLook(RecheckOutcome outcome, bool stands, DateTime now)
    {
        UnreachableSince = outcome == RecheckOutcome.Unreachable ? UnreachableSince ?? now : null;

        // A page that could not be read says nothing of the passage.
        if (outcome is RecheckOutcome.Unchanged or RecheckOutcome.Changed or RecheckOutcome.Missing)
        {
            NoteLoss(
                outcome == RecheckOutcome.Unchanged || stands ? null
                    : outcome == RecheckOutcome.Missing ? PassageLoss.Missing
                    : PassageLoss.Differs,
                now
            );
        }
    }

    internal void NoteWithin(string? words) => Within = words;

    internal void NoteLoss(PassageLoss? loss, DateTime now) => (Loss, LostSince) = (loss, loss is null ? null : LostSince ?? now);

    // The page of a finding that somebody has read and settled.
    internal void KeepPageOf(Finding finding) => (Snapshot, SnapshotId) = (finding.Page, finding.PageId);

    internal void ConfirmPlace(QuotedPlace place, string by, DateTime now) =>
        (ConfirmedPlace, PlaceConfirmedBy, PlaceConfirmedAt) = (place, by, now);

    internal void Withdraw(string by, string? reason, DateTime now)
    {
        WithdrawnAt = now;
        WithdrawnBy = by;
        WithdrawalReason = reason ?? WithdrawalReason;
    }

    internal void AskWithdrawal(string by, string reason, DateTime now) =>
        (WithdrawalAskedBy, WithdrawalAskedAt, WithdrawalReason) = (by, now, reason);

    internal void Keep() => (WithdrawalAskedBy, WithdrawalAskedAt, WithdrawalReason) = (null, null, null);
}
