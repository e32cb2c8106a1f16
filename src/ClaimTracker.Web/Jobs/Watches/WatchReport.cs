using ClaimTracker.Domain;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>What the looks at all watched sources of a claim give together.</summary>
internal sealed record WatchReport(RecheckOutcome Outcome, string Finding)
{
    private const int LongestFinding = 8_000;

    /// <summary>
    /// The worst outcome counts. Unreachable only where no source could be read, and never unchanged without one that was read and
    /// still says what was quoted: a failed fetch verifies nothing.
    /// </summary>
    public static WatchReport Of(IReadOnlyList<SourceLook> looks)
    {
        if (looks.Count == 0)
            return new WatchReport(RecheckOutcome.Unwatched, "No source with an address is watched, so a person has to look.");
        var read = looks.Where(look => look.Outcome != RecheckOutcome.Unreachable).ToList();
        var outcome = read.Count == 0 ? RecheckOutcome.Unreachable : read.MaxBy(look => Severity(look.Outcome))!.Outcome;
        var finding = string.Join("\n", looks.OrderByDescending(look => Severity(look.Outcome)).Select(look => look.Finding));
        return new WatchReport(outcome, finding.Length <= LongestFinding ? finding : finding[..LongestFinding] + "…");
    }

    private static int Severity(RecheckOutcome outcome) => outcome switch
    {
        RecheckOutcome.Missing => 3,
        RecheckOutcome.Changed => 2,
        RecheckOutcome.Unreachable => 1,
        _ => 0,
    };
}
