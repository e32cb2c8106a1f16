namespace ClaimTracker.Domain;

/// <summary>What a task is for.</summary>
public enum TaskPurpose
{
    /// <summary>A step of a review waits for it.</summary>
    Step,

    /// <summary>An approval that a change voided is to be given again; the subject is the version.</summary>
    ApproveAgain,

    /// <summary>A withdrawal of what the public verdict stands on is to be confirmed; the subject is the evidence.</summary>
    ConfirmWithdrawal,

    /// <summary>What becomes of a suspended verdict is to be decided; the subject is the version's number.</summary>
    DecideSuspension,
}
