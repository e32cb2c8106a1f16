using ClaimTracker.Domain;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>What the looks at the sources of a claim give together.</summary>
internal sealed record WatchReport(RecheckOutcome Outcome, IReadOnlyList<SourceOutcome> Looks, string Finding)
{
    private const int LongestFinding = 8_000;

    /// <summary>The looks at the sources of a published version, by the domain's rule; null where none is public.</summary>
    public static WatchReport Of(Verdict? version, IReadOnlyList<SourceLook> looks)
    {
        if (version is null)
            return new WatchReport(RecheckOutcome.Unwatched, [], "No verdict is published, so there is nothing to look at.");
        var seen = looks.Select(look => new SourceOutcome(look.Watched.Evidence, look.Outcome, PlainText.Of(look.Finding))).ToList();
        var blind = version.Evidence.Where(e => e.Counts && !e.CanBeWatched)
            .Select(e => $"{e.Source}: was not looked at, since {(e.Url is null ? "it has no address" : "nobody has it watched")}.");
        var finding = string.Join("\n", seen.OrderBy(look => look.Outcome == RecheckOutcome.Unchanged).Select(look => look.Words).Concat(blind)
            .DefaultIfEmpty("No source that counts is left to look at, so a person has to."));
        return new WatchReport(Round.Of(version, seen), seen, PlainText.Shorten(finding, LongestFinding));
    }

    /// <summary>The report of a look that failed on our side. Nothing was verified.</summary>
    public static WatchReport Failed(string why) => new(RecheckOutcome.Unreachable, [], $"The look failed: {why}");
}
