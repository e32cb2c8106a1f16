using ClaimTracker.Domain;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Taking, writing and deciding tasks.</content>
public sealed partial class WorkModel
{
    public async Task<IActionResult> OnPostTakeAsync(long taskId, CancellationToken cancel)
    {
        var taken = await leases.TakeAsync(taskId, Actor, cancel);
        return taken.Refusal is { } refusal ? NotDone(refusal, "tasks") : Redirect($"/desk/claims/{Id}#task-{taskId}");
    }

    public async Task<IActionResult> OnPostReleaseAsync(long taskId, [FromServices] Drafts drafts, Dictionary<string, string?> fields, CancellationToken cancel)
    {
        if (fields.Count > 0)
            await drafts.SaveAsync(Id, taskId, new TaskFields(fields), Actor, cancel);
        var released = await leases.ReleaseAsync(taskId, Actor, cancel);
        return released.Refusal is { } refusal ? NotDone(refusal, "tasks") : Done("Released. The task is free for others; your draft stays.", "tasks");
    }

    public async Task<IActionResult> OnPostHandOverAsync(long taskId, string? to, CancellationToken cancel)
    {
        var handed = await leases.HandOverAsync(taskId, to ?? "", Actor, cancel);
        return handed.Refusal is { } refusal
            ? NotDone(refusal, $"task-{taskId}")
            : Done($"Handed to {to}, who is told in the queue and holds the task for a day.", "tasks");
    }

    /// <summary>Keeps what is typed. The page's script asks for JSON while people type; a button does it without the script.</summary>
    public async Task<IActionResult> OnPostDraftAsync(long taskId, [FromServices] Drafts drafts, Dictionary<string, string?> fields, CancellationToken cancel)
    {
        var saved = await drafts.SaveAsync(Id, taskId, new TaskFields(fields), Actor, cancel);
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return saved.Refusal is { } problem ? Problem(problem) : new JsonResult(new { saved = $"Draft saved {Moment.Text(saved.Value)}" });
        return saved.Refusal is { } refusal
            ? await RefuseTaskAsync(taskId, "", new TaskFields(fields), refusal, cancel)
            : Done("Draft saved. Only you see it.", $"task-{taskId}");
    }

    public async Task<IActionResult> OnPostDropAsync(long taskId, [FromServices] Drafts drafts, CancellationToken cancel)
    {
        await drafts.DropAsync(taskId, Actor, cancel);
        return Done("Thrown away.", "tasks");
    }

    public async Task<IActionResult> OnPostDecideAsync(long taskId, string? key, string? seen, string? findings, Dictionary<string, string?> fields, [FromServices] NoticeBoard notices, CancellationToken cancel)
    {
        var last = (await notices.ReadAsync(Actor, cancel)).FirstOrDefault()?.Id ?? 0;
        var typed = new TaskFields(fields);
        var decided = await decider.DecideAsync(Id, taskId, key ?? "", new ShownTo(seen, findings), typed, Actor, cancel);
        if (decided.Refusal is { } refusal)
            return await RefuseTaskAsync(taskId, key ?? "", typed, refusal, cancel);
        TempData["Done"] = $"Decided: {Decisions.Label(decided.Value!.Decision)}.";
        // A step after the decision may have sent the claim back, for instance for want of evidence; whoever decided is told at once.
        var said = (await notices.ReadAsync(Actor, cancel)).Where(n => n.Id > last && n.ClaimId == Id).Select(n => n.Message).ToList();
        if (said.Count > 0)
            TempData["Told"] = string.Join(" ", said);
        TempData["NextTask"] = "true";
        return Redirect($"/desk/claims/{Id}");
    }

    private Task<IActionResult> RefuseTaskAsync(long taskId, string key, TaskFields typed, Refusal refusal, CancellationToken cancel)
    {
        Refused = ($"task-{taskId}", refusal.Message);
        return ShowAsync(cancel, page => page with
        {
            Tasks = [.. page.Tasks.Select(task => task.Task.Id == taskId
                ? task with { Fields = typed, Key = key.Length > 0 ? key : task.Key, Refusal = refusal }
                : task)],
        });
    }

    private static JsonResult Problem(Refusal refusal) =>
        new(new { title = refusal.Code, detail = refusal.Message, status = 409 }) { StatusCode = 409, ContentType = "application/problem+json" };
}
