using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Reads a claim's open tasks as they concern one person.</summary>
public sealed class TaskView(DeskDb db, Drafts drafts, TaskPeople people, TimeProvider time)
{
    /// <summary>The open tasks, and the person's drafts for tasks that were closed meanwhile.</summary>
    public async Task<(IReadOnlyList<TaskOnPage> Open, IReadOnlyList<Draft> Unsent)> ReadAsync(Claim claim, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var open = await db.Tasks.AsNoTracking().Include(t => t.Decided).Include(t => t.Review)
            .Where(t => t.ClaimId == claim.Id && t.Status == ReviewTaskStatus.Open && t.Role != Roles.Machine)
            .OrderBy(t => t.QueueOrder).ThenBy(t => t.Id).Take(20).ToListAsync(cancel);
        var typed = await drafts.ReadAsync(claim.Id, actor.Name, cancel);
        List<TaskOnPage> shown = [];
        foreach (var task in open)
            shown.Add(await ShowAsync(task, claim, actor, typed.GetValueOrDefault(task.Id), now, cancel));
        return (shown, [.. typed.Values.Where(draft => open.TrueForAll(t => t.Id != draft.TaskId))]);
    }

    private async Task<TaskOnPage> ShowAsync(ReviewTask task, Claim claim, Actor actor, Draft? draft, DateTime now, CancellationToken cancel)
    {
        var notForMe = WroteIt(task, claim, actor) ?? task.NotFor(actor) ?? Standing(task);
        var holder = task.Terms.Votes > 1 ? null : task.HolderAt(now);
        var voted = task.Decided.Find(d => d.By == actor.Name);
        return new TaskOnPage
        {
            Task = task,
            NotForMe = notForMe,
            Holder = holder,
            Voted = voted,
            MayWrite = notForMe is null && voted is null && (task.Terms.Votes > 1 || holder == actor.Name),
            Fields = draft is null ? new TaskFields() : TaskFields.Parse(draft.Fields),
            SavedAt = draft?.SavedAt,
            AsksForChange = claim.PublishedVerdict is not null,
            People = MayHandOver(task, actor, holder) ? await people.WhoMayDecideAsync(task, cancel) : [],
        };
    }

    // The terms bar authors too; here they are told in words what made them one.
    private static Refusal? WroteIt(ReviewTask task, Claim claim, Actor actor) =>
        task.Terms.BarredRules.Contains("proposer") && claim.ProposedVerdict is { } proposed ? Authorship.Bar(proposed, actor.Name) : null;

    private static Refusal? Standing(ReviewTask task) => task.Review.Status switch
    {
        ReviewStatus.Held => new Refusal("review-held", "The review is on hold; an administrator lets it go on."),
        ReviewStatus.Faulted => new Refusal("review-faulted", "The review stopped at a step that failed; an administrator can run it again."),
        _ => null,
    };

    private static bool MayHandOver(ReviewTask task, Actor actor, string? holder) => task.Terms.Votes == 1
        && (actor.Is(Roles.Editor) || actor.Is(Roles.Administrator) || holder == actor.Name || (holder is null && task.NotFor(actor) is null));
}
