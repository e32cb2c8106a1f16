using ClaimTracker.Domain;

namespace ClaimTracker.Web.Work;

/// <summary>A task as a queue shows it.</summary>
public sealed record QueueItem
{
    public required long TaskId { get; init; }

    public required long ClaimId { get; init; }

    public required string Wording { get; init; }

    public required string Kind { get; init; }

    public required Stage Stage { get; init; }

    public required string Title { get; init; }

    public required string Role { get; init; }

    public required string? EscalatedTo { get; init; }

    public required DateTime? DueAt { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required string Outlet { get; init; }

    /// <summary>True where a published verdict is checked again.</summary>
    public required bool Rechecks { get; init; }

    /// <summary>True where a published verdict is in doubt.</summary>
    public required bool InDoubt { get; init; }

    public required string? LeasedBy { get; init; }

    public required DateTime? LeasedAt { get; init; }

    public required DateTime? LeaseUntil { get; init; }

    public required TaskTerms Terms { get; init; }

    /// <summary>The user names that may not decide it.</summary>
    public required IReadOnlyList<string> Barred { get; init; }

    public required string? HeldFor { get; init; }

    public required bool StandsStill { get; init; }

    public required TaskPurpose Purpose { get; init; }

    /// <summary>True where what is stored of it, or of its claim, is not as this program writes it.</summary>
    public bool IsOdd => string.IsNullOrWhiteSpace(Wording) || !Enum.IsDefined(Stage);

    /// <summary>True where that person may not decide it.</summary>
    public bool Bars(string name) => PersonName.Among(Barred, name);

    /// <summary>For whom it is kept at <paramref name="now"/>, since it came back to that person, or null.</summary>
    public string? KeptForAt(DateTime now) => ReviewTask.IsKept(HeldFor, EscalatedTo, DueAt, Barred, now) ? HeldFor : null;

    /// <summary>Who holds it at <paramref name="now"/>, or null.</summary>
    public string? HolderAt(DateTime now) => ReviewTask.IsHeld(LeasedAt, LeaseUntil, now) ? LeasedBy : null;
}
