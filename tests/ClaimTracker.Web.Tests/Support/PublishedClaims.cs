using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Claims in a state that a whole review would bring them to, made by the domain's own rules.</summary>
internal static class PublishedClaims
{
    private static readonly RecheckPolicy Weekly = new()
    {
        Every = TimeSpan.FromDays(7),
        StaleAfter = TimeSpan.FromDays(3),
        PersonEvery = TimeSpan.FromDays(7),
    };

    /// <summary>A claim whose review has begun: listed, with nothing published.</summary>
    public static async Task<long> AddListedClaimAsync(
        this DeskApp desk,
        string wording,
        string kind = "count",
        string outlet = "The Test Courier"
    )
    {
        var id = await desk.AddClaimAsync(wording, kind, outlet);
        await desk.ChangeClaimAsync(id, claim => claim.Accept(desk.Now));
        return id;
    }

    /// <summary>A claim with a public verdict.</summary>
    public static async Task<long> AddPublishedClaimAsync(
        this DeskApp desk,
        string wording,
        string rating,
        string kind = "count",
        string outlet = "The Test Courier"
    )
    {
        var id = await desk.AddListedClaimAsync(wording, kind, outlet);
        await desk.PublishAsync(id, rating, $"The registry of 3 May says so about: {wording}");
        return id;
    }

    /// <summary>Proposes a verdict by Ada, approved by Ed, on a source of its own, and publishes it.</summary>
    public static async Task PublishAsync(
        this DeskApp desk,
        long id,
        string rating,
        string rationale,
        string? changeReason = null,
        CorrectionKind changeKind = CorrectionKind.Corrected
    )
    {
        await desk.ChangeClaimAsync(id, claim => Approve(desk, claim, rating, rationale, changeReason, changeKind));
        await desk.ChangeClaimAsync(id, claim => claim.Publish(1, 1, Weekly, desk.Now));
    }

    private static Result Approve(
        DeskApp desk,
        Claim claim,
        string rating,
        string rationale,
        string? changeReason,
        CorrectionKind changeKind
    )
    {
        var evidence = new Evidence(
            "The registry",
            "https://registry.example/3",
            $"Entry: {rationale}",
            Stance.Supports,
            "registry",
            "ada",
            desk.Now
        );
        var added = claim.AddEvidence(evidence, desk.Now);
        if (!added.IsOk)
            return added;
        var proposed = claim.Propose(
            new VerdictProposal(
                rating,
                rationale,
                "ada",
                changeReason,
                null,
                "standard-review v1",
                changeReason is null ? null : changeKind
            ),
            desk.Now
        );
        return proposed.IsOk ? claim.ApproveProposal("ed", claim.ProposalMark, desk.Now) : new Result(proposed.Refusal);
    }

    /// <summary>
    /// Loads a claim whole and changes it; "ed", "eve" and "eli", who approve in many tests, have accounts as editors.
    /// </summary>
    public static async Task ChangeClaimAsync(this DeskApp desk, long id, Func<Claim, Result> change)
    {
        await desk.HaveAccountsAsync(
            new[] { "ed", "eve", "eli" }.Select(name => new Actor(name, new HashSet<string> { Roles.Editor }))
        );
        await desk.QueryAsync(async db =>
        {
            var result = await db.CommitAsync(
                "test",
                Right.Work,
                async _ => change(await LoadAsync(db, id)),
                CancellationToken.None
            );
            Assert.True(result.IsOk, result.Refusal?.Message);
            return true;
        });
    }

    private static Task<Claim> LoadAsync(DeskDb db, long id) =>
        db
            .Claims.Include(c => c.Evidence)
            .Include(c => c.Verdicts)
                .ThenInclude(v => v.Evidence)
            .Include(c => c.Verdicts)
                .ThenInclude(v => v.Approvals)
            .Include(c => c.Corrections)
            .Include(c => c.Rechecks)
            .Include(c => c.Findings)
            .Include(c => c.Suspensions)
            .SingleAsync(c => c.Id == id);
}
