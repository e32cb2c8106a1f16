using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <summary>How a task stands.</summary>
public enum ReviewTaskStatus
{
    Open,
    Decided,

    /// <summary>The workflow went on without it: another branch won, the deadline passed, or the review was cancelled.</summary>
    Closed,
}

/// <summary>A step that waits for a person. A vote waits for several.</summary>
public sealed class ReviewTask : IRevised
{
    private static readonly DateTime NoDeadline = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private ReviewTask()
    {
    }

    /// <summary>A task that the engine knows by <paramref name="key"/> within its review.</summary>
    public ReviewTask(Claim claim, string key, string activityId, string title, string? instructions, DateTime openedAt)
    {
        Claim = claim;
        ClaimId = claim.Id;
        Kind = claim.Kind;
        Key = key;
        ActivityId = activityId;
        Title = title;
        Instructions = instructions;
        OpenedAt = openedAt;
    }

    public long Id { get; private set; }

    public long Revision { get; private set; }

    public long ReviewId { get; private set; }

    public Review Review { get; private set; } = null!;

    public long ClaimId { get; private set; }

    public Claim Claim { get; private set; } = null!;

    /// <summary>The claim's kind, kept here so that a queue of one kind is one walk along an index; it is fixed once a review begins.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Activity and visit, e.g. <c>research#2</c>; unique within the review.</summary>
    public string Key { get; private set; } = "";

    public string ActivityId { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Instructions { get; private set; }

    /// <summary>The role that may decide it.</summary>
    public string Role { get; private set; } = "";

    /// <summary>A second role that may decide it since it was escalated.</summary>
    public string? EscalatedTo { get; private set; }

    public TaskTerms Terms { get; private set; } = new();

    /// <summary>User names that may not decide it, kept apart from the terms so that whoever looks for a task can leave out what is not theirs.</summary>
    public List<string> Barred { get; private set; } = [];

    public DateTime? DueAt { get; private set; }

    /// <summary>Place in the queue: the due time; tasks without one come last.</summary>
    public DateTime QueueOrder { get; private set; }

    public ReviewTaskStatus Status { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>What people decided, one entry a person.</summary>
    public List<TaskDecision> Decided { get; } = [];

    /// <summary>Who holds the task: worth nothing after <see cref="LeaseUntil"/>, nor before <see cref="LeasedAt"/>.</summary>
    public string? LeasedBy { get; private set; }

    /// <summary>When the hold was taken or prolonged last, so that its length stands with it.</summary>
    public DateTime? LeasedAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Who holds the task at <paramref name="now"/>, or null.</summary>
    public string? HolderAt(DateTime now) => IsHeld(LeasedAt, LeaseUntil, now) ? LeasedBy : null;

    /// <summary>
    /// True where a hold lasts at <paramref name="now"/>. One that ends later than its own length from now was taken by a clock that ran
    /// ahead, and holds nothing.
    /// </summary>
    public static bool IsHeld(DateTime? leasedAt, DateTime? leaseUntil, DateTime now) => leaseUntil > now && leasedAt <= ClockSkew.LatestAt(now);

    /// <summary>The tasks that nobody holds at <paramref name="now"/>, for queries: the opposite of <see cref="HeldAt"/>.</summary>
    public static Expression<Func<ReviewTask, bool>> FreeAt(DateTime now)
    {
        var latest = ClockSkew.LatestAt(now);
        return task => task.LeaseUntil == null || task.LeaseUntil <= now || task.LeasedAt == null || task.LeasedAt > latest;
    }

    /// <summary>The tasks that somebody holds at <paramref name="now"/>, for queries: as <see cref="IsHeld"/>.</summary>
    public static Expression<Func<ReviewTask, bool>> HeldAt(DateTime now)
    {
        var latest = ClockSkew.LatestAt(now);
        return task => task.LeaseUntil > now && task.LeasedAt <= latest;
    }

    /// <summary>Takes over what the engine lays down: at the opening, and again when somebody is barred or called in.</summary>
    public void SetTerms(string role, string? escalatedTo, DateTime? dueAt, IEnumerable<string> barred, TaskTerms terms)
    {
        Role = role;
        EscalatedTo = escalatedTo;
        DueAt = dueAt;
        QueueOrder = dueAt ?? NoDeadline;
        Barred = [.. barred];
        Terms = terms;
    }

    /// <summary>Takes or prolongs a hold on the task. Refused while somebody else's hold lasts.</summary>
    public Result Lease(string by, TimeSpan length, DateTime now)
    {
        if (Status != ReviewTaskStatus.Open)
            return Result.Refused("task-closed", $"“{Title}” is no longer open.");
        if (Terms.Votes == 1 && HeldByAnother(by, now) is { } refusal)
            return new Result(refusal);
        Hold(by, length, now);
        return Result.Ok;
    }

    /// <summary>Who is barred still once the proposal is changed: a change voids votes and approvals, so that those who gave them may anew.</summary>
    public IEnumerable<string> BarredAfterChange(Verdict proposed)
    {
        var voided = Terms.Votes > 1 ? Decided.Select(d => d.By) : [];
        return Barred.Except(Terms.BarsDeciders ? voided : voided.Concat(proposed.ValidApprovers), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why <paramref name="actor"/> may not decide the task at all, or null; who holds it now is another matter.</summary>
    public Refusal? NotFor(Actor actor)
    {
        if (Status != ReviewTaskStatus.Open)
            return new Refusal("task-closed", $"“{Title}” is no longer open.");
        if (!actor.Is(Role) && (EscalatedTo is null || !actor.Is(EscalatedTo)))
            return new Refusal("wrong-role", $"“{Title}” is for the role {Role}{(EscalatedTo is null ? "" : $" or {EscalatedTo}")}, which you do not hold.");
        return Barred.Contains(actor.Name)
            ? new Refusal("barred", $"You cannot decide “{Title}”: {Terms.WhyBarred()}. Somebody else has to.")
            : null;
    }

    /// <summary>Why <paramref name="by"/> cannot act on the task now, where somebody else holds it; else null.</summary>
    public Refusal? HeldByAnother(string by, DateTime now) => HolderAt(now) is { } holder && holder != by
        ? new Refusal("leased", $"{holder} is working on “{Title}” until {LeaseUntil:HH:mm} UTC. It is free again then, or once {holder} lets go of it.")
        : null;

    /// <summary>Lets go of the task.</summary>
    public Result Release(string by)
    {
        if (LeasedBy != by)
            return Result.Refused("not-leased", $"You do not hold “{Title}”.");
        EndLease();
        return Result.Ok;
    }

    /// <summary>Hands the task to another person, whoever holds it now.</summary>
    public void HandTo(string person, TimeSpan length, DateTime now) => Hold(person, length, now);

    /// <summary>Notes one person's decision. The key, made once by the form, makes a repeated request the same decision.</summary>
    public TaskDecision Record(string decision, string by, string? note, string idempotencyKey, DateTime now)
    {
        var recorded = new TaskDecision(decision, by, note, idempotencyKey, now);
        Decided.Add(recorded);
        EndLease();
        return recorded;
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

    private void Hold(string person, TimeSpan length, DateTime now)
    {
        LeasedBy = person;
        LeasedAt = now;
        LeaseUntil = now + length;
    }

    private void EndLease()
    {
        LeasedBy = null;
        LeasedAt = null;
        LeaseUntil = null;
    }
}
