using ClaimTracker.Domain;
using ClaimTracker.Web.Wording;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Taking, writing and deciding tasks.</content>
public sealed partial class WorkModel
{
    public async Task<IActionResult> OnPostTakeAsync([FromQuery] long taskId, CancellationToken cancel)
    {
        var taken = await leases.TakeAsync(taskId, Actor, cancel);
        return taken.Refusal is { } refusal ? NotDone(refusal, "tasks") : Redirect($"/desk/claims/{Id}#task-{taskId}");
    }

    public async Task<IActionResult> OnPostReleaseAsync([FromQuery] long taskId, CancellationToken cancel)
    {
        var released = await leases.ReleaseAsync(taskId, Actor, cancel);
        return released.Refusal is { } refusal
            ? NotDone(refusal, "tasks")
            : Done("Released. The task is free for others; your draft stays.", "tasks");
    }

    public async Task<IActionResult> OnPostHandOverAsync([FromQuery] long taskId, CancellationToken cancel)
    {
        var to = Sent($"to[{taskId}]");
        var handed = await leases.HandOverAsync(taskId, to, Actor, cancel);
        return handed.Refusal is { } refusal
            ? NotDone(refusal, $"task-{taskId}")
            : Done($"Handed to {to}, who is told in the queue and holds the task for a day.", "tasks");
    }

    public async Task<IActionResult> OnPostDecideAsync(
        [FromQuery] long taskId,
        string? seen,
        string? findings,
        bool goOn,
        CancellationToken cancel
    )
    {
        var typed = PageFields.ReadAll(Request.Form).Task(taskId);
        var key = Sent($"key[{taskId}]");
        var shown = new ShownTo(seen, findings);
        var decided = await SendAsync(
            PageFields.OfTask(taskId),
            () => decider.DecideAsync(Id, taskId, key, shown, typed, Actor, cancel),
            cancel
        );
        if (decided.Refusal is { } refusal)
            return await RefuseTaskAsync(taskId, key, typed, refusal, cancel);
        var receipt = decided.Value!;
        if (receipt.Said.Count > 0)
            TempData["Told"] = string.Join(" ", receipt.Said);
        var next = receipt.Opened.Select(task => $" Next: “{task.Title}”, for the role {task.Role}.");
        var outcome = await decider.OutcomeAsync(Id, taskId, receipt, Actor, cancel);
        var done = $"Decided: {Decisions.Label(receipt.Decision)}.{string.Concat(next)} {outcome}";
        if (goOn)
            return await GoOnAsync(done, cancel);
        TempData["NextTask"] = "true";
        return Done(done, "main");
    }

    // To the next task, as “Next task” gives it; where none is free, back to what was decided.
    private async Task<IActionResult> GoOnAsync(string done, CancellationToken cancel)
    {
        var given = await HttpContext.RequestServices.GetRequiredService<NextTask>().TakeAsync(Actor, kind: null, cancel);
        if (given.Value is not { } task)
            return Done($"{done} {given.Refusal?.Message ?? "No further task is free for you now."}", "main");
        TempData["Done"] = $"{done} This is your next task.";
        return Redirect($"/desk/claims/{task.ClaimId}#task-{task.TaskId}");
    }

    // Named by a number, so that nothing binds it.
    private string Sent(string name) => PlainText.Of(Request.Form[name].ToString());

    private Task<IActionResult> RefuseTaskAsync(
        long taskId,
        string key,
        TaskFields typed,
        Refusal refusal,
        CancellationToken cancel
    )
    {
        Refused = ($"task-{taskId}", refusal.Message);
        return ShowAsync(
            cancel,
            page =>
                page with
                {
                    Tasks =
                    [
                        .. page.Tasks.Select(task =>
                            task.Task.Id == taskId
                                ? task with
                                {
                                    Fields = typed,
                                    Key = TaskDecider.IsKey(key) ? key : task.Key,
                                    Refusal = refusal,
                                }
                                : task
                        ),
                    ],
                }
        );
    }
}
