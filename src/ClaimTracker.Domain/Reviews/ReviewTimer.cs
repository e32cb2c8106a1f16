namespace ClaimTracker.Domain;

/// <summary>A deadline or a delay of a review: due at a time, however far off.</summary>
public sealed class ReviewTimer
{
    /// <summary>How often firing it may fail before its review is stopped.</summary>
    public const int MaxAttempts = 3;

    private static readonly TimeSpan PutOffBy = TimeSpan.FromMinutes(5);

    private ReviewTimer() { }

    /// <summary>A timer that the engine knows by <paramref name="key"/>.</summary>
    public ReviewTimer(string key, DateTime dueAt)
    {
        Key = key;
        DueAt = dueAt;
        TryAt = dueAt;
    }

    public long Id { get; private set; }

    public long ReviewId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>The step that waits for it: the key is step, visit and name, as in <c>research#2:deadline</c>.</summary>
    public string Step => Key[..Math.Max(0, Key.LastIndexOf('#'))];

    public DateTime DueAt { get; private set; }

    /// <summary>When it is fired: the due time, or later where that failed or was refused.</summary>
    public DateTime TryAt { get; private set; }

    /// <summary>How often firing it has failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it was not fired the last time; null where nobody has tried.</summary>
    public string? Failure { get; private set; }

    /// <summary>Notes that firing it failed: it is tried again after a minute, then after five.</summary>
    public void NoteFailure(string why, DateTime now)
    {
        Attempts++;
        Failure = why;
        TryAt = now + TimeSpan.FromMinutes(Math.Pow(5, Math.Min(Attempts, MaxAttempts) - 1));
    }

    /// <summary>What it waited for has come: it is fired at once, where it is due.</summary>
    public void TryAgain(DateTime now)
    {
        if (TryAt > now && DueAt <= now)
            TryAt = now;
    }

    /// <summary>Notes that firing it was refused, which is an answer and no failure: it is asked again later.</summary>
    public void PutOff(string why, DateTime now)
    {
        Failure = why;
        TryAt = now + PutOffBy;
    }
}
