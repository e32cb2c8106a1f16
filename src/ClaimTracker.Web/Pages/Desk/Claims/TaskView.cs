using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Reads a claim's open tasks as they concern one person.</summary>
public sealed class TaskView(DeskDb db, WorkflowLibrary library, TaskPeople people, IntakeSettings intake)
{
    /// <summary>
    /// The open tasks, with what the person has typed for each; nothing of what others proposed and decided where the person is
    /// <paramref name="blind"/>.
    /// </summary>
    public async Task<IReadOnlyList<TaskOnPage>> ReadAsync(
        Claim claim,
        Actor actor,
        PageFields typed,
        bool blind,
        CancellationToken cancel
    )
    {
        var now = db.Now;
        var open = await db
            .Tasks.AsNoTracking()
            .Include(t => t.Decided)
            .Include(t => t.Review)
            .Where(t => t.ClaimId == claim.Id && t.Status == ReviewTaskStatus.Open)
            .OrderBy(t => t.QueueOrder)
            .ThenBy(t => t.Id)
            .Take(20)
            .ToListAsync(cancel);
        var awaited = LoneTasks.AwaitedApprovals(open, now);
        List<TaskOnPage> shown = [];
        foreach (var task in open)
        {
            var one = await ShowAsync(task, claim, actor, typed, blind, now, cancel);
            shown.Add(one with { Awaited = task.Purpose == TaskPurpose.Step && !task.Terms.Blind ? awaited : null });
        }

        return shown;
    }

    /// <summary>What whoever is about to change the proposal is told first; null where none is proposed.</summary>
    public async Task<string?> BeforeChangeAsync(
        Claim claim,
        IReadOnlyList<TaskOnPage> open,
        Actor actor,
        CancellationToken cancel
    )
    {
        if (claim.ProposedVerdict is not { } proposed)
            return null;
        var approving = open.Where(task => task.Task.Terms.Approves.Count > 0).Select(task => task.Task).ToList();
        string[] roles =
        [
            .. approving
                .SelectMany(task => new[] { task.Role, task.EscalatedTo })
                .OfType<string>()
                .DefaultIfEmpty(Roles.Editor)
                .Distinct(),
        ];

        // Whoever is barred from one of the tasks may approve by another, and is asked to where an approval was given before.
        var barred = approving
            .Select(task => task.BarredAfterChange(proposed))
            .DefaultIfEmpty([])
            .Aggregate((all, next) => all.Intersect(next, PersonName.Comparer))
            .Except(proposed.ValidApprovers, PersonName.Comparer)
            .ToList();
        var after = Authorship.AfterChangeBy(
            proposed,
            actor.Name,
            (await people.HoldersAsync(roles, cancel)).Where(name => !PersonName.Among(barred, name))
        );
        return AuthorWords.Of(
            after,
            await NeededAsync(claim, approving, cancel),
            [.. await people.HoldersAsync(Roles.OfDesk, cancel)],
            [.. await people.HoldersAsync([Roles.Administrator], cancel)]
        );
    }

    /// <summary>
    /// The independent groups of evidence that a first verdict of the claim is held to, as far as its open tasks tell; null where
    /// no review is under way, or where one reckons them later.
    /// </summary>
    public async Task<int?> GroupsAskedAsync(Claim claim, IReadOnlyList<TaskOnPage> open, CancellationToken cancel)
    {
        List<int?> held = [];
        foreach (var version in open.Select(task => task.Task.Review?.VersionId).OfType<string>().Distinct())
            held.Add(await HeldToAsync(claim, version, cancel));
        return held.Contains(null) ? null : held.Max();
    }

    // The groups that a version published by that definition is held to; null where it reckons them.
    private async Task<int?> HeldToAsync(Claim claim, string versionId, CancellationToken cancel) =>
        (await library.GetAsync(db, versionId, cancel)).GroupsAsked is { } asked
            ? claim.MinimumOf(new Minimum(asked, Minimum.Floor.Approvals)).Groups
            : null;

    // The greatest of what the step, the review's definition and the domain ask. What an expression reckons is not known before.
    private async Task<ApprovalsNeeded> NeededAsync(Claim claim, List<ReviewTask> approving, CancellationToken cancel)
    {
        List<int?> asked = [claim.MinimumOf(Minimum.Floor).Approvals];
        foreach (var task in approving)
        {
            asked.Add(task.Terms.VotesNeeded);
            if (task.Review is { } review)
                asked.Add((await library.GetAsync(db, review.VersionId, cancel)).ApprovalsAsked);
        }

        return new ApprovalsNeeded(asked.Max() ?? Minimum.Floor.Approvals, IsAll: approving.Count > 0 && !asked.Contains(null));
    }

    private async Task<TaskOnPage> ShowAsync(
        ReviewTask task,
        Claim claim,
        Actor actor,
        PageFields typed,
        bool blind,
        DateTime now,
        CancellationToken cancel
    )
    {
        var holder = task.HolderAt(now);
        var before = await TaskHistory.ReadAsync(db, task, blind, cancel);
        var voted = task.Decided.Find(d => PersonName.Same(d.By, actor.Name));

        // Whoever has voted is shown the vote: that it bars them from another is no news.
        var notForMe = voted is not null
            ? null
            : await BarAsync(task, claim, actor, cancel)
                ?? task.NotFor(actor)
                ?? task.Review?.Status.NotRunning()
                ?? (blind && Blindness.Concerns(task.Purpose) ? Blindness.NotFor(task) : null);
        return new TaskOnPage
        {
            Task = task,
            NotForMe = notForMe,
            Holder = holder,
            Voted = voted,
            MayWrite = notForMe is null && voted is null && (task.Terms.IsVote || task.IsHeldBy(actor.Name, now)),
            KeptFor = task.KeptForAt(now),
            Typed = typed,
            Fields = typed.Task(task.Id),
            Returned = before.Returned,
            Before = before.Fields(claim),
            AsksForChange = claim.PublishedVerdict is not null,
            People = task.NotToHandOver(actor, now) is null ? await people.WhoMayDecideAsync(task, cancel) : [],
            Watching = await WatchingAsync(task, claim, cancel),
        };
    }

    // A proposal takes what stands when it is approved; how many groups it is held to, its definition says.
    private async Task<string?> WatchingAsync(ReviewTask task, Claim claim, CancellationToken cancel)
    {
        if (task.Terms.Approves.Count == 0 || task.Terms.Blind || claim.ProposedVerdict is null)
            return null;
        var standing = claim.Evidence.Where(e => e.WithdrawnAt is null).ToList();
        var verifying = WatchWords.OfVerifying(
            standing,
            task.Review is { } review ? await HeldToAsync(claim, review.VersionId, cancel) : null,
            intake
        );
        return WatchWords.OfUnwatched(standing, intake) is { Count: > 0 } unwatched
            ? $"{verifying} No machine watches: {string.Join("; ", unwatched)}."
            : verifying;
    }

    // Whoever is barred is told the rule that is true of them, and no other: the row knows only that one is.
    private async Task<Refusal?> BarAsync(ReviewTask task, Claim claim, Actor actor, CancellationToken cancel)
    {
        if (task.Purpose == TaskPurpose.ConfirmWithdrawal)
            return claim.NotForWithdrawal(actor);
        if (task.Purpose == TaskPurpose.DecideSuspension)
            return claim.NotToDecideSuspension(actor);
        if (
            task.Terms.BarredRules.Contains(BarRule.Proposer)
            && claim.ProposedVerdict is { } proposed
            && Authorship.Bar(proposed, actor.Name) is { } wrote
        )
        {
            return wrote;
        }

        if (
            TaskRule.WrongRole(task.Title, task.Role, task.EscalatedTo, actor) is not null
            || !PersonName.Among(task.Barred, actor.Name)
        )
        {
            return null;
        }

        if (task.Terms.Blind && claim.ProposedVerdict?.IsAuthor(actor.Name) != true)
        {
            var proposals = await db.UnpublishedAsync([claim.Id], cancel);
            if (PersonName.Among((await db.KnowingAsync(proposals, cancel))[claim.Id], actor.Name))
                return TaskRule.Barred(task.Title, task.Role, BarRule.Known);
        }

        foreach (var activity in task.Terms.BarredRules.Select(BarRule.ActivityOf).OfType<string>())
        {
            var deciders = await db
                .Tasks.Where(t => t.ReviewId == task.ReviewId && t.ActivityId == activity)
                .SelectMany(t => t.Decided)
                .Select(d => d.By)
                .ToListAsync(cancel);
            if (PersonName.Among(deciders, actor.Name))
            {
                var title = (await library.GetAsync(db, task.Review!.VersionId, cancel)).TitleOf(activity);
                return TaskRule.Barred(task.Title, task.Role, $"you decided “{title}”, and {BarRule.Another}");
            }
        }

        return
            task.Terms.BarredRules.Contains(BarRule.Approver)
            && claim.ProposedVerdict?.ValidApprovers.Contains(actor.Name, PersonName.Comparer) == true
            ? TaskRule.Barred(task.Title, task.Role, BarRule.Because(BarRule.Approver))
            : null;
    }
}
