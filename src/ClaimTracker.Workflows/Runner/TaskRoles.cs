namespace ClaimTracker.Workflows.Runner;

/// <summary>The roles that tasks name. A role is exact: none includes another, or four eyes would be two.</summary>
public static class TaskRoles
{
    /// <summary>Researches claims and proposes verdicts.</summary>
    public const string FactChecker = "fact-checker";

    /// <summary>Approves verdicts.</summary>
    public const string Editor = "editor";

    /// <summary>Runs the installation.</summary>
    public const string Administrator = "administrator";

    /// <summary>The program: a job decides the task with what it found.</summary>
    public const string Machine = "machine";
}
