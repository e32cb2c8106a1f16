using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Work;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Moves reviews through the engine, as the pages do, without their HTML.</summary>
public static class Deciding
{
    public static readonly Actor Ada = new("ada", new HashSet<string> { Roles.FactChecker });

    public static readonly Actor Ben = new("ben", new HashSet<string> { Roles.FactChecker });

    public static readonly Actor Eve = new("eve", new HashSet<string> { Roles.Editor });

    public static readonly Actor Eli = new("eli", new HashSet<string> { Roles.Editor });

    public static Task<T> WithEngineAsync<T>(this DeskApp desk, Func<IReviewEngine, Task<T>> work) =>
        desk.InScopeAsync(services => work(services.GetRequiredService<IReviewEngine>()));

    public static async Task<long> StartReviewAsync(this DeskApp desk, long claimId, string definition = "standard-review")
    {
        var started = await desk.WithEngineAsync(engine =>
            engine.StartAsync(
                new StartReview(claimId, definition, new Dictionary<string, JsonNode?>(), Ada),
                CancellationToken.None
            )
        );
        Assert.True(started.IsOk, started.Refusal?.Message);
        return started.Value;
    }

    /// <summary>
    /// Starts a re-check with what a look at the claim's first source met, as looks do; a finding puts the claim in doubt first,
    /// of the passage itself unless that <paramref name="stands"/>.
    /// </summary>
    public static async Task<long> StartRecheckAsync(
        this DeskApp desk,
        long claimId,
        RecheckOutcome outcome,
        string words,
        bool stands = false
    )
    {
        await desk.ChangeClaimAsync(
            claimId,
            claim =>
            {
                claim.NoteAttempt(
                    outcome,
                    outcome == RecheckOutcome.Unwatched
                        ? []
                        : [new SourceOutcome(claim.Evidence[0], outcome, words, new SeenPassage(stands))],
                    words,
                    new RecheckPolicy(),
                    desk.Now
                );
                return Result.Ok;
            }
        );
        var inputs = new Dictionary<string, JsonNode?>
        {
            ["finding"] = new JsonObject
            {
                ["outcome"] = outcome.ToString(),
                ["finding"] = words,
                ["by"] = "system:looks",
            },
        };
        var started = await desk.WithEngineAsync(engine =>
            engine.StartAsync(new StartReview(claimId, "recheck", inputs, Actor.System("looks")), CancellationToken.None)
        );
        Assert.True(started.IsOk, started.Refusal?.Message);
        return started.Value;
    }

    /// <summary>The only open task of the claim's review.</summary>
    public static Task<ReviewTask> OpenTaskAsync(this DeskApp desk, long claimId) =>
        desk.QueryAsync(db =>
            db.Tasks.AsNoTracking()
                .SingleAsync(t => t.ClaimId == claimId && t.Status == ReviewTaskStatus.Open && t.ReviewId != null)
        );

    public static Task<Claim> ClaimAsync(this DeskApp desk, long claimId) =>
        desk.QueryAsync(db =>
            db.Claims.AsNoTracking()
                .Include(c => c.Verdicts)
                    .ThenInclude(v => v.Approvals)
                .Include(c => c.Verdicts)
                    .ThenInclude(v => v.Evidence)
                .Include(c => c.Evidence)
                .Include(c => c.Corrections)
                .Include(c => c.Rechecks)
                .Include(c => c.Findings)
                .SingleAsync(c => c.Id == claimId)
        );

    /// <summary>Decides the claim's only open task.</summary>
    public static async Task<Result<DecisionReceipt>> DecideAsync(
        this DeskApp desk,
        long claimId,
        Actor who,
        string decision,
        JsonNode? payload = null,
        string? key = null
    )
    {
        var task = await desk.OpenTaskAsync(claimId);
        return await desk.DecideTaskAsync(task.Id, who, decision, payload, key);
    }

    /// <summary>
    /// Decides a task with the claim as it stands in view, or as it was when the mark <paramref name="seen"/> was taken.
    /// </summary>
    public static async Task<Result<DecisionReceipt>> DecideTaskAsync(
        this DeskApp desk,
        long taskId,
        Actor who,
        string decision,
        JsonNode? payload = null,
        string? key = null,
        string? seen = null
    )
    {
        await desk.HaveAccountAsync(who.Name, who.ActorRoles);
        seen ??= (
            await desk.ClaimAsync(
                await desk.QueryAsync(db => db.Tasks.Where(t => t.Id == taskId).Select(t => t.ClaimId).SingleAsync())
            )
        ).ProposalMark;
        return await desk.WithEngineAsync(engine =>
            engine.DecideAsync(
                new DecideTask(taskId, decision, key ?? Guid.NewGuid().ToString(), who, payload?.DeepClone(), seen),
                CancellationToken.None
            )
        );
    }

    public static async Task MustDecideAsync(
        this DeskApp desk,
        long claimId,
        Actor who,
        string decision,
        JsonNode? payload = null
    )
    {
        var decided = await desk.DecideAsync(claimId, who, decision, payload);
        Assert.True(decided.IsOk, decided.Refusal?.Message);
    }

    public static async Task AddEvidenceAsync(
        this DeskApp desk,
        long claimId,
        string group,
        string? url = null,
        string quote = "It was counted.",
        bool watched = false
    )
    {
        var added = await desk.QueryAsync(db =>
            db.CommitAsync(
                "add evidence",
                Right.Work,
                async _ =>
                {
                    var claim = await db
                        .Claims.Include(c => c.Verdicts)
                            .ThenInclude(v => v.Approvals)
                        .SingleAsync(c => c.Id == claimId);
                    return claim.AddEvidence(
                        new Evidence($"Source of {group}", url, quote, Stance.Supports, group, "ada", desk.Now)
                        {
                            Watched = watched,
                        },
                        desk.Now
                    );
                },
                CancellationToken.None
            )
        );
        Assert.True(added.IsOk, added.Refusal?.Message);
    }

    /// <summary>Adds evidence as the working page does.</summary>
    public static async Task AddEvidenceByUseCaseAsync(this DeskApp desk, long claimId, Actor who, string source)
    {
        var added = await desk.InScopeAsync(services =>
            services
                .GetRequiredService<ClaimEdits>()
                .AddEvidenceAsync(
                    claimId,
                    new EvidenceInput
                    {
                        Source = source,
                        Quote = "It was counted.",
                        Stance = Stance.Supports,
                        Group = source,
                    },
                    who,
                    CancellationToken.None
                )
        );
        Assert.True(added.IsOk, added.Refusal?.Message);
    }

    public static JsonObject Verdict(
        string rating = "true",
        string? change = null,
        CorrectionKind kind = CorrectionKind.Corrected
    ) =>
        new()
        {
            ["rating"] = rating,
            ["rationale"] = "Two counts that do not draw on each other agree.",
            ["changeReason"] = change,
            ["changeKind"] = change is null ? null : kind.ToString(),
        };

    /// <summary>The findings that a page shows now, as its form sends them.</summary>
    public static async Task<JsonObject> ReadFindingsAsync(this DeskApp desk, long claimId)
    {
        var open = (await desk.ClaimAsync(claimId)).OpenFindings.Select(f => f.Id);
        return new() { ["findings"] = new JsonArray([.. open.Select(id => (JsonNode)id)]) };
    }

    public static JsonObject Reason(string reason) => new() { ["reason"] = reason };

    /// <summary>Takes a claim through the standard review until it is public.</summary>
    public static async Task PublishAsync(this DeskApp desk, long claimId, bool addEvidence = true)
    {
        if (addEvidence)
            await desk.AddEvidenceAsync(claimId, "count");
        await desk.StartReviewAsync(claimId);
        await desk.MustDecideAsync(claimId, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(claimId, Eve, "Approve");
    }
}
