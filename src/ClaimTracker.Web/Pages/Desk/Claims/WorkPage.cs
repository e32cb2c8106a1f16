using ClaimTracker.Domain;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Work;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>All that a claim's working page shows to one person at one moment.</summary>
public sealed record WorkPage
{
    public required Claim Claim { get; init; }

    /// <summary>Who put the review under way on hold, and why; null where it is not, or where the audit does not tell.</summary>
    public HeldReview? Hold { get; init; }

    /// <summary>Rows that are left out, since they are not as this program writes them; mostly none.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public required DateTime Now { get; init; }

    public required IReadOnlyList<AppearanceInContext> Sentences { get; init; }

    public required IReadOnlyList<TaskOnPage> Tasks { get; init; }

    public required IReadOnlyList<Review> Reviews { get; init; }

    public required IReadOnlyList<ReviewTask> Decided { get; init; }

    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>The looks at its sources that are still to be made.</summary>
    public required IReadOnlyList<WaitingLook> Waiting { get; init; }

    /// <summary>
    /// The independent groups that the public verdict is held to, or a first one will be; null where that is not known.
    /// </summary>
    public required int? GroupsAsked { get; init; }

    /// <summary>The evidence that the public verdict stands on, by id.</summary>
    public required IReadOnlySet<long> Ground { get; init; }

    /// <summary>Claims linked to this one or folded into it.</summary>
    public required IReadOnlyList<Claim> Together { get; init; }

    /// <summary>
    /// The latest change of another rating or a retraction that the claim it is linked to has had since; null where it had none.
    /// </summary>
    public required Correction? TargetChanged { get; init; }

    /// <summary>
    /// True while this person could still be asked to rate the claim without seeing what others proposed and decided.
    /// </summary>
    public required bool Blind { get; init; }

    /// <summary>
    /// What is said before a change of the proposal: who becomes an author, who may then approve. Null without a proposal that is
    /// shown.
    /// </summary>
    public required string? BeforeChange { get; init; }

    /// <summary>
    /// The findings that the page shows, by number: a decision that the verdict holds settles these, and none that came later.
    /// </summary>
    public string FindingsShown => Blind || !Claim.IsInForce ? "" : string.Join(',', Claim.OpenFindings.Select(f => f.Id));

    /// <summary>What looks found that is to be shown side by side with what stood: on the first task of a re-check.</summary>
    public IEnumerable<Finding> Changes =>
        Blind || !Claim.UnderRecheck || Tasks.Count == 0 ? [] : Claim.OpenFindings.Where(f => f.Was is not null);

    /// <summary>Of those, what has a new passage, which can be added as evidence.</summary>
    public IEnumerable<Finding> NewPassages =>
        Changes.Where(f => f.Now is not null && Claim.Evidence.Exists(e => e.Id == f.EvidenceId));

    /// <summary>The review under way, or null.</summary>
    public Review? UnderWay => Reviews.FirstOrDefault(review => review.IsUnderWay && review.ParentId is null);
}

/// <summary>An open task, as it concerns one person.</summary>
public sealed record TaskOnPage
{
    public required ReviewTask Task { get; init; }

    /// <summary>Why this person may not decide it at all, or null.</summary>
    public required Refusal? NotForMe { get; init; }

    /// <summary>Who holds it, or null.</summary>
    public required string? Holder { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>All that is typed on the page, an emptied field as a blank.</summary>
    public required PageFields Typed { get; init; }

    public required TaskFields Fields { get; init; }

    public required IReadOnlyList<string> People { get; init; }

    /// <summary>What this person voted already, or null.</summary>
    public required TaskDecision? Voted { get; init; }

    /// <summary>Made once with the form and kept when it is shown again.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString("N");

    public Refusal? Refusal { get; init; }

    /// <summary>True where a published verdict is there, so that a new one must say what it changes.</summary>
    public bool AsksForChange { get; init; }

    /// <summary>
    /// Of a task whose decision approves: what machines can watch of the proposal, and whether one can verify it. Else null.
    /// </summary>
    public string? Watching { get; init; }

    /// <summary>For whom the task is kept, or null.</summary>
    public required string? KeptFor { get; init; }

    /// <summary>
    /// What others decided since the step was decided last, with what they wrote: why the task is here again. Empty where it is
    /// here for the first time.
    /// </summary>
    public required IReadOnlyList<(ReviewTask On, TaskDecision Decision)> Returned { get; init; }

    /// <summary>
    /// What stood in the fields the last time, by <c>Decision:field</c>: the last text, and the whole reason that was given with
    /// the same decision.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Before { get; init; }

    /// <summary>What a field holds: what is typed into it, else what stood there the last time.</summary>
    public string Holds(string decision, string field) =>
        Typed[PageFields.TaskField(Task.Id, $"{decision}:{field}")] ?? Offered(decision, field) ?? "";

    /// <summary>
    /// The decision that is opened beforehand: the last one on this step, where it proposed a text and that text came back.
    /// </summary>
    public string? OfferedDecision =>
        Returned.Count == 0
            ? null
            : Task.Terms.Decisions.FirstOrDefault(d =>
                Task.Terms.FormOf(d) == TaskForms.Verdict && Offered(d, "rating") is not null
            );

    /// <summary>
    /// The decision whose fields stand open: the one that was refused, or else typed for, or offered; null where none is.
    /// </summary>
    public string? OpenDecision =>
        Fields.Decision
        ?? Task.Terms.Decisions.FirstOrDefault(Fields.HasTextFor)
        ?? OfferedDecision
        ?? (Task.Terms.Decisions.Count == 1 ? Task.Terms.Decisions[0] : null);

    /// <summary>What a field is offered with; null where with nothing.</summary>
    public string? Offered(string decision, string field) => Before.GetValueOrDefault($"{decision}:{field}");

    /// <summary>
    /// Of a step of a review: who has yet to approve the proposal again, since a change voided what they had approved; else null.
    /// </summary>
    public string? Awaited { get; init; }

    /// <summary>True where the refusal is shown at the field that it is about.</summary>
    public bool RefusedAtField =>
        Refusal?.Code is "rating" or "rationale" or "change-kind" or "change-reason" or "reason" or "claim";

    /// <summary>
    /// True where the page has the field <c>Decision:field</c>, or shows what is typed for the task as text, as it does where
    /// this person cannot write.
    /// </summary>
    public bool HasField(string field) =>
        !MayWrite
        || field.Split(':', 2) is not [var decision, var inner]
        || (
            Task.Terms.Decisions.Contains(decision)
            && TaskForms.FieldsOf(Task.Terms.FormOf(decision)).Contains(inner)
            && (AsksForChange || inner is not ("changeKind" or "changeReason"))
        );

    /// <summary>The message for a field of a decision, or null.</summary>
    public string? ErrorFor(string decision, string code) =>
        Refusal?.Code == code && Fields.Decision == decision ? Refusal.Message : null;
}
