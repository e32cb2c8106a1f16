using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Work;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Starting reviews, and what administrators do with one that stands still.</content>
public sealed partial class WorkModel
{
    private static readonly Dictionary<string, JsonNode?> NoInputs = [];

    public Task<IActionResult> OnPostStartAsync(
        [FromServices] IReviewEngine engine,
        [FromServices] DeskDb db,
        [FromServices] WorkflowSettings workflows,
        CancellationToken cancel
    ) =>
        StartAsync(
            engine,
            async () =>
                workflows.For(await db.Claims.Where(c => c.Id == Id).Select(c => c.Kind).FirstOrDefaultAsync(cancel) ?? ""),
            "The review has begun.",
            cancel
        );

    public Task<IActionResult> OnPostRecheckAsync(
        [FromServices] IReviewEngine engine,
        [FromServices] WorkflowSettings workflows,
        CancellationToken cancel
    ) =>
        StartAsync(
            engine,
            () => Task.FromResult(workflows.Recheck),
            "The re-check has begun. A published verdict stays public, marked as under re-check; a suspended one stays suspended.",
            cancel,
            new()
            {
                [RunWatch.Finding] = LookPayload.Of(
                    RecheckOutcome.Unwatched,
                    [],
                    $"{Actor.Name} asked for a re-check.",
                    Actor.Name
                ),
            }
        );

    public async Task<IActionResult> OnPostLookAsync([FromServices] ClaimLooks looks, CancellationToken cancel)
    {
        var asked = await looks.LookNowAsync(Id, cancel);
        return Told(new Result(asked.Refusal), asked.Value ?? "");
    }

    public async Task<IActionResult> OnPostCancelAsync(
        [FromQuery] long reviewId,
        [FromServices] IReviewEngine engine,
        CancellationToken cancel
    )
    {
        if (Typed[$"cancel[{reviewId}]"] is not { } reason)
        {
            return await RefuseAsync(
                PageFields.OfReview(reviewId),
                new Refusal("reason", "Say why the review is cancelled; it stands in the history."),
                cancel
            );
        }

        var part = PageFields.OfReview(reviewId);
        var cancelled = await SendAsync(part, () => engine.CancelAsync(reviewId, reason.Trim(), Actor, cancel), cancel);
        return cancelled.Refusal is { } refusal
            ? await RefuseAsync(part, refusal, cancel)
            : Done("The review is cancelled; its tasks are gone from the queue.", "tasks");
    }

    public async Task<IActionResult> OnPostHoldAsync(
        [FromQuery] long reviewId,
        [FromServices] IReviewEngine engine,
        CancellationToken cancel
    ) =>
        Told(
            await engine.HoldAsync(reviewId, Actor, Sent($"hold[{reviewId}]"), cancel),
            "On hold: none of its steps is decided and no deadline of it runs until you let it go on."
        );

    public async Task<IActionResult> OnPostResumeAsync(
        [FromQuery] long reviewId,
        [FromServices] IReviewEngine engine,
        CancellationToken cancel
    ) =>
        Told(
            await engine.ReleaseAsync(reviewId, Actor, cancel),
            "The review goes on; its deadlines moved by as long as it was held."
        );

    public async Task<IActionResult> OnPostRetryAsync(
        [FromQuery] long reviewId,
        [FromServices] IReviewEngine engine,
        CancellationToken cancel
    ) => Told(await engine.RetryAsync(reviewId, Actor, cancel), "The step was run again.");

    private async Task<IActionResult> StartAsync(
        IReviewEngine engine,
        Func<Task<string>> definition,
        string done,
        CancellationToken cancel,
        Dictionary<string, JsonNode?>? inputs = null
    )
    {
        var started = await engine.StartAsync(new StartReview(Id, await definition(), inputs ?? NoInputs, Actor), cancel);
        return Told(new Result(started.Refusal), done);
    }

    private RedirectResult Told(Result result, string done) =>
        result.Refusal is { } refusal ? NotDone(refusal, "reviews") : Done(done, "tasks");
}
