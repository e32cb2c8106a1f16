namespace ClaimTracker.Domain;

/// <summary>Who acts: a person by user name, or a job by its own name.</summary>
/// <param name="Name">The user name, or <c>system:</c> and the job's name.</param>
/// <param name="ActorRoles">The roles held at this moment.</param>
public sealed record Actor(string Name, IReadOnlySet<string> ActorRoles)
{
    private const string SystemPrefix = "system:";

    /// <summary>True for a job or the command line, whom no person can be named like.</summary>
    public bool IsSystem => IsSystemName(Name);

    /// <summary>True for one of the desk: who triages, gathers evidence, proposes and approves.</summary>
    public bool IsOnDesk => Roles.OfDesk.Any(Is);

    /// <summary>A job acting by itself.</summary>
    public static Actor System(string job) => new(SystemPrefix + job, new HashSet<string>());

    /// <summary>
    /// Who acts where <paramref name="asked"/> is named: a person only ever as who the database says they are, a job in the name
    /// it is given.
    /// </summary>
    public Actor For(Actor asked) => IsSystem ? asked : this;

    /// <summary>True for the name of a job or of the command line.</summary>
    public static bool IsSystemName(string name) => name.StartsWith(SystemPrefix, StringComparison.Ordinal);

    /// <summary>True where the actor holds <paramref name="role"/>.</summary>
    public bool Is(string role) => ActorRoles.Contains(role);
}
