namespace ClaimTracker.Domain;

/// <summary>
/// A step that a review has taken: the path through its workflow, stored flat, so that time per step needs no history to be
/// unpacked.
/// </summary>
public sealed class ReviewStep
{
    private ReviewStep() { }

    /// <summary>
    /// A step taken at <paramref name="at"/> with <paramref name="outcome"/>, after a wait of <paramref name="waited"/>.
    /// </summary>
    public ReviewStep(string activityId, string? outcome, string? by, DateTime at, TimeSpan? waited = null)
    {
        ActivityId = activityId;
        Outcome = outcome;
        By = by;
        At = at;
        WaitedSeconds = (long?)waited?.TotalSeconds;
    }

    public long Id { get; private set; }

    public long ReviewId { get; private set; }

    public string ActivityId { get; private set; } = "";

    public string? Outcome { get; private set; }

    public string? By { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>How long the step waited before it was left, holds left out; null where it did not wait.</summary>
    public long? WaitedSeconds { get; private set; }
}
