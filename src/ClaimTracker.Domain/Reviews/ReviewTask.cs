namespace ClaimTracker.Domain;

/// <summary>How a task stands.</summary>
public enum ReviewTaskStatus
{
    Open,
    Decided,

    /// <summary>
    /// The workflow went on without it: another branch won, the deadline passed, or the review was cancelled.
    /// </summary>
    Closed,
}

/// <summary>
/// What waits for a person: a step of a review, or work that belongs to no review and so neither waits for one nor holds one up.
/// A vote waits for several people.
/// </summary>
public sealed partial class ReviewTask : IRevised, ILeased
{
    /// <summary>After so long a task stands in the queue as if it were due, whatever its deadline.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(14);

    /// <summary>What stands in <see cref="DueOrder"/> of a task without a deadline.</summary>
    public static readonly DateTime NoDeadline = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private ReviewTask() { }

    /// <summary>A task that the engine knows by <paramref name="key"/> within its review.</summary>
    public ReviewTask(Claim claim, string key, string activityId, string title, string? instructions, DateTime openedAt)
    {
        Claim = claim;
        ClaimId = claim.Id;
        Kind = claim.Kind;
        ClaimStage = claim.Stage;
        Key = key;
        ActivityId = activityId;
        Title = title;
        Instructions = instructions;
        OpenedAt = openedAt;
    }

    /// <summary>A task that belongs to no review.</summary>
    /// <param name="claim">The claim that it is about.</param>
    /// <param name="purpose">What it is for; not <see cref="TaskPurpose.Step"/>.</param>
    /// <param name="subjectId">Of what: see <see cref="TaskPurpose"/>.</param>
    /// <param name="key">Of a claim's open tasks without a review no two have the same.</param>
    /// <param name="title">A few words for lists.</param>
    /// <param name="instructions">What is to be done.</param>
    /// <param name="openedAt">The instant.</param>
    public ReviewTask(
        Claim claim,
        TaskPurpose purpose,
        long subjectId,
        string key,
        string title,
        string instructions,
        DateTime openedAt
    )
        : this(claim, key, "", title, instructions, openedAt)
    {
        Purpose = purpose;
        SubjectId = subjectId;
    }

    public long Id { get; private set; }

    public long Revision { get; private set; }

    /// <summary>The review of which a step waits for it; null where it belongs to none.</summary>
    public long? ReviewId { get; private set; }

    public Review? Review { get; private set; }

    public TaskPurpose Purpose { get; private set; }

    /// <summary>The row that a task without a review is about, by its purpose.</summary>
    public long? SubjectId { get; private set; }

    public long ClaimId { get; private set; }

    public Claim Claim { get; private set; } = null!;

    /// <summary>
    /// The claim's kind, kept here so that a queue of one kind is one walk along an index; it is fixed once a review begins.
    /// </summary>
    public string Kind { get; private set; } = "";

    /// <summary>
    /// The claim's stage, kept here for the same reason; the database carries over what becomes of it while the task is open.
    /// </summary>
    public Stage ClaimStage { get; private set; }

    /// <summary>
    /// Activity and visit, e.g. <c>research#2</c>, unique within the review; without one, unique among the claim's open tasks.
    /// </summary>
    public string Key { get; private set; } = "";

    public string ActivityId { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Instructions { get; private set; }

    /// <summary>The role that may decide it.</summary>
    public string Role { get; private set; } = "";

    /// <summary>A second role that may decide it since it was escalated.</summary>
    public string? EscalatedTo { get; private set; }

    public TaskTerms Terms { get; private set; } = new();

    /// <summary>
    /// User names that may not decide it, kept apart from the terms so that whoever looks for a task can leave out what is not
    /// theirs.
    /// </summary>
    public List<string> Barred { get; private set; } = [];

    public DateTime? DueAt { get; private set; }

    /// <summary>
    /// Place in the queue, the one order that is stored: the deadline or <see cref="LongestWait"/> after the opening, whichever
    /// is earlier, so that what grows old moves up without being written again. The claim's harm, tier, appearances and askers
    /// have no part in it: harm, tiers and askers are not kept yet, and appearances are not counted on the task.
    /// </summary>
    public DateTime QueueOrder { get; private set; }

    /// <summary>The deadline, by which the queue can be walked too; tasks without one come last.</summary>
    public DateTime DueOrder { get; private set; }

    public ReviewTaskStatus Status { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>What people decided, one entry a person.</summary>
    public List<TaskDecision> Decided { get; } = [];

    /// <summary>Takes over what the engine lays down: at the opening, and again when somebody is barred or called in.</summary>
    public void SetTerms(string role, string? escalatedTo, DateTime? dueAt, IEnumerable<string> barred, TaskTerms terms)
    {
        Role = role;
        EscalatedTo = escalatedTo;
        DueAt = dueAt;
        DueOrder = dueAt ?? NoDeadline;
        QueueOrder = OpenedAt + LongestWait is var waited && waited < DueOrder ? waited : DueOrder;
        Barred = [.. barred];
        Terms = terms;
    }

    /// <summary>Bars those people from it, and nobody else.</summary>
    public void Bar(IEnumerable<string> names)
    {
        List<string> barred = [.. names.Distinct(PersonName.Comparer)];
        if (!barred.SequenceEqual(Barred))
            Barred = barred;
    }

    /// <summary>
    /// Who is barred still once the proposal is changed: a change voids votes and approvals, so that those who gave them may
    /// anew.
    /// </summary>
    public IEnumerable<string> BarredAfterChange(Verdict proposed)
    {
        var voided = Terms.IsVote ? Decided.Select(d => d.By) : [];
        return Barred.Except(Terms.BarsDeciders ? voided : voided.Concat(proposed.ValidApprovers), PersonName.Comparer);
    }

    /// <summary>
    /// Why <paramref name="actor"/> may not decide the task at all, or null; who holds it now is another matter.
    /// </summary>
    public Refusal? NotFor(Actor actor) =>
        NotOpen()
        ?? TaskRule.WrongRole(Title, Role, EscalatedTo, actor)
        ?? (PersonName.Among(Barred, actor.Name) ? TaskRule.Barred(Title, Role, Terms.WhyBarred()) : null);

    /// <summary>Why nothing is decided on it any more, with who decided what and when; null while it is open.</summary>
    public Refusal? NoLongerOpen() =>
        Status == ReviewTaskStatus.Open ? null
        : Decided.Exists(d => d.VoidedAt is not null)
            ? new Refusal(
                "task-closed",
                $"“{Title}” ended on {MomentText.Of(ClosedAt!.Value)}, since what is voted on was changed. Read it as it stands now and vote on the task that is open instead."
            )
        : Decided.LastOrDefault() is { } decision
            ? new Refusal(
                "task-decided",
                $"{decision.By} decided “{decision.Decision}” on “{Title}” on {MomentText.Of(decision.At)}. Nothing of yours was changed."
            )
        : new Refusal(
            "task-closed",
            $"“{Title}” was closed on {MomentText.Of(ClosedAt!.Value)}: {(Purpose == TaskPurpose.Step ? "the review went on without it" : "it is not asked for any more")}."
        );

    /// <summary>Those who may decide the task, of the people who hold its role or the one that it was escalated to.</summary>
    public IEnumerable<string> WhoMayDecide(IEnumerable<string> holders) =>
        holders.Where(name => !PersonName.Among(Barred, name));

    /// <summary>
    /// Notes one person's decision. The key, made once by the form, makes a repeated request the same decision.
    /// </summary>
    public TaskDecision Record(string decision, string by, string? note, string idempotencyKey, DateTime now)
    {
        var recorded = new TaskDecision(decision, by, note, idempotencyKey, now);
        Decided.Add(recorded);
        EndLease();
        return recorded;
    }

    /// <summary>Notes the one decision of a task that belongs to no review, which ends it.</summary>
    public void DecideAlone(string decision, string by, string? note, string idempotencyKey, DateTime now)
    {
        Record(decision, by, note, idempotencyKey, now);
        Close(ReviewTaskStatus.Decided, now);
    }

    /// <summary>What was decided on the task so far was decided on something else; it stays in the history as void.</summary>
    public void VoidDecisions(DateTime now)
    {
        foreach (var decision in Decided.Where(d => d.VoidedAt is null))
            decision.VoidedAt = now;
    }

    /// <summary>Ends the task.</summary>
    public void Close(ReviewTaskStatus status, DateTime now)
    {
        Status = status;
        ClosedAt = now;
        EndLease();
    }

    private Refusal? NotOpen() =>
        Status == ReviewTaskStatus.Open ? null : new Refusal("task-closed", $"“{Title}” is no longer open.");
}
