namespace ClaimTracker.Domain;

/// <summary>A site that sources are asked of: one server at a time, with a pause after each answer.</summary>
public sealed class LookHost
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    private LookHost()
    {
    }

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

    /// <summary>A look at it is due then.</summary>
    public void Expect(DateTime dueAt)
    {
        if (DueAt is null || DueAt > dueAt)
            DueAt = dueAt;
    }

    /// <summary>Lets go of it after an answer: it is asked again after the pause.</summary>
    public void Leave(DateTime? dueAt, TimeSpan pause, DateTime answeredAt)
    {
        (Failures, Failure) = (0, null);
        PutOff(dueAt, answeredAt + pause, answeredAt);
    }

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
            pause = wished < pause ? pause : wished < LongestAsked ? wished : LongestAsked;
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
