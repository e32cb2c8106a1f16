using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>Why a task stands where it stands in the queue, in words.</summary>
public static class QueuePlace
{
    /// <summary>
    /// Its deadline against now: “due in 3 h”, “overdue since 19 Aug 2025, 14:05 UTC”, or how long it waits where it has none
    /// or where that is what has moved it up.
    /// </summary>
    public static string Of(DateTime? dueAt, DateTime openedAt, DateTime now)
    {
        if (dueAt < now)
            return $"overdue since {Moment.Text(dueAt.Value)}";
        var waited = now > openedAt ? $"waits for {Moment.Length(now - openedAt)}" : "just opened";
        var within = ReviewTask.LongestWait.TotalDays;
        return dueAt is not { } due ? $"no deadline, {waited}; after {within:0} days it stands as if it were due"
            : due > openedAt + ReviewTask.LongestWait
                ? $"due in {Moment.Length(due - now)}, {waited}; after {within:0} days it stands as if it were due"
            : $"due in {Moment.Length(due - now)}";
    }
}
