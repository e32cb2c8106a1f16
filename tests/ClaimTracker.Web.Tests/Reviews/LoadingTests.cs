using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>A move costs what the claim is now, not what it was: of its history only what a rule asks is loaded.</summary>
public sealed class LoadingTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_move_loads_the_proposal_and_the_last_version_that_was_public(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "true");
        Assert.Equal(["1 Published: 1 1 1"], await LoadedAsync(desk, id));

        await desk.PublishAsync(id, "false", "It was measured again.", "It was measured again.");
        Assert.Equal(["2 Published: 1 1 2"], await LoadedAsync(desk, id));

        await desk.ChangeClaimAsync(id, claim => claim.Retract("The measurement was forged.", "eve", desk.Now));
        Assert.Equal(["2 Retracted: 1 1 2"], await LoadedAsync(desk, id));

        await ProposeAsync(desk, id, "A third count.");
        Assert.Equal(["2 Retracted: 1 1 2", "3 Proposed: 1 0 2"], await LoadedAsync(desk, id));

        // The next version counts on from one that was turned down, which otherwise says nothing.
        await desk.ChangeClaimAsync(id, claim => claim.RejectProposal("eve", "No source.", desk.Now));
        Assert.Equal(["2 Retracted: 1 1 2", "3 Rejected: 0 0 0"], await LoadedAsync(desk, id));

        await ProposeAsync(desk, id, "A fourth count.");
        Assert.Equal(["2 Retracted: 1 1 2", "4 Proposed: 1 0 2"], await LoadedAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_that_was_turned_down_goes_on_with_the_next_version(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The bridge is 800 metres long.");
        await desk.AddEvidenceAsync(id, "register");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "RequestChanges", Reason("Say which register."));
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        var versions = (await desk.ClaimAsync(id)).Verdicts.OrderBy(v => v.Version).Select(v => v.Status);
        Assert.Equal([VerdictStatus.Rejected, VerdictStatus.Published], versions);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Evidence_that_was_withdrawn_is_loaded_where_a_version_stands_on_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "true");
        foreach (var group in (string[])["kept", "dropped"])
            await desk.AddEvidenceAsync(id, group);
        await desk.ChangeClaimAsync(id, claim => Withdraw(claim, "dropped"));
        await desk.ChangeClaimAsync(id, claim => Withdraw(claim, "registry"));

        Assert.Equal(["kept", "registry"], await OfClaimAsync(desk, id, claim => claim.Evidence.Select(e => e.Group)));

        Result Withdraw(Claim claim, string group) =>
            new(claim.WithdrawEvidence(claim.Evidence.Single(e => e.Group == group), "It was forged.", Eve, desk.Now).Refusal);
    }

    private static Task ProposeAsync(DeskApp desk, long id, string rationale)
    {
        var proposal = new VerdictProposal("false", rationale, "ada", "A later count.", ChangeKind: CorrectionKind.Updated);
        return desk.ChangeClaimAsync(id, claim => new Result(claim.Propose(proposal, desk.Now).Refusal));
    }

    // Number and status of each version, with how many authors, approvals and pieces of evidence came with it.
    private static Task<List<string>> LoadedAsync(DeskApp desk, long id) =>
        OfClaimAsync(
            desk,
            id,
            claim =>
                claim.Verdicts.Select(v => $"{v.Version} {v.Status}: {v.Authors.Count} {v.Approvals.Count} {v.Evidence.Count}")
        );

    private static Task<List<string>> OfClaimAsync(DeskApp desk, long id, Func<Claim, IEnumerable<string>> read) =>
        desk.QueryAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return read((await db.LoadClaimAsync(id, default))!).Order(StringComparer.Ordinal).ToList();
        });
}
