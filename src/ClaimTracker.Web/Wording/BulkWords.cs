using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>What is done to many, in words.</summary>
public static class BulkWords
{
    /// <summary>The heading of the page.</summary>
    public static string Title(BulkAction action) =>
        action switch
        {
            BulkAction.Assign => "Assign tasks",
            BulkAction.TakeOff => "Take tasks off their holders",
            BulkAction.Release => "Release tasks",
            BulkAction.Accept => "Accept claims for review",
            BulkAction.Decline => "Decline claims",
            BulkAction.PutBack => "Put claims back into triage",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };

    /// <summary>What a button says that does it.</summary>
    public static string Button(BulkAction action) =>
        action switch
        {
            BulkAction.Assign => "Assign",
            BulkAction.TakeOff => "Take off",
            BulkAction.Release => "Release",
            BulkAction.Accept => "Accept for review",
            BulkAction.Decline => "Decline",
            BulkAction.PutBack => "Put back into triage",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };

    /// <summary>What will be done, after a number of tasks or claims.</summary>
    public static string WillBe(BulkAction action, int number)
    {
        var be = number == 1 ? "is" : "are";
        return action switch
        {
            BulkAction.Assign => $"{be} to be handed to one person",
            BulkAction.TakeOff => $"{be} to be taken off whoever holds {(number == 1 ? "it" : "them")}",
            BulkAction.Release => $"{be} to be released",
            BulkAction.Accept => $"{be} to be accepted for review as worded",
            BulkAction.Decline => $"{be} to be declined, with one reason",
            BulkAction.PutBack => $"{be} to be put back into triage",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };
    }

    /// <summary>What was done, after a number of tasks or claims.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="said">To whom, or why.</param>
    public static string Done(BulkAction action, string? said) =>
        action switch
        {
            BulkAction.Assign => $"handed to {said}",
            BulkAction.TakeOff => "taken off",
            BulkAction.Release => "released",
            BulkAction.Accept => "accepted for review",
            BulkAction.Decline => $"declined, because: {said?.TrimEnd().TrimEnd('.')}",
            BulkAction.PutBack => "put back into triage",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };

    /// <summary>The way back, or that there is none.</summary>
    public static string WayBack(BulkAction action) =>
        action switch
        {
            BulkAction.Assign =>
                "The way back: take them off again, so that they are free; nobody who held one before gets it back by itself.",
            BulkAction.TakeOff => "There is no way back at once: who held a task takes it again, or it is assigned to them.",
            BulkAction.Release => "There is no way back at once: take a task again while it is free.",
            BulkAction.Accept =>
                "There is no way back at once: a review that has begun is ended on its claim’s page, by what its tasks allow or by an administrator.",
            BulkAction.Decline => "The way back: put them back into triage, with everything they had.",
            BulkAction.PutBack => "There is no way back at once: decline them again.",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };
}
