using ClaimTracker.Domain;

namespace ClaimTracker.Web.Tests.Work;

/// <summary>
/// Knows by what it saw happen who made a version and who approved it, and asks nothing of the program's own account of that.
/// </summary>
internal sealed class Oracle
{
    private readonly HashSet<string> _authors = [];
    private readonly HashSet<string> _approvers = [];
    private (int Groups, int Approvals) _step = (1, 1);
    private (int Groups, int Approvals) _heldTo = (1, 1);

    /// <summary>Follows one try, and fails where the claim is as it must not be.</summary>
    public void Follow(Claim before, Claim after, Act act, string by, bool done)
    {
        if (done && act.Deed == Deed.Start)
            _step = ActingDesk.Minimums[act.Value];
        var proposed = after.ProposedVerdict?.Version;
        if (proposed is not null && proposed != before.ProposedVerdict?.Version)
            (_authors, _approvers).Begin(by);
        else if (proposed is not null && Reading(before) != Reading(after))
            (_authors, _approvers).Change(by);
        if (done && act.Deed == Deed.Approve && before.ProposedVerdict is not null)
            _approvers.Add(by);
        if (after.PublishedVerdict is { } published && published.Version != before.PublishedVerdict?.Version)
            CheckRelease(published, act);
        if (after.Findings.Exists(f => f.SettledAt is null))
        {
            RuleBrokenException.Hold(
                Rule.NotFreshInDoubt,
                after.FreshnessAt(after.Findings.Max(f => f.FoundAt)) != Freshness.Fresh,
                $"{act}: fresh with an open finding"
            );
        }
    }

    private void CheckRelease(Verdict published, Act act)
    {
        _heldTo = (Math.Max(_heldTo.Groups, _step.Groups), Math.Max(_heldTo.Approvals, _step.Approvals));
        RuleBrokenException.Hold(
            Rule.NoAuthorApproves,
            !_approvers.Overlaps(_authors),
            $"{act}: version {published.Version} carries the approval of an author: {string.Join(", ", _approvers.Intersect(_authors))}"
        );
        RuleBrokenException.Hold(
            Rule.NoAuthorApproves,
            !published.Approvals.Exists(a => a.VoidedAt is null && _authors.Contains(a.By)),
            $"{act}: version {published.Version} shows the approval of an author"
        );
        RuleBrokenException.Hold(
            Rule.NothingBelowItsMinimum,
            _approvers.Count >= _heldTo.Approvals,
            $"{act}: version {published.Version} is public with {_approvers.Count} approvals and was to have {_heldTo.Approvals}"
        );
        var groups = published.Evidence.Where(e => e.WithdrawnAt is null).Select(e => e.Group).Distinct().Count();
        RuleBrokenException.Hold(
            Rule.NothingBelowItsMinimum,
            groups >= _heldTo.Groups,
            $"{act}: version {published.Version} stands on {groups} groups and was to stand on {_heldTo.Groups}"
        );
        RuleBrokenException.Hold(
            Rule.NothingBelowItsMinimum,
            (published.MinimumGroups, published.RequiredApprovals) == _heldTo,
            $"{act}: version {published.Version} is held to less than the one before"
        );
    }

    private static string Reading(Claim claim) =>
        claim.ProposedVerdict is not { } proposed
            ? ""
            : string.Join(
                '|',
                [
                    claim.Wording,
                    claim.Kind,
                    proposed.Rating,
                    proposed.Rationale.Trim(),
                    .. claim
                        .Evidence.Where(e => e.WithdrawnAt is null)
                        .Select(e => $"{e.Source} {e.Quote}")
                        .Order(StringComparer.Ordinal),
                ]
            );
}

/// <summary>What a proposal and a change of it do to authors and approvers.</summary>
internal static class OracleSets
{
    public static void Begin(this (HashSet<string> Authors, HashSet<string> Approvers) sets, string by)
    {
        sets.Authors.Clear();
        sets.Change(by);
    }

    public static void Change(this (HashSet<string> Authors, HashSet<string> Approvers) sets, string by)
    {
        sets.Authors.Add(by);
        sets.Approvers.Clear();
    }
}
