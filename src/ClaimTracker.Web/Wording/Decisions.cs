using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Wording;

/// <summary>A definition's names as people read them: <c>RequestChanges</c> is “Request changes”.</summary>
public static partial class Decisions
{
    /// <summary>What the steps and the definitions that are shipped let people decide.</summary>
    internal static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Proposed"] = "Propose a verdict",
        ["AskClaimant"] = "Ask the one who made the claim",
        ["Link"] = "Link to a claim that is checked already",
        ["Decline"] = "Decline to check it",
        ["StillHolds"] = "The published verdict still holds",
        ["NewVerdict"] = "A new verdict is needed",
        ["Retract"] = "Retract the published verdict",
        ["Approve"] = "Approve",
        ["RequestChanges"] = "Request changes",
        ["For"] = "For",
        ["Against"] = "Against",
        ["Answered"] = "Answered",
        ["NoAnswer"] = "No answer",
        ["Respond"] = "Respond",
        ["Change"] = "Change",
        ["Confirmed"] = "Confirmed",
        ["Doubtful"] = "Doubtful",
        ["Confirm"] = "Confirm",
        ["LookAgain"] = "Look again",
        ["Keep"] = "Keep",
        ["Withdraw"] = "Withdraw it",
        ["KeepEvidence"] = "Keep the evidence",
        ["Restore"] = "Give it back to readers",
    };

    /// <summary>A decision as a form offers it.</summary>
    public static string Label(string decision) => Known.GetValueOrDefault(decision) ?? Spaced(decision);

    /// <summary>An outcome or an activity's id in words.</summary>
    public static string Spaced(string name)
    {
        var words = Inner().Replace(name, " $1").Replace('-', ' ').Trim();
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Inner();
}
