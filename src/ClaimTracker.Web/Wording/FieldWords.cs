using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Public;

namespace ClaimTracker.Web.Wording;

/// <summary>
/// What an audit entry changed, in words: names of rows and fields as people say them, and values as pages write them. What has
/// no words here is shown as it is stored.
/// </summary>
public static class FieldWords
{
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["Claim"] = "the claim",
        ["Appearance"] = "where it appears",
        ["Evidence"] = "evidence",
        ["Verdict"] = "the verdict",
        ["VerdictAuthor"] = "an author",
        ["VerdictEvidence"] = "what the verdict stands on",
        ["Approval"] = "an approval",
        ["Correction"] = "a correction",
        ["Suspension"] = "a suspension",
        ["Review"] = "the review",
        ["ReviewTask"] = "a task",
        ["TaskDecision"] = "a decision",
        ["Recheck"] = "a re-check",
        ["Finding"] = "a finding",
        ["KeptPage"] = "a kept page",
        ["Article"] = "the article",
        ["Outlet"] = "the outlet",
        ["Person"] = "the account",
        ["Role"] = "a role",
        ["WorkflowVersion"] = "the workflow",
        ["LookHost"] = "the site",
    };

    // By the field alone where it means one thing wherever it stands, else with its row before it.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["AccessFailedCount"] = "wrong passwords in a row",
        ["ActivityId"] = "step of the workflow",
        ["AddedAt"] = "added",
        ["AddedBy"] = "added by",
        ["AllAskedAt"] = "all looks asked for",
        ["AllAskedBy"] = "all looks asked for by",
        ["ApprovedBy"] = "approved by",
        ["ArticleId"] = "article number",
        ["At"] = "when",
        ["Barred"] = "who may not decide",
        ["By"] = "by",
        ["ByName"] = "by",
        ["Byline"] = "byline",
        ["ChangeKind"] = "kind of change",
        ["ChangeReason"] = "reason of the change",
        ["CheckEvery"] = "check again every",
        ["ChildKey"] = "part of another review",
        ["ClaimId"] = "claim number",
        ["ClosedAt"] = "closed",
        ["Condition"] = "the verdict holds while",
        ["ConditionLimit"] = "the verdict holds up to",
        ["ConfirmedPlace"] = "place confirmed",
        ["CreatedAt"] = "came in",
        ["DeactivatedAt"] = "deactivated",
        ["Decision"] = "decision",
        ["DeclinedBecause"] = "declined because",
        ["DefinitionId"] = "workflow",
        ["DefinitionVersion"] = "version of the workflow",
        ["Details"] = "what was read of it",
        ["Did"] = "what they wrote",
        ["DueAt"] = "due",
        ["Email"] = "mail address",
        ["EmailConfirmed"] = "mail address confirmed",
        ["End"] = "last character",
        ["EndedAt"] = "ended",
        ["EndedBy"] = "ended by",
        ["EndedHow"] = "ended how",
        ["EscalatedTo"] = "passed on to",
        ["EvidenceId"] = "evidence number",
        ["ExpiresAt"] = "good until",
        ["FailedAttempts"] = "attempts that failed in a row",
        ["Fault"] = "stopped because",
        ["Finding"] = "what was found",
        ["FindingId"] = "finding number",
        ["FoldedIntoId"] = "folded into claim",
        ["ForbiddenSince"] = "site forbids looks since",
        ["FormerId"] = "kept in place of",
        ["FoundAt"] = "found",
        ["FoundNature"] = "nature as found",
        ["FromRating"] = "rating before",
        ["FromVersion"] = "version before",
        ["Group"] = "group",
        ["Hash"] = "hash",
        ["HeldFor"] = "kept for",
        ["Host"] = "site",
        ["IdempotencyKey"] = "number of the request",
        ["Imported"] = "brought by an import",
        ["InDoubtSince"] = "in doubt since",
        ["Instructions"] = "instructions",
        ["Json"] = "definition",
        ["Key"] = "visit of the step",
        ["Kind"] = "kind",
        ["Language"] = "language",
        ["LastAttemptAt"] = "last attempt",
        ["LastAttemptOutcome"] = "what the last attempt met",
        ["LastAttemptWithin"] = "last attempt within its limit",
        ["LastFoundAt"] = "last found",
        ["LastPersonAt"] = "last verified by a person",
        ["LastVerifiedAt"] = "last verified",
        ["LastVerifiedBy"] = "last verified by",
        ["LastVerifier"] = "person or machine",
        ["LeasedBy"] = "held by",
        ["Licence"] = "licence",
        ["LinkedToId"] = "linked to claim",
        ["Listed"] = "shown to readers",
        ["LockoutEnabled"] = "wrong passwords pause it",
        ["LockoutEnd"] = "paused until",
        ["Loss"] = "what is lost",
        ["LostSince"] = "lost since",
        ["Mark"] = "mark of what was approved",
        ["MinimumGroups"] = "groups of evidence needed",
        ["Name"] = "name",
        ["NatureSaidBy"] = "nature said by",
        ["NextAttemptAt"] = "next attempt",
        ["NextCheckDueAt"] = "next check due",
        ["NormalizedEmail"] = "mail address in capitals",
        ["NormalizedUserName"] = "name in capitals",
        ["Note"] = "note",
        ["Now"] = "reads now",
        ["Number"] = "public number",
        ["OpenedAt"] = "opened",
        ["Origin"] = "where it comes from",
        ["Outcome"] = "outcome",
        ["Outlet"] = "outlet",
        ["PageId"] = "kept page number",
        ["ParentId"] = "part of review number",
        ["Password"] = "password",
        ["PersonDueAt"] = "a person is due",
        ["PersonEvery"] = "a person checks every",
        ["PersonStaleAt"] = "stale without a person from",
        ["PhoneNumber"] = "telephone",
        ["PhoneNumberConfirmed"] = "telephone confirmed",
        ["PlaceConfirmedAt"] = "place confirmed on",
        ["PlaceConfirmedBy"] = "place confirmed by",
        ["Places"] = "places of the passage",
        ["ProposedAt"] = "proposed",
        ["ProposedBy"] = "proposed by",
        ["Publication"] = "publication",
        ["PublishedAt"] = "published",
        ["PublishedOn"] = "published on",
        ["Purpose"] = "what the task is for",
        ["Quote"] = "passage",
        ["QuotesUs"] = "quotes us",
        ["Rating"] = "rating",
        ["Rationale"] = "rationale",
        ["RecheckId"] = "re-check number",
        ["RejectedBecause"] = "returned because",
        ["RequiredApprovals"] = "approvals needed",
        ["ReviewId"] = "number of the review",
        ["Role"] = "role",
        ["SaidNature"] = "nature as said",
        ["Score"] = "worth checking",
        ["SettledAt"] = "settled",
        ["SettledBy"] = "settled by",
        ["SettledHow"] = "settled how",
        ["Since"] = "since",
        ["SnapshotId"] = "kept copy number",
        ["Source"] = "source",
        ["Stage"] = "stage",
        ["StageSince"] = "in the stage since",
        ["StaleAt"] = "stale from",
        ["Stance"] = "stance",
        ["Stands"] = "stands",
        ["Start"] = "first character",
        ["StartedAt"] = "began",
        ["StartedBy"] = "begun by",
        ["Status"] = "state",
        ["StoppedAt"] = "looks stopped",
        ["StoppedBecause"] = "looks stopped because",
        ["StoppedBy"] = "looks stopped by",
        ["SubjectId"] = "about number",
        ["TaskId"] = "task number",
        ["Terms"] = "terms",
        ["TextHash"] = "hash of the text",
        ["Title"] = "title",
        ["ToRating"] = "rating after",
        ["ToVersion"] = "version after",
        ["TwoFactorEnabled"] = "second factor",
        ["UnchangedChecks"] = "checks without a change in a row",
        ["UnderRecheck"] = "being checked again",
        ["UnreachableSince"] = "not reached since",
        ["Url"] = "address",
        ["UserName"] = "name",
        ["VerdictId"] = "number of the verdict",
        ["VerdictIssuedAt"] = "verdict issued",
        ["VerdictNumber"] = "public number of the verdict",
        ["VerdictVersion"] = "version of the verdict",
        ["Version"] = "version",
        ["VersionId"] = "version of the workflow",
        ["VoidedAt"] = "void since",
        ["Was"] = "read before",
        ["Watched"] = "watched",
        ["Why"] = "why",
        ["WithdrawalAskedAt"] = "withdrawal asked for",
        ["WithdrawalAskedBy"] = "withdrawal asked for by",
        ["WithdrawalReason"] = "withdrawn because",
        ["WithdrawnAt"] = "withdrawn",
        ["WithdrawnBy"] = "withdrawn by",
        ["WithheldBefore"] = "withheld before, up to version",
        ["WithheldBy"] = "withheld by",
        ["WithheldThrough"] = "withheld from readers up to version",
        ["Within"] = "stands in other words, or within its limit",
        ["Wording"] = "wording",
        ["WordingWithheld"] = "wording withheld from readers",
        ["Words"] = "what was found",
        ["Workflow"] = "workflow",
    };

    /// <summary>A kind of row, as the audit names it; its own name where there are no words for it.</summary>
    public static string Row(string what) => Rows.GetValueOrDefault(what, what);

    /// <summary>
    /// True for the key of the row that a row hangs on: the history that it stands in is that one's already, so that people are
    /// not shown it.
    /// </summary>
    public static bool IsOwner(AuditedField field) => field.Name is "ClaimId" or "VerdictId" or "TaskId";

    /// <summary>A field; its own name where there are no words for it.</summary>
    public static string Field(string name) => Fields.GetValueOrDefault(name, name);

    /// <summary>A value as pages write it; what is not understood stays as it is stored.</summary>
    public static string? Value(AuditedField field, string? stored) =>
        stored switch
        {
            null => null,
            _ when field.Name is "Rating" or "FromRating" or "ToRating" => Words.OfRating(stored),
            "true" => "yes",
            "false" => "no",
            _ when IsMoment(stored, out var at) => Moment.Text(at),
            _ => field.Name switch
            {
                "Stage" => Named<Stage>(stored, Words.Of),
                "Publication" => Named<Publication>(stored, Words.Of),
                "EndedHow" => Named<SuspensionEnd>(stored, SaidOfVerdict.End),
                "Stance" => Named<Stance>(stored, Words.Of),
                "SaidNature" or "FoundNature" => Named<SourceNature>(stored, Words.Of),
                "Status" when field.What == "Verdict" => Named<VerdictStatus>(stored, Words.Of),
                "Decision" => Decisions.Label(stored),
                _ => stored,
            },
        };

    private static string Named<T>(string stored, Func<T, string> words)
        where T : struct, Enum =>
        Enum.TryParse<T>(stored, out var value) && value.ToString() == stored && Enum.IsDefined(value) ? words(value) : stored;

    // As entries write instants: to the day and the second at least.
    private static bool IsMoment(string stored, out DateTime at)
    {
        at = default;
        return stored is { Length: >= 19 and <= 33 }
            && stored[4] == '-'
            && stored[10] == 'T'
            && DateTime.TryParse(
                stored,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out at
            );
    }
}
