using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain;

/// <summary>Claims of a desk whose people are called by one letter.</summary>
internal static class DomainDesk
{
    public static readonly DateTime Now = new(2026, 5, 4, 9, 0, 0, DateTimeKind.Utc);

    public static readonly RecheckPolicy Policy = new();

    public static Claim NewClaim(string wording = "The bridge is 800 metres long.") =>
        new(
            wording,
            "count",
            0.9,
            new ClaimDetails(),
            new Appearance(new Article("News", "Courier", wording, Now, "a"), 0, wording.Length),
            Now
        );

    public static Evidence Source(string group = "register", string by = "a", Stance stance = Stance.Supports) =>
        new($"Source of {group}", $"https://{group}.example/1", $"It says so in {group}.", stance, group, by, Now);

    /// <summary>A claim on one source with a verdict proposed by a.</summary>
    public static Claim Proposed(params string[] groups)
    {
        var claim = NewClaim();
        foreach (var group in groups.DefaultIfEmpty("register"))
            Assert.True(claim.AddEvidence(Source(group), Now).IsOk);
        claim.ProposeBy("a");
        return claim;
    }

    public static Verdict ProposeBy(this Claim claim, string by, string rationale = "The register says 800.") =>
        claim
            .Propose(
                new VerdictProposal(
                    "true",
                    rationale,
                    by,
                    claim.Verdicts.Count > 0 ? "A later count." : null,
                    ChangeKind: claim.Verdicts.Count > 0 ? CorrectionKind.Updated : null
                ),
                Now
            )
            .Value!;

    public static Result ApproveBy(this Claim claim, string by) => claim.ApproveProposal(by, claim.ProposalMark, Now);

    public static Actor Person(string name, params string[] roles) => new(name, roles.ToHashSet());

    public static Result WithdrawBy(this Claim claim, string by, Evidence evidence) =>
        new(claim.WithdrawEvidence(evidence, "It was forged.", Person(by, Roles.Editor), Now).Refusal);

    public static Result PublishWith(this Claim claim, int groups = 1, int approvals = 1) =>
        claim.Publish(groups, approvals, Policy, Now);

    public static void MustBeOk(this Result result) => Assert.True(result.IsOk, result.Refusal?.Message);

    public static void MustBeRefused(this Result result, string code) => Assert.Equal(code, result.Refusal?.Code);
}
