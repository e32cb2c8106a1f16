namespace ClaimTracker.Domain;

/// <summary>
/// Who may decide a task: asked of the row by pages, queue and API, and by the engine, which finds anew who is barred.
/// </summary>
public static class TaskRule
{
    /// <summary>
    /// Why somebody without the task's role, or the one that it was escalated to, may not decide it; else null.
    /// </summary>
    public static Refusal? WrongRole(string title, string role, string? escalatedTo, Actor actor) =>
        actor.Is(role) || (escalatedTo is not null && actor.Is(escalatedTo))
            ? null
            : new Refusal(
                "wrong-role",
                $"“{title}” is for the role {role}{(escalatedTo is null ? "" : $" or {escalatedTo}")}, "
                    + $"which {actor.Name} does not hold."
            );

    /// <summary>The refusal of somebody who is barred, with the reason in words.</summary>
    public static Refusal Barred(string title, string role, string why) =>
        new("barred", $"You cannot decide “{title}”: {why}, so another {role} has to.");

    /// <summary>Why somebody who is no editor does not approve, whatever the task allows; null for an editor.</summary>
    public static Refusal? NoApprover(string title, Actor actor) =>
        actor.Is(Roles.Editor)
            ? null
            : new Refusal(
                "no-approver",
                $"“{title}” approves a verdict, and only who is an {Roles.Editor} does; {actor.Name} is none. An administrator gives the task to that role, or makes {actor.Name} one."
            );
}
