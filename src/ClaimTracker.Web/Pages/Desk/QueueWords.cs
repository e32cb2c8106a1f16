using ClaimTracker.Web.Work;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What a queue's filter offers, in words.</summary>
public static class QueueWords
{
    /// <summary>Whose tasks a queue shows.</summary>
    public static string Of(QueueHolder holder) =>
        holder switch
        {
            QueueHolder.Free => "Nobody",
            QueueHolder.FreeForMe => "Nobody, and free for me",
            QueueHolder.Mine => "Me",
            QueueHolder.Somebody => "Somebody else",
            QueueHolder.Any => "Anybody or nobody",
            _ => throw new ArgumentOutOfRangeException(nameof(holder), holder, null),
        };

    /// <summary>The order of a queue.</summary>
    public static string Of(QueueSort sort) =>
        sort switch
        {
            QueueSort.Stored => "Deadline or long wait",
            QueueSort.Deadline => "Deadline",
            QueueSort.Age => "Oldest first",
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };
}
