namespace ClaimTracker.Workflows.Ports;

/// <summary>Who does something: a person with roles, or the machine.</summary>
/// <param name="Name">The user name, compared without regard to case.</param>
/// <param name="Roles">The roles held, e.g. <c>fact-checker</c>; compared without regard to case.</param>
public sealed record Actor(string Name, IReadOnlyCollection<string> Roles)
{
    /// <summary>The program itself, which decides the tasks of <see cref="Runner.TaskRoles.Machine"/>.</summary>
    public static readonly Actor Machine = new("machine", [Runner.TaskRoles.Machine]);

    /// <summary>True where one of the roles is <paramref name="role"/>.</summary>
    public bool Has(string role) => Roles.Contains(role, StringComparer.OrdinalIgnoreCase);
}
