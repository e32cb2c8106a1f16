namespace ClaimTracker.Domain;

/// <summary>
/// What a person may do. A person holds any number of roles; none implies another, so that four eyes stay four.
/// </summary>
public static class Roles
{
    /// <summary>May sign in and read what the desk sees.</summary>
    public const string Reader = "reader";

    /// <summary>Triages claims, gathers evidence, proposes verdicts.</summary>
    public const string FactChecker = "fact-checker";

    /// <summary>Approves verdicts that others proposed.</summary>
    public const string Editor = "editor";

    /// <summary>Runs the installation: people, settings, jobs. Decides nothing about claims.</summary>
    public const string Administrator = "administrator";

    /// <summary>The roles of which each makes somebody one of the desk, who does its work.</summary>
    public static readonly IReadOnlyList<string> OfDesk = [FactChecker, Editor];

    /// <summary>The roles that a drawn step gives its task to.</summary>
    public static readonly IReadOnlyList<string> OfTasks = [.. OfDesk, Administrator];

    /// <summary>The roles that a person can be given.</summary>
    public static readonly IReadOnlyList<string> OfPeople = [Reader, FactChecker, Editor, Administrator];
}
