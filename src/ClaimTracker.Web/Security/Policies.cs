namespace ClaimTracker.Web.Security;

/// <summary>Names of the authorization decisions that pages make.</summary>
public static class Policies
{
    /// <summary>The desk, as <see cref="ClaimTracker.Domain.Roles.OfDesk"/> has it.</summary>
    public const string Desk = nameof(Desk);

    /// <summary>Everybody who holds a role: reads what the desk sees.</summary>
    public const string DeskReader = nameof(DeskReader);

    public const string FactChecker = nameof(FactChecker);

    public const string Editor = nameof(Editor);

    public const string Administrator = nameof(Administrator);
}
