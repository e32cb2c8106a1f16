namespace ClaimTracker.Domain;

/// <summary>Something that a role or a person should know; written in the transaction of the step that says it.</summary>
public sealed class Notice
{
    private Notice()
    {
    }

    /// <summary>A notice to everybody who holds <paramref name="role"/>.</summary>
    public Notice(string role, string message, long? claimId, DateTime at)
    {
        Role = role;
        Message = message;
        ClaimId = claimId;
        At = at;
    }

    public long Id { get; private set; }

    public string Role { get; private set; } = "";

    public string Message { get; private set; } = "";

    public long? ClaimId { get; private set; }

    public DateTime At { get; private set; }
}
