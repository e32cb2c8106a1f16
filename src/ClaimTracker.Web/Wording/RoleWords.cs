using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>What a role is called, and what it lets a person do.</summary>
public static class RoleWords
{
    public static string NameOf(string role) =>
        role switch
        {
            Roles.Reader => "Reader",
            Roles.FactChecker => "Fact-checker",
            Roles.Editor => "Editor",
            Roles.Administrator => "Administrator",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <summary>In a few words, for forms.</summary>
    public static string Of(string role) =>
        role switch
        {
            Roles.Reader => "reads what the desk sees",
            Roles.FactChecker => "triages, researches, proposes verdicts",
            Roles.Editor => "approves verdicts that others proposed",
            Roles.Administrator => "runs people, workflows and jobs; decides nothing about claims",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
