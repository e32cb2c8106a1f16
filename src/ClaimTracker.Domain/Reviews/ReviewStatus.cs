namespace ClaimTracker.Domain;

/// <summary>How a review stands.</summary>
public enum ReviewStatus
{
    /// <summary>Waits for people, time, a job or another review.</summary>
    Suspended,

    /// <summary>Put on hold by a person: nothing is decided and no time runs until it is released.</summary>
    Held,

    /// <summary>Reached its end.</summary>
    Finished,

    /// <summary>Stopped at a step that failed; an administrator can retry or cancel it.</summary>
    Faulted,

    /// <summary>Ended by a person before its time.</summary>
    Cancelled,
}

/// <summary>What a review's status means, whoever asks: engine, pages, queue.</summary>
public static class ReviewStatusRule
{
    /// <summary>True where the review has ended, by itself or before its time; every other one is under way.</summary>
    public static bool IsOver(this ReviewStatus status) => status is ReviewStatus.Finished or ReviewStatus.Cancelled;

    /// <summary>Why nothing can be decided in a review and no time runs in it, or null where it waits.</summary>
    /// <param name="status">The review's.</param>
    /// <param name="failedAt">The step that it stopped at, where that is known.</param>
    public static Refusal? NotRunning(this ReviewStatus status, string? failedAt = null) =>
        status switch
        {
            ReviewStatus.Suspended => null,
            ReviewStatus.Held => new Refusal("review-held", "The review is on hold; an administrator lets it go on."),
            ReviewStatus.Faulted => new Refusal(
                "review-faulted",
                $"The review stopped at {(failedAt is null ? "a step that failed" : $"the step “{failedAt}”")}; "
                    + "an administrator can run it again, move or cancel it."
            ),
            ReviewStatus.Finished or ReviewStatus.Cancelled => new Refusal("review-ended", "The review has ended."),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
}
