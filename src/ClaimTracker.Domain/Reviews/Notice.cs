namespace ClaimTracker.Domain;

/// <summary>Something that a role or a person should know; written in the transaction of the step that says it.</summary>
public sealed class Notice
{
    private Notice() { }

    /// <summary>A notice to everybody who holds <paramref name="role"/>.</summary>
    public Notice(string role, string message, long? claimId, DateTime at)
    {
        Role = role;
        Message = message;
        ClaimId = claimId;
        At = at;
    }

    /// <summary>The address of a notice to one person, where another has a role.</summary>
    public static string ToPerson(string name) => "user:" + name;

    /// <summary>True where it is to somebody, or to a role that the person holds.</summary>
    public bool IsFor(Actor actor) => actor.Is(Role) || PersonName.Same(Role, ToPerson(actor.Name));

    public long Id { get; private set; }

    public string Role { get; private set; } = "";

    public string Message { get; private set; } = "";

    public long? ClaimId { get; private set; }

    public DateTime At { get; private set; }
}
