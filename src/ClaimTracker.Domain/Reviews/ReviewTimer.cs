namespace ClaimTracker.Domain;

/// <summary>A deadline or a delay of a review: due at a time, however far off.</summary>
public sealed class ReviewTimer
{
    private ReviewTimer()
    {
    }

    /// <summary>A timer that the engine knows by <paramref name="key"/>.</summary>
    public ReviewTimer(string key, DateTime dueAt)
    {
        Key = key;
        DueAt = dueAt;
    }

    public long Id { get; private set; }

    public long ReviewId { get; private set; }

    public string Key { get; private set; } = "";

    public DateTime DueAt { get; private set; }
}
