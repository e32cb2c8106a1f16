namespace ClaimTracker.Domain;

/// <summary>Who acts: a person by user name, or a job by its own name.</summary>
/// <param name="Name">The user name, or <c>system:</c> and the job's name.</param>
/// <param name="ActorRoles">The roles held at this moment.</param>
public sealed record Actor(string Name, IReadOnlySet<string> ActorRoles)
{
    /// <summary>A job acting by itself.</summary>
    public static Actor System(string job) => new("system:" + job, new HashSet<string> { Roles.Machine });

    /// <summary>True where the actor holds <paramref name="role"/>.</summary>
    public bool Is(string role) => ActorRoles.Contains(role);
}
