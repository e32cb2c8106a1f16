namespace ClaimTracker.Domain;

/// <summary>What one person decided on a task. Unique by person and by idempotency key within the task.</summary>
public sealed class TaskDecision
{
    private TaskDecision() { }

    internal TaskDecision(string decision, string by, string? note, string idempotencyKey, DateTime at)
    {
        Decision = decision;
        By = by;
        Note = note;
        IdempotencyKey = idempotencyKey;
        At = at;
    }

    public long Id { get; private set; }

    public long TaskId { get; private set; }

    public string Decision { get; private set; } = "";

    public string By { get; private set; } = "";

    /// <summary>What the person wrote beside the decision.</summary>
    public string? Note { get; private set; }

    public string IdempotencyKey { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>When a change of what was voted on voided it; null while it counts.</summary>
    public DateTime? VoidedAt { get; internal set; }
}
