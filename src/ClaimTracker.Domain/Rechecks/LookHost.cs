namespace ClaimTracker.Domain;

/// <summary>What is known of a site from the looks at it.</summary>
public enum SiteHealth
{
    /// <summary>No look at it was made yet, so that nothing is known.</summary>
    NotAsked,

    /// <summary>It answered when it was last asked, whatever the answer said.</summary>
    Answered,

    /// <summary>It gave no answer when it was last asked, or asked to be left alone.</summary>
    Silent,

    /// <summary>A person has stopped all looks at it.</summary>
    Stopped,
}

/// <summary>A site that sources are asked of: one server at a time, with a pause after each answer.</summary>
public sealed class LookHost : ILeased
{
    /// <summary>The longest reason why it is stopped, in characters.</summary>
    public const int MaxReason = 300;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    private LookHost() { }

    /// <summary>A site that nothing was asked of yet.</summary>
    public LookHost(string name, DateTime now) => (Name, FreeAt, PutOffAt) = (name, now, now);

    /// <summary>As <see cref="WebAddress.HostOf"/> has it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When the first look at it is due that is still to be made; null where none is.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>From when on it may be asked again.</summary>
    public DateTime FreeAt { get; private set; }

    /// <summary>When <see cref="FreeAt"/> was said. A clock that ran ahead puts nothing off.</summary>
    public DateTime PutOffAt { get; private set; }

    public string? LeasedBy { get; private set; }

    public DateTime? LeasedAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>How often in a row it gave no answer at all, or asked to be left alone.</summary>
    public int Failures { get; private set; }

    /// <summary>What it met the last time, where that was no answer.</summary>
    public string? Failure { get; private set; }

    /// <summary>When a look at it was last answered, whatever the answer was; null where none was yet.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When a person stopped all looks at it; null while nobody has.</summary>
    public DateTime? StoppedAt { get; private set; }

    public string? StoppedBy { get; private set; }

    public string? StoppedBecause { get; private set; }

    /// <summary>When a person last asked for all its pages at once.</summary>
    public DateTime? AllAskedAt { get; private set; }

    public string? AllAskedBy { get; private set; }

    /// <summary>How many looks that came to.</summary>
    public int AllAsked { get; private set; }

    /// <summary>What is known of it at <paramref name="now"/>. What nobody has asked yet is not known to answer.</summary>
    public SiteHealth HealthAt(DateTime now) =>
        StoppedAt is not null ? SiteHealth.Stopped
        : Failures > 0 ? SiteHealth.Silent
        : AnsweredAt <= ClockSkew.LatestAt(now) ? SiteHealth.Answered
        : SiteHealth.NotAsked;

    /// <summary>Stops all looks at it, and copies of its pages, until somebody resumes them.</summary>
    public Result Stop(string by, string? because, DateTime now)
    {
        if (StoppedAt is not null)
            return Result.Refused("stopped", $"{StoppedBy} has stopped the looks at {Name} already.");
        if (string.IsNullOrWhiteSpace(because) || because.Trim().Length > MaxReason)
        {
            return Result.Refused(
                "reason",
                $"Say why nothing is to be asked of {Name}, in 1 to {MaxReason} characters; whoever wonders reads it here."
            );
        }

        (StoppedAt, StoppedBy, StoppedBecause) = (now, by, because.Trim());
        return Result.Ok;
    }

    /// <summary>Takes a stop back: what is due is looked at again.</summary>
    public Result Resume()
    {
        if (StoppedAt is null)
            return Result.Refused("not-stopped", $"The looks at {Name} are not stopped.");
        (StoppedAt, StoppedBy, StoppedBecause) = (null, null, null);
        return Result.Ok;
    }

    /// <summary>A person has asked for all its pages.</summary>
    public void AskAll(string by, int looks, DateTime now) => (AllAskedAt, AllAskedBy, AllAsked) = (now, by, looks);

    /// <summary>A look at it is due then.</summary>
    public void Expect(DateTime dueAt)
    {
        if (DueAt is null || DueAt > dueAt)
            DueAt = dueAt;
    }

    /// <summary>Lets go of it after an answer: it is asked again after the pause.</summary>
    public void Leave(DateTime? dueAt, TimeSpan pause, DateTime answeredAt)
    {
        (Failures, Failure, AnsweredAt) = (0, null, answeredAt);
        PutOff(dueAt, answeredAt + pause, answeredAt);
    }

    /// <summary>Lets go of it for a moment, where nothing is known of an answer: what is said of it stays as it was.</summary>
    public void Rest(DateTime? dueAt, TimeSpan pause, DateTime now) => PutOff(dueAt, now + pause, now);

    /// <summary>
    /// Lets go of it without one: nothing more is asked of it for a while that grows with each time, or for as long as it asks.
    /// </summary>
    public void PutOff(DateTime? dueAt, string why, TimeSpan? asked, DateTime now)
    {
        Failures++;
        Failure = PlainText.Shorten(why, 500);
        var pause = FirstPause * Math.Pow(2, Math.Clamp(Failures - 1, 0, 16));
        pause = pause < LongestPause ? pause : LongestPause;
        if (asked is { } wished)
        {
            pause =
                wished < pause ? pause
                : wished < LongestAsked ? wished
                : LongestAsked;
        }

        PutOff(dueAt, now + pause, now);
    }

    /// <summary>Lets go of it as it was: nothing was asked.</summary>
    public void Release(DateTime? dueAt) => (DueAt, LeasedBy, LeasedAt, LeaseUntil) = (dueAt, null, null, null);

    private void PutOff(DateTime? dueAt, DateTime until, DateTime now)
    {
        (FreeAt, PutOffAt) = (until, now);
        Release(dueAt);
    }
}
