namespace ClaimTracker.Domain;

/// <summary>How often a kind of claim is looked at again.</summary>
public sealed record RecheckPolicy
{
    /// <summary>Time from a verification to the next check.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a check may be overdue before readers are told that the verdict is stale.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>By how much the time grows each time that nothing had changed; 1 keeps it.</summary>
    public double BackOff { get; init; } = 1;

    /// <summary>The longest it may grow to.</summary>
    public TimeSpan AtMost { get; init; } = TimeSpan.FromDays(365);

    /// <summary>First pause after a source could not be reached; it doubles with each further failure.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// After how long a person looks, whatever machines said; where no machine can verify a verdict, instead of
    /// <see cref="Every"/>.
    /// </summary>
    public TimeSpan PersonEvery { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How often a look that could not read its source is tried again before a person is asked.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>
    /// Where more looks are due than a site can be asked for, that one goes first for which this comes first: how long it is due,
    /// and
    /// <see cref="PersonEvery"/>, which says how much depends on it, shared among the articles that repeat the claim. So a claim
    /// that many repeat overtakes others, and none waits for ever.
    /// </summary>
    /// <param name="dueSince">Since when the claim is due; where that has not come, a person asks, and nothing goes before
    /// it.</param>
    /// <param name="appearances">In how many places the claim appears.</param>
    /// <param name="now">The instant.</param>
    public DateTime Turn(DateTime? dueSince, int appearances, DateTime now) =>
        dueSince is { } since && since <= now ? since + (PersonEvery / Math.Max(1, appearances)) : DateTime.MinValue;

    /// <summary>The pause after the given number of failures in a row; it doubles with each.</summary>
    public TimeSpan PauseAfter(int failures)
    {
        var pause = RetryAfter * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        return pause < Every ? pause : Every;
    }

    /// <summary>The next check after <paramref name="unchanged"/> checks in a row that found nothing new.</summary>
    public DateTime NextCheck(DateTime verifiedAt, int unchanged, TimeSpan? every = null)
    {
        // As numbers: a growth of years outgrows what a time span holds long before the shorter of the two is asked for.
        var ticks = (every ?? Every).Ticks * Math.Pow(BackOff, Math.Min(unchanged, 64));
        return verifiedAt + (ticks < AtMost.Ticks ? TimeSpan.FromTicks((long)ticks) : AtMost);
    }
}
