using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Wording;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

// Everybody who signs in lands here; whoever holds no role of the desk is told what there is instead.
[Authorize]
public sealed class QueueModel(QueueQuery queue, TaskLeases leases, NoticeBoard notices, TimeProvider time) : PageModel
{
    private IReadOnlySet<long> _hidden = new HashSet<long>();

    public Actor Actor => User.ToActor();

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public bool OnDesk => Actor.IsOnDesk;

    /// <summary>What the address asks for.</summary>
    public QueueFilter Filter => field ??= QueueFilter.From(name => Request.Query[name]);

    public IReadOnlyList<QueueItem> Mine { get; private set; } = [];

    public QueuePage Tasks { get; private set; } = new([], null, false, null);

    /// <summary>How many there are of each kind and stage, in the roles that are looked at.</summary>
    public QueueSummary Counts { get; private set; } = null!;

    public IReadOnlyList<SavedFilter> Saved { get; private set; } = [];

    /// <summary>How many saved filters cannot be shown.</summary>
    public int OddSaved { get; private set; }

    /// <summary>How many of the reviews that stand still cannot be shown.</summary>
    public int OddStopped { get; private set; }

    public IReadOnlyList<string> People { get; private set; } = [];

    public IReadOnlyList<string> Outlets { get; private set; } = [];

    public IReadOnlyList<ShownNotice> Notices { get; private set; } = [];

    public IReadOnlyList<StoppedReview> Stopped { get; private set; } = [];

    /// <summary>What jobs should have done and have not: whoever works here should know why nothing comes of it.</summary>
    public IReadOnlyList<LateJob> Late { get; private set; } = [];

    /// <summary>The address of a form on this page, which comes back to the same filter.</summary>
    public string Here(string handler) =>
        Filter.Query is { Length: > 0 } query ? $"/desk{query}&handler={handler}" : $"/desk?handler={handler}";

    /// <summary>True where the task approves what is hidden from the person, and so is not for them.</summary>
    public bool IsBlindTo(QueueItem task) => Blindness.Concerns(task.Purpose) && _hidden.Contains(task.ClaimId);

    /// <summary>
    /// True where the task can be chosen to do something to many; those above the list are in it no second time.
    /// </summary>
    public bool Chooses(QueueItem task) => Tasks.Tasks.Contains(task);

    public async Task OnGetAsync(
        [FromServices] DeskDb db,
        [FromServices] QueueCounts counts,
        [FromServices] SavedFilters saved,
        [FromServices] LateWork work,
        [FromServices] Blindness blindness,
        CancellationToken cancel
    )
    {
        Late = await work.ReadLatelyAsync(cancel);
        Notices = await notices.ReadAsync(Actor, cancel);
        Mine = await queue.HeldByAsync(Actor.Name, cancel);
        if (OnDesk)
        {
            Tasks = await queue.ReadAsync(Actor, Filter, cancel);
            Counts = await counts.ReadAsync(Actor, Filter.AllRoles, cancel);
            (Saved, OddSaved) = await saved.ReadAsync(Actor.Name, cancel);
            (People, Outlets) = await queue.ChoicesAsync(cancel);
        }

        var approvals = Mine.Concat(Tasks.Tasks).Where(t => Blindness.Concerns(t.Purpose)).Select(t => t.ClaimId);
        _hidden = await blindness.HiddenFromAsync([.. approvals.Distinct()], Actor, cancel);
        if (Actor.Is(Roles.Administrator))
        {
            (var stopped, OddStopped) = await db
                .Reviews.AsNoTracking()
                .Where(r => r.Status == ReviewStatus.Faulted || r.Status == ReviewStatus.Held)
                .OrderByDescending(r => r.Id)
                .Take(20)
                .ReadReadableAsync(
                    r => r.Id,
                    reviews =>
                        reviews.Select(r => new StoppedReview(
                            r.ClaimId,
                            r.Claim.Wording,
                            r.Status == ReviewStatus.Held,
                            r.Fault
                        )),
                    cancel
                );
            var told = stopped.Where(r => r.Fault is not null).Select(r => r.ClaimId);
            var hidden = await blindness.ShowAsync([.. told], Actor, cancel);
            Stopped =
            [
                .. stopped.Select(r =>
                    r.Fault is not null && hidden.Contains(r.ClaimId) ? r with { Fault = Blindness.HiddenFault } : r
                ),
            ];
        }
    }

    /// <summary>Takes the task that is due first and free, and opens it.</summary>
    public async Task<IActionResult> OnPostNextAsync([FromServices] NextTask next, CancellationToken cancel)
    {
        if (!OnDesk)
            return Forbid();
        var given = await next.TakeAsync(Actor, Filter.Kind, cancel);
        if (given.Value is { } task)
            return Open(task.ClaimId, task.TaskId);
        TempData["Refused"] =
            given.Refusal is { } refusal ? refusal.Message
            : Filter.Kind is not { } kind
                ? "No task is free for you now. What others hold comes back when they let go of it or their hold ends."
            : $"No task about the kind “{Words.OfId(kind)}” is free for you now. Look at all kinds.";
        return Back();
    }

    public async Task<IActionResult> OnPostTakeAsync(long taskId, long claimId, CancellationToken cancel)
    {
        var taken = await leases.TakeAsync(taskId, Actor, cancel);
        if (taken.IsOk)
            return Open(claimId, taskId);
        TempData["Refused"] = taken.Refusal!.Message;
        return Back();
    }

    public async Task<IActionResult> OnPostReleaseAsync(long taskId, CancellationToken cancel)
    {
        var released = await leases.ReleaseAsync(taskId, Actor, cancel);
        TempData[released.IsOk ? "Done" : "Refused"] =
            released.Refusal?.Message ?? "Released. The task is free for others; your draft stays.";
        return Back();
    }

    public async Task<IActionResult> OnPostPutAwayAsync(long upTo, CancellationToken cancel)
    {
        await notices.PutAwayAsync(upTo, Actor, cancel);
        return Back();
    }

    private RedirectResult Open(long claimId, long taskId) => Redirect($"/desk/claims/{claimId}#task-{taskId}");

    private RedirectResult Back() => Redirect(Filter.Address);
}

/// <summary>A review that an administrator has to look at.</summary>
public sealed record StoppedReview(long ClaimId, string Wording, bool Held, string? Fault);
