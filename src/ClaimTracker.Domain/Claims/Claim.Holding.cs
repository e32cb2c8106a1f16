namespace ClaimTracker.Domain;

/// <content>Whether somebody may find that the published verdict holds, and what their finding so does to the pages that were
/// kept.</content>
public sealed partial class Claim
{
    private const int LongestPassage = 200;

    /// <summary>Pages that took the place of kept ones. Added to, never read by a rule.</summary>
    public List<KeptPage> KeptPages { get; } = [];

    /// <summary>
    /// Why nobody may find that the published verdict holds; null where somebody may. A passage that it counts is gone, or reads
    /// differently, until its withdrawal is confirmed and what is left suffices. Evidence of the version and open findings have
    /// to be loaded.
    /// </summary>
    public Refusal? NotToHold() =>
        PublishedVerdict is not { } published ? new Refusal("not-published", "Only a published verdict is found to hold.")
        : PassageLost(published, DateTime.MaxValue) is { } lost ? lost
        : OpenFindings.FirstOrDefault(f => f.Kind == FindingKind.BelowMinimum) is { } gone
            ? new Refusal(
                "below-minimum",
                $"The verdict cannot be found to hold: {gone.Words} Propose a new version on evidence that suffices, or have the verdict retracted."
            )
        : OpenFindings.Any(f => f.IsLoss && f.EvidenceId is null && f.Evidence is null)
            ? new Refusal(
                "passage-lost",
                "The verdict cannot be found to hold: a passage was found changed or gone, and at which source nobody noted. Press “Look now”: a look that finds every passage standing settles it. Or propose a new version."
            )
        : null;

    private static Refusal? PassageLost(Verdict published, DateTime by)
    {
        List<Evidence> lost = [.. published.Evidence.Where(e => e.Counts && e.LostSince <= by).OrderBy(e => e.Id)];
        if (lost.Count == 0)
            return null;
        var (left, held) = (
            EvidenceGroups.CountIndependent(published.Evidence.Except(lost)),
            Math.Max(1, published.MinimumGroups)
        );
        var then =
            left >= held
                ? $"The verdict stands on {Plural.Of(left, "independent group")} then, which is enough, and can be found to hold."
                : $"The verdict stands on {Plural.Of(left, "independent group")} then and was held to {held}: propose a new version on what the sources say now, or have the verdict retracted.";
        return new Refusal(
            "passage-lost",
            $"The verdict cannot be found to hold while it counts what its source does not say any more: {string.Join("; ", lost.Select(InWords))}. Under “Evidence”, ask for the withdrawal of {(lost.Count == 1 ? "it" : "each")}; an editor who is no author of the public verdict confirms it there. {then}"
        );
    }

    private static string InWords(Evidence e) =>
        $"“{PlainText.Shorten(e.Quote, LongestPassage)}” of {e.Source}{(e.Url is null ? "" : $" ({e.Url})")} {(e.Loss == PassageLoss.Missing ? "was not on its page" : "was found reading differently")} on {MomentText.Day(e.LostSince!.Value)}";

    // What they read on the page is settled with that page; the next look would find it again on the one that was kept.
    private void KeepPagesOf(IEnumerable<Finding> settled, string by, DateTime now)
    {
        foreach (
            var finding in settled
                .Where(f => f.Stands && (f.Page is not null || f.PageId is not null))
                .OrderBy(f => f.FoundAt)
                .ThenBy(f => f.Id)
                .GroupBy(f => f.EvidenceId)
                .Select(at => at.Last())
        )
        {
            if (Evidence.Find(finding.IsAt) is not { WithdrawnAt: null } evidence)
                continue;
            KeptPages.Add(new KeptPage(evidence, finding, by, now));
            evidence.KeepPageOf(finding);
        }
    }

    /// <summary>
    /// Puts the claim in doubt where the published version counts a passage that looks have missed, and no open finding says so:
    /// after an import, which may have brought it so.
    /// </summary>
    public void DoubtWhatIsLost(DateTime now)
    {
        if (PublishedVerdict is not { } published)
            return;
        foreach (var evidence in Lost(published).Where(e => !OpenFindings.Any(f => f.IsLoss && f.IsAt(e))).ToList())
            RaiseLost(evidence, now);
    }

    private static IEnumerable<Evidence> Lost(Verdict version) => version.Evidence.Where(e => e.Counts && e.Loss is not null);

    // A version that still counts a passage which looks have missed is in doubt from its beginning, whatever its approvers read.
    private bool DoubtWhatIsLost(Verdict published, DateTime now)
    {
        var lost = Lost(published).ToList();
        foreach (var evidence in lost)
            RaiseLost(evidence, now);
        return lost.Count > 0;
    }

    private void RaiseLost(Evidence evidence, DateTime now) =>
        Raise(
            evidence.Loss == PassageLoss.Missing ? FindingKind.Missing : FindingKind.Changed,
            evidence,
            $"The version that was published counts what its source does not say any more: {InWords(evidence)}.",
            now
        );
}
