namespace ClaimTracker.Domain;

/// <summary>Who may do an act, asked in the transaction of the act with what the person holds at that moment.</summary>
/// <param name="HeldBy">The roles of which one is enough; null where whoever may sign in may do it, empty where no person
/// may.</param>
public sealed record Right(IReadOnlyList<string>? HeldBy)
{
    /// <summary>The work of the desk: triage, evidence, proposals, approvals.</summary>
    public static readonly Right Work = new(Roles.OfDesk);

    /// <summary>Taking a verdict off at once, and giving withheld texts back.</summary>
    public static readonly Right Suspend = new([Roles.Editor]);

    /// <summary>Running the installation: people, workflows, reviews that stand still.</summary>
    public static readonly Right Administer = new([Roles.Administrator]);

    /// <summary>Saying how much of an outlet's articles readers see.</summary>
    public static readonly Right License = new([Roles.Editor, Roles.Administrator]);

    /// <summary>Having nothing asked of a site, and having it asked again.</summary>
    public static readonly Right StopSites = new([Roles.Editor, Roles.Administrator]);

    /// <summary>What concerns oneself, or what the act itself asks a role for, as the decision of a task does.</summary>
    public static readonly Right Own = new((IReadOnlyList<string>?)null);

    /// <summary>What jobs and the command line do.</summary>
    public static readonly Right Jobs = new([]);

    /// <summary>Why the actor may not, or null.</summary>
    public Refusal? Bar(Actor actor) =>
        actor.IsSystem || HeldBy is null || HeldBy.Any(actor.Is)
            ? null
            : new Refusal(
                "wrong-role",
                HeldBy.Count == 0
                    ? "Only a job or the command line does this."
                    : $"This is for the role {string.Join(" or ", HeldBy)}, which {actor.Name} does not hold any more. Nothing was changed; what you typed is still here."
            );
}
