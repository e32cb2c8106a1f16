namespace ClaimTracker.Domain;

/// <summary>The rules by which a definition bars people from a task, as it writes them.</summary>
public static class BarRule
{
    /// <summary>
    /// Bars the authors of the proposed verdict. Whatever a definition says, it holds for each task that judges one.
    /// </summary>
    public const string Proposer = "proposer";

    /// <summary>Bars whoever has approved the proposed verdict.</summary>
    public const string Approver = "approver";

    /// <summary>What is said to whoever decided a step that the rule names.</summary>
    public const string Another = "whoever did does not decide this one";

    /// <summary>Why somebody is barred from a blind rating, whatever a definition says.</summary>
    public const string Known = "who was shown what is proposed for the claim does not rate it as one who does not know";

    private const string Decided = "decided:";
    private const string User = "user:";

    /// <summary>What is said of a rule that cannot be understood.</summary>
    public static string Unknown(string rule) => $"“{rule}” bars nobody; use proposer, approver, decided:ACTIVITY or user:NAME";

    /// <summary>True where a rule can be understood; the linter refuses the others.</summary>
    public static bool IsRule(string rule) =>
        rule is Proposer or Approver || ActivityOf(rule) is { Length: > 0 } || UserOf(rule) is { Length: > 0 };

    /// <summary>The activity whose deciders a rule bars, or null.</summary>
    public static string? ActivityOf(string rule) => Rest(rule, Decided);

    /// <summary>The user name that a rule bars, or null.</summary>
    public static string? UserOf(string rule) => Rest(rule, User);

    /// <summary>Why a rule bars people from a task, in words.</summary>
    public static string Because(string rule) =>
        rule switch
        {
            Proposer => "who proposed or changed the verdict does not decide on it",
            Approver => "who approved the verdict already does not approve it a second time",
            _ when ActivityOf(rule) is { } activity => $"who decided the step “{activity}” does not decide this one",
            _ => "the review names people who do not decide it",
        };

    private static string? Rest(string rule, string beginning) =>
        rule.StartsWith(beginning, StringComparison.Ordinal) ? rule[beginning.Length..] : null;
}
