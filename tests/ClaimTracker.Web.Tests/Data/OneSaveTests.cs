using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>
/// The database refuses a second proposal, a second public version, and an approval or an author that comes too late: EF has to
/// send the statements of one save in an order that it takes.
/// </summary>
public sealed class OneSaveTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_save_supersedes_rejects_and_proposes_again(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        List<long> ids = [];
        for (var i = 0; i < 6; i++)
            ids.Add(await desk.AddPublishedClaimAsync($"Bridge {i} is 800 metres long.", "true"));
        foreach (var id in ids)
            await desk.ChangeClaimAsync(id, claim => Propose(desk, claim, "A second count."));

        var saved = await desk.QueryAsync(db =>
            db.CommitAsync(
                "test",
                Right.Work,
                async _ =>
                {
                    foreach (var claim in await LoadAsync(db, ids))
                    {
                        foreach (var result in claim.Id % 2 == 0 ? PublishAndPropose(desk, claim) : ProposeAnew(desk, claim))
                        {
                            if (!result.IsOk)
                                return result;
                        }
                    }

                    return Result.Ok;
                },
                CancellationToken.None
            )
        );

        Assert.True(saved.IsOk, saved.Refusal?.Message);
        foreach (var id in ids)
        {
            VerdictStatus[] expected =
                id % 2 == 0
                    ? [VerdictStatus.Superseded, VerdictStatus.Published, VerdictStatus.Proposed]
                    : [VerdictStatus.Published, VerdictStatus.Rejected, VerdictStatus.Proposed];
            var claim = await desk.ClaimAsync(id);
            var versions = claim.Verdicts.OrderBy(v => v.Version).ToList();
            Assert.Equal(expected, versions.Select(v => v.Status));
            int[] approved = id % 2 == 0 ? [1, 1, 1] : [1, 0, 1];
            Assert.Equal(approved, versions.Select(v => v.Approvals.Count(a => a.VoidedAt is null)));
            Assert.Equal(versions[^1].Evidence.Count, claim.Evidence.Count);
        }
    }

    // The newest first, so that neither the order of the rows nor that of the changes is the one that the database needs.
    private static Task<List<Claim>> LoadAsync(DeskDb db, List<long> ids) =>
        db
            .Claims.Where(c => ids.Contains(c.Id))
            .Include(c => c.Evidence)
            .Include(c => c.Verdicts)
                .ThenInclude(v => v.Evidence)
            .Include(c => c.Verdicts)
                .ThenInclude(v => v.Approvals)
            .OrderByDescending(c => c.Id)
            .ToListAsync();

    // The approval that the second version is public with comes with it, and so does the author of the third.
    private static IEnumerable<Result> PublishAndPropose(DeskApp desk, Claim claim)
    {
        yield return claim.ApproveProposal("ed", claim.ProposalMark, desk.Now);
        yield return claim.Publish(1, 1, new RecheckPolicy(), desk.Now);
        yield return AddEvidence(desk, claim);
        yield return Propose(desk, claim, "A third count.");
        yield return claim.ApproveProposal("ed", claim.ProposalMark, desk.Now);
    }

    // A changed text voids the approval of the one that the same person approves next.
    private static IEnumerable<Result> ProposeAnew(DeskApp desk, Claim claim)
    {
        yield return claim.RejectProposal("ed", "Count again.", desk.Now);
        yield return AddEvidence(desk, claim);
        yield return Propose(desk, claim, "A third count.");
        yield return claim.ApproveProposal("ed", claim.ProposalMark, desk.Now);
        yield return claim.EditProposal("false", "A third.", CorrectionKind.Updated, "A later count.", "ben", desk.Now);
        yield return claim.ApproveProposal("ed", claim.ProposalMark, desk.Now);
    }

    private static Result Propose(DeskApp desk, Claim claim, string rationale)
    {
        var proposal = new VerdictProposal("false", rationale, "ada", "A later count.", ChangeKind: CorrectionKind.Updated);
        return new Result(claim.Propose(proposal, desk.Now).Refusal);
    }

    private static Result AddEvidence(DeskApp desk, Claim claim) =>
        claim.AddEvidence(
            new Evidence("A surveyor", null, "It was measured.", Stance.Supports, "surveyor", "cleo", desk.Now),
            desk.Now
        );
}
