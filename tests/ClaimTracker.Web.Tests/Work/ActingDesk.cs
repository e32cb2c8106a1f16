using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Work;

/// <summary>Tries acts through the desk's use cases, each by a person of the desk.</summary>
internal sealed class ActingDesk(DeskApp desk)
{
    public static readonly string[] People = ["amy", "bob", "cat", "dan"];
    private static readonly string[] Workflows = ["standard-review", "chamber", "casualty-figure", "standard-review"];

    /// <summary>What those workflows ask for, as their files say.</summary>
    public static readonly (int Groups, int Approvals)[] Minimums = [(1, 1), (1, 2), (2, 2), (1, 1)];

    private static readonly string[] Texts =
    [
        "Both registers say so.",
        "Both registers say so. ",
        "Neither register says so.",
        "One register says so.",
    ];

    public async Task SetUpAsync()
    {
        foreach (var person in People)
            await desk.AddPersonAsync(person, Roles.FactChecker, Roles.Editor);
        await desk.AddPersonAsync("root", Roles.Administrator);
    }

    public async Task<bool> TryAsync(long id, Act act)
    {
        var by = People[act.Person];
        return act.Deed switch
        {
            Deed.Start => await EngineAsync(
                by,
                async engine =>
                    (
                        await engine.StartAsync(
                            new StartReview(id, Workflows[act.Value], new Dictionary<string, JsonNode?>(), Person(by)),
                            default
                        )
                    ).IsOk
            ),
            Deed.Propose => await DecideAsync(
                id,
                by,
                task => task.Terms.Decisions.Contains("Proposed") ? "Proposed" : null,
                Proposal(act)
            ),
            Deed.Approve => await DecideAsync(id, by, task => task.Terms.Approves.Count > 0 ? task.Terms.Approves[0] : null, []),
            Deed.SendBack => await DecideAsync(
                id,
                by,
                task => task.Terms.Rejects.Count > 0 ? task.Terms.Rejects[0] : null,
                new JsonObject { ["reason"] = "Count again." }
            ),
            Deed.Edit => await EditsAsync(
                by,
                async edits =>
                    (await desk.ClaimAsync(id)).ProposedVerdict is { } proposed
                    && (
                        await edits.EditVerdictAsync(
                            id,
                            new VerdictEdit
                            {
                                VerdictId = proposed.Id,
                                VerdictRevision = proposed.Revision,
                                Rating = proposed.Rating,
                                Rationale = Texts[act.Value],
                            },
                            Person(by),
                            default
                        )
                    ).IsOk
            ),
            Deed.Reword => await EditsAsync(
                by,
                async edits =>
                    (
                        await edits.RewordAsync(
                            id,
                            $"The bridge is {800 + (act.Value / 2)} metres long.",
                            (await desk.ClaimAsync(id)).Revision,
                            Person(by),
                            default
                        )
                    ).IsOk
            ),
            Deed.AddEvidence => await EditsAsync(
                by,
                async edits => (await edits.AddEvidenceAsync(id, Source(act.Value), Person(by), default)).IsOk
            ),
            Deed.Withdraw => await OnEvidenceAsync(
                id,
                act,
                evidence =>
                    EditsAsync(
                        by,
                        async edits =>
                            (await edits.WithdrawEvidenceAsync(id, evidence, "It was forged.", Person(by), default)).IsOk
                    )
            ),
            Deed.Confirm => await OnEvidenceAsync(
                id,
                act,
                evidence =>
                    AsAsync(
                        by,
                        async services =>
                            (
                                await services
                                    .GetRequiredService<TaskDecider>()
                                    .DecideWithdrawalAsync(id, evidence, true, Person(by), default)
                            ).IsOk
                    )
            ),
            Deed.Hold => await OnReviewAsync(id, (engine, review) => engine.HoldAsync(review, Person("root"), null, default)),
            Deed.Release => await OnReviewAsync(id, (engine, review) => engine.ReleaseAsync(review, Person("root"), default)),
            _ => await LookAsync(id, act.Value < 2),
        };
    }

    // As a job does: a source reads differently, or all that is watched was seen to stand.
    private Task<bool> LookAsync(long id, bool changed) =>
        desk.QueryAsync(async db =>
            (
                await db.CommitAsync(
                    "look",
                    Right.Jobs,
                    async _ =>
                    {
                        var claim = await db
                            .Claims.Include(c => c.Evidence)
                            .Include(c => c.Findings)
                            .Include(c => c.Verdicts)
                                .ThenInclude(v => v.Evidence)
                            .SingleAsync(c => c.Id == id);
                        if (claim.PublishedVerdict is not { } published)
                            return Result.Refused("not-published", "Nothing is public.");
                        if (!changed)
                        {
                            return claim.VerifyByLooks(
                                "machine",
                                [.. Round.Watched(published).Select(e => new SourceOutcome(e, RecheckOutcome.Unchanged, ""))],
                                new RecheckPolicy(),
                                desk.Now
                            );
                        }

                        claim.NoteAttempt(RecheckOutcome.Changed, [], "It reads otherwise.", new RecheckPolicy(), desk.Now);
                        return Result.Ok;
                    },
                    default
                )
            ).IsOk
        );

    private async Task<bool> DecideAsync(long id, string by, Func<ReviewTask, string?> choose, JsonObject payload)
    {
        var open = await desk.QueryAsync(db =>
            db.Tasks.AsNoTracking().Where(t => t.ClaimId == id && t.Status == ReviewTaskStatus.Open).ToListAsync()
        );
        if (open.Find(t => choose(t) is not null) is not { } task)
            return false;
        var seen = (await desk.ClaimAsync(id)).ProposalMark;
        return await EngineAsync(
            by,
            async engine =>
                (
                    await engine.DecideAsync(
                        new DecideTask(task.Id, choose(task)!, Guid.NewGuid().ToString(), Person(by), payload, seen),
                        default
                    )
                ).IsOk
        );
    }

    private async Task<bool> OnEvidenceAsync(long id, Act act, Func<long, Task<bool>> change)
    {
        var evidence = (await desk.ClaimAsync(id)).Evidence.OrderBy(e => e.Id).ElementAtOrDefault(act.Value);
        return evidence is not null && await change(evidence.Id);
    }

    private async Task<bool> OnReviewAsync(long id, Func<IReviewEngine, long, Task<Result>> change)
    {
        var review = await desk.QueryAsync(db =>
            db.Reviews.Where(r => r.ClaimId == id && r.EndedAt == null).Select(r => r.Id).FirstOrDefaultAsync()
        );
        return review != 0 && await EngineAsync("root", async engine => (await change(engine, review)).IsOk);
    }

    private Task<bool> EngineAsync(string by, Func<IReviewEngine, Task<bool>> work) =>
        AsAsync(by, services => work(services.GetRequiredService<IReviewEngine>()));

    private Task<bool> EditsAsync(string by, Func<ClaimEdits, Task<bool>> work) =>
        AsAsync(by, services => work(services.GetRequiredService<ClaimEdits>()));

    private Task<bool> AsAsync(string by, Func<IServiceProvider, Task<bool>> work) =>
        desk.InScopeAsync(services =>
        {
            services.GetRequiredService<Acting>().Name = by;
            return work(services);
        });

    // Roles are the database's to say.
    private static Actor Person(string name) => new(name, new HashSet<string>());

    private static JsonObject Proposal(Act act) =>
        new()
        {
            ["rating"] = "true",
            ["rationale"] = Texts[act.Value],
            ["changeReason"] = "A later count.",
        };

    private static EvidenceInput Source(int value) =>
        new()
        {
            Source = $"Register {value.ToString(CultureInfo.InvariantCulture)}",
            Quote = "It is so.",
            Group = $"group {value.ToString(CultureInfo.InvariantCulture)}",
            Stance = Stance.Supports,
            Address = $"https://register{value.ToString(CultureInfo.InvariantCulture)}.example/1",
        };
}
