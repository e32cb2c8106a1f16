namespace ClaimTracker.Domain;

/// <summary>What can be done to many tasks or claims at once.</summary>
public enum BulkAction
{
    /// <summary>Tasks are handed to a person.</summary>
    Assign,

    /// <summary>Tasks are taken off whoever holds them, and are free.</summary>
    TakeOff,

    /// <summary>Whoever acts lets go of tasks.</summary>
    Release,

    /// <summary>Claims in triage go into review as they are worded.</summary>
    Accept,

    /// <summary>Claims in triage are declined, all with one reason.</summary>
    Decline,

    /// <summary>Declined claims go back into triage.</summary>
    PutBack,
}

/// <summary>
/// One thing that a person does to many: chosen, looked at, confirmed, and done to one after the other, each in a commit of
/// its own that notes it here. So sending the form twice does nothing twice, and what was cut off goes on where it stopped.
/// </summary>
public sealed class BulkAct
{
    /// <summary>The most that are chosen at once.</summary>
    public const int Most = 500;

    private BulkAct() { }

    /// <summary>What <paramref name="person"/> is about to do.</summary>
    public BulkAct(string person, BulkAction action, DateTime now) => (Person, Action, ChosenAt) = (person, action, now);

    public long Id { get; private set; }

    /// <summary>The user name of who does it; nobody else sees or confirms it.</summary>
    public string Person { get; private set; } = "";

    public BulkAction Action { get; private set; }

    /// <summary>To whom tasks are handed, or why claims are declined; null where nothing is said.</summary>
    public string? Said { get; private set; }

    public DateTime ChosenAt { get; private set; }

    /// <summary>Null until the person has said that it is to be done.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>True where more were found than <see cref="Most"/>, which are not among the chosen.</summary>
    public bool Cut { get; set; }

    public List<BulkItem> Items { get; } = [];

    /// <summary>True for what is done to tasks; the rest is done to claims.</summary>
    public bool OnTasks => IsOnTasks(Action);

    /// <summary>True for what is done to tasks.</summary>
    public static bool IsOnTasks(BulkAction action) => action is BulkAction.Assign or BulkAction.TakeOff or BulkAction.Release;

    /// <summary>What can take back what was done, or null where the pages of the claims are the only way.</summary>
    public BulkAction? WayBack =>
        Action switch
        {
            BulkAction.Assign => BulkAction.TakeOff,
            BulkAction.Decline => BulkAction.PutBack,
            BulkAction.TakeOff or BulkAction.Release or BulkAction.Accept or BulkAction.PutBack => null,
            _ => throw new InvalidOperationException($"{Action} is not known."),
        };

    /// <summary>Says that it is to be done. What was said first stays, however often the form is sent.</summary>
    public Result Confirm(string? said, DateTime now)
    {
        if (ConfirmedAt is not null)
            return Result.Ok;
        var plain = PlainText.Of(said ?? "").Trim();
        if (Action == BulkAction.Assign && plain.Length == 0)
            return Result.Refused("to", "Choose the person whom the tasks are handed to.");
        if (Action == BulkAction.Decline && plain.Length == 0)
            return Result.Refused("reason", "Say why the claims are not checked; the desk sees it when they come up again.");
        Said = plain.Length == 0 ? null : plain;
        ConfirmedAt = now;
        return Result.Ok;
    }
}

/// <summary>How one of many stands.</summary>
public enum BulkOutcome
{
    Waiting,
    Done,
    Refused,

    /// <summary>It could not be done when it was chosen, and was not tried.</summary>
    LeftOut,
}

/// <summary>One of the tasks or claims that something is done to.</summary>
public sealed class BulkItem
{
    private BulkItem() { }

    /// <summary>
    /// A task, or with <paramref name="taskId"/> null the claim alone as it was at <paramref name="revision"/>.
    /// </summary>
    public BulkItem(long claimId, long? taskId, long revision, string words) =>
        (ClaimId, TaskId, Seen, Words) = (claimId, taskId, revision, words);

    public long Id { get; private set; }

    public long BulkActId { get; private set; }

    public long ClaimId { get; private set; }

    public long? TaskId { get; private set; }

    /// <summary>The claim's revision when it was chosen: what has changed since is refused.</summary>
    public long Seen { get; private set; }

    /// <summary>The claim's wording when it was chosen.</summary>
    public string Words { get; private set; } = "";

    public BulkOutcome Outcome { get; private set; }

    /// <summary>Why it was left out or refused; null where it was done.</summary>
    public string? Because { get; private set; }

    /// <summary>Notes that it is not tried, and why.</summary>
    public void LeaveOut(Refusal refusal) => (Outcome, Because) = (BulkOutcome.LeftOut, refusal.Message);

    /// <summary>Notes what came of it.</summary>
    public void Settle(Refusal? refusal) =>
        (Outcome, Because) = (refusal is null ? BulkOutcome.Done : BulkOutcome.Refused, refusal?.Message);
}
