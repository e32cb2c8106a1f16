using ClaimTracker.Domain;
using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.Web.Wording;

/// <summary>The glossary's words as people read them.</summary>
public static class Words
{
    /// <summary>A stage of review.</summary>
    public static string Of(Stage stage) =>
        stage switch
        {
            Stage.New => "New",
            Stage.Triage => "In triage",
            Stage.Assigned => "Assigned",
            Stage.Researching => "Researching",
            Stage.AwaitingReply => "Awaiting a reply",
            Stage.Drafted => "Drafted",
            Stage.PeerCheck => "Peer check",
            Stage.EditorReview => "Editor review",
            Stage.ChangesRequested => "Changes requested",
            Stage.Approved => "Approved",
            Stage.Published => "Review complete",
            Stage.RecheckDue => "Being checked again",
            Stage.Linked => "Linked to a checked claim",
            Stage.Folded => "Folded into another claim",
            Stage.Declined => "Not checked",
            Stage.OnHold => "On hold",
            Stage.Escalated => "Escalated",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };

    /// <summary>Whether what we say is public.</summary>
    public static string Of(Publication publication) =>
        publication switch
        {
            Publication.Unpublished => "Not published",
            Publication.Published => "Published",
            Publication.Retracted => "Retracted",
            Publication.Suspended => "Suspended",
            _ => throw new ArgumentOutOfRangeException(nameof(publication), publication, null),
        };

    /// <summary>What became of a version of the verdict.</summary>
    public static string Of(VerdictStatus status) =>
        status switch
        {
            VerdictStatus.Proposed => "Proposed",
            VerdictStatus.Published => "Published",
            VerdictStatus.Superseded => "Superseded",
            VerdictStatus.Rejected => "Returned",
            VerdictStatus.Retracted => "Retracted",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    /// <summary>How fresh a published verdict is.</summary>
    public static string Of(Freshness freshness) =>
        freshness switch
        {
            Freshness.NotPublished => "Nothing to keep fresh yet",
            Freshness.Fresh => "Fresh",
            Freshness.Due => "Check due",
            Freshness.Stale => "Stale",
            _ => throw new ArgumentOutOfRangeException(nameof(freshness), freshness, null),
        };

    /// <summary>Why a verdict is to be checked now.</summary>
    public static string Of(DueReason reason) =>
        reason switch
        {
            DueReason.Check => "its next check is due",
            DueReason.Person => "a person is due to look",
            DueReason.Doubt => "it is in doubt",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    /// <summary>What a source says to the claim.</summary>
    public static string Of(Stance stance) =>
        stance switch
        {
            Stance.Supports => "Supports the claim",
            Stance.Refutes => "Refutes the claim",
            Stance.Context => "Context",
            _ => throw new ArgumentOutOfRangeException(nameof(stance), stance, null),
        };

    /// <summary>Whether what a source says can come to differ.</summary>
    public static string Of(SourceNature nature) =>
        nature switch
        {
            SourceNature.Living => "kept up to date",
            SourceNature.Dated => "an article of a day",
            SourceNature.Frozen => "a copy that stays as it is",
            _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
        };

    /// <summary>What a check again that has ended came to, said plainly: who did what, and nothing that nobody did.</summary>
    public static string Of(Recheck recheck) =>
        recheck.IsHeld ? "Checked again by a person: the verdict was found to hold."
        : recheck.By == Verifier.Person ? "A person asked that it be checked again."
        : $"Checked again by a machine: {Of(recheck.Outcome!.Value)}";

    /// <summary>What an attempt of a machine to check again met, said plainly.</summary>
    public static string Of(RecheckOutcome outcome) =>
        outcome switch
        {
            RecheckOutcome.Unchanged => $"Each passage that was looked at stood on its page, or it {WatchWords.Within}.",
            RecheckOutcome.Changed =>
                "A passage, or what its page says about it, was found reading differently. This did not verify the verdict.",
            RecheckOutcome.Missing => "A quoted passage was not on its page. This did not verify the verdict.",
            RecheckOutcome.Unreachable => "A source could not be read. This did not verify the verdict.",
            RecheckOutcome.Unwatched =>
                "What machines can look at does not suffice: only a person can find that it holds. This did not verify the verdict.",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    /// <summary>What puts a verdict in doubt, said plainly.</summary>
    public static string Of(FindingKind kind) =>
        kind switch
        {
            FindingKind.Changed => "A passage that it stands on, or what its page says about it, was found reading differently",
            FindingKind.Missing => "A passage that it stands on was not found on its page",
            FindingKind.Unreachable => "A source that it stands on could not be read for long",
            FindingKind.BelowMinimum => "Evidence was withdrawn, and what is left is less than it was held to",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>How another claim stands to this one, as the matcher found.</summary>
    public static string Of(MatchRelation relation) =>
        relation switch
        {
            MatchRelation.Same => "Says the same",
            MatchRelation.OtherFigure => "Says the same with another figure",
            MatchRelation.Related => "Related",
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
        };

    /// <summary>A kind or rating that the desk reads as words: <c>casualty-figure</c> is “Casualty figure”.</summary>
    public static string OfId(string id) => id.Length == 0 ? "" : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    /// <summary>A review's definition and its version: <c>casualty-figure v1</c> is “Casualty figure, version 1”.</summary>
    public static string OfProcess(string workflow) =>
        workflow.LastIndexOf(" v", StringComparison.Ordinal) is var at and > 0
            ? $"{OfId(workflow[..at])}, version {workflow[(at + 2)..]}"
            : OfId(workflow);

    /// <summary>
    /// Who approved a version, as the desk or readers are told it. What an import brought was decided by rules that nobody here
    /// has seen, so of it no more is said than what came with it.
    /// </summary>
    public static string OfApprovals(Verdict verdict, bool onDesk)
    {
        var names = verdict.ValidApprovers.ToList();
        return (verdict.Imported, names.Count) switch
        {
            (true, 0) => "decided at another desk; no approval came with it",
            (true, _) =>
                $"decided at another desk; its file names {(onDesk ? string.Join(", ", names) : names.Count == 1 ? "one person" : $"{names.Count} people")}, which this desk did not see",
            (false, 0) => "nobody who is known not to be its author",
            (false, _) when onDesk => string.Join(", ", names),
            (false, 1) => "one editor, who is not its author",
            (false, var editors) => $"{editors} editors, none of them its author",
        };
    }

    /// <summary>A rating's label; an id that the scale no longer has is shown as it is.</summary>
    public static string OfRating(string id) => Ratings.Find(id)?.Label ?? OfId(id);

    /// <summary>What a new version of a published verdict can be.</summary>
    public static IReadOnlyList<CorrectionKind> ChangeKinds { get; } =
    [CorrectionKind.Corrected, CorrectionKind.Updated, CorrectionKind.Typo];

    /// <summary>What was done to a published verdict.</summary>
    public static string Of(CorrectionKind kind) =>
        kind switch
        {
            CorrectionKind.Updated => "Update",
            CorrectionKind.Corrected => "Correction",
            CorrectionKind.Typo => "Typo",
            CorrectionKind.Retracted => "Retraction",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The same, said at the version that it was done to.</summary>
    public static string After(CorrectionKind kind) =>
        kind switch
        {
            CorrectionKind.Updated => "The world has moved on since, and it was updated",
            CorrectionKind.Corrected => "It was wrong, and was corrected",
            CorrectionKind.Typo => "Only writing was changed after it",
            CorrectionKind.Retracted => "It was retracted",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>What that says, to whoever chooses it and to readers.</summary>
    public static string MeaningOf(CorrectionKind kind) =>
        kind switch
        {
            CorrectionKind.Updated => "The world has moved on; the earlier version was right in its day.",
            CorrectionKind.Corrected => "We were wrong.",
            CorrectionKind.Typo => "By what its approvers say, only writing changed. The rating stays.",
            CorrectionKind.Retracted => "The verdict was withdrawn.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
