namespace ClaimTracker.Domain;

/// <summary>How a task stands.</summary>
public enum ReviewTaskStatus
{
    Open,
    Decided,

    /// <summary>The workflow went on without it: another branch won, the deadline passed, or the review was cancelled.</summary>
    Closed,
}

/// <summary>A step that waits for a person (or, for the role machine, for a job).</summary>
public sealed class ReviewTask : IRevised
{
    private ReviewTask()
    {
    }

    /// <summary>A task that the engine knows by <paramref name="key"/> within its review.</summary>
    public ReviewTask(long claimId, string key, string activityId, string title, string role, DateTime openedAt)
    {
        ClaimId = claimId;
        Key = key;
        ActivityId = activityId;
        Title = title;
        Role = role;
        OpenedAt = openedAt;
    }

    public long Id { get; private set; }

    public long Revision { get; private set; }

    public long ReviewId { get; private set; }

    public Review Review { get; private set; } = null!;

    public long ClaimId { get; private set; }

    public Claim Claim { get; private set; } = null!;

    /// <summary>Activity and visit, e.g. <c>research#2</c>; unique within the review.</summary>
    public string Key { get; private set; } = "";

    public string ActivityId { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Instructions { get; init; }

    /// <summary>Who may decide it; escalation may hand it to another role.</summary>
    public string Role { get; private set; } = "";

    /// <summary>The decisions it allows, in the order of the form.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>User names that may not decide it, and rules such as <c>proposer</c>.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];

    /// <summary>What the person fills in: none, verdict, reason or link.</summary>
    public string Form { get; init; } = "none";

    /// <summary>How many people have to decide; more than one is a vote.</summary>
    public int Votes { get; init; } = 1;

    public ReviewTaskStatus Status { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? DueAt { get; init; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime? EscalatedAt { get; private set; }

    public List<TaskDecision> Decided { get; } = [];

    /// <summary>Who holds the task; worth nothing after <see cref="LeaseUntil"/>.</summary>
    public string? LeasedBy { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>Who holds the task at <paramref name="now"/>, or null.</summary>
    public string? HolderAt(DateTime now) => LeaseUntil > now ? LeasedBy : null;

    /// <summary>Takes or prolongs a hold on the task. Refused while somebody else's hold lasts.</summary>
    public Result Lease(string by, TimeSpan length, DateTime now)
    {
        if (Status != ReviewTaskStatus.Open)
            return Result.Refused("task-closed", $"“{Title}” is no longer open.");
        if (Votes == 1 && HolderAt(now) is { } holder && holder != by)
            return Result.Refused("leased", $"{holder} is working on “{Title}” until {LeaseUntil:HH:mm} UTC; it is free again then, or once {holder} lets go of it.");
        LeasedBy = by;
        LeaseUntil = now + length;
        return Result.Ok;
    }

    /// <summary>Lets go of the task.</summary>
    public Result Release(string by)
    {
        if (LeasedBy != by)
            return Result.Refused("not-leased", $"You do not hold “{Title}”.");
        LeasedBy = null;
        LeaseUntil = null;
        return Result.Ok;
    }

    /// <summary>Hands the task to another person, whoever holds it now.</summary>
    public void HandTo(string person, TimeSpan length, DateTime now)
    {
        LeasedBy = person;
        LeaseUntil = now + length;
    }

    /// <summary>Hands the task to a role that can unblock it.</summary>
    public void Escalate(string role, DateTime now)
    {
        Role = role;
        EscalatedAt = now;
        LeasedBy = null;
        LeaseUntil = null;
    }

    /// <summary>Notes one person's decision. The key makes a repeated request the same decision.</summary>
    public TaskDecision Record(string decision, string by, string? note, string idempotencyKey, DateTime now)
    {
        var recorded = new TaskDecision(decision, by, note, idempotencyKey, now);
        Decided.Add(recorded);
        return recorded;
    }

    /// <summary>Ends the task.</summary>
    public void Close(ReviewTaskStatus status, DateTime now)
    {
        Status = status;
        ClosedAt = now;
        LeasedBy = null;
        LeaseUntil = null;
    }
}
