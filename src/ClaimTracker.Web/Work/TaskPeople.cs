using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Who can be given a task.</summary>
public sealed class TaskPeople(DeskDb db, Blindness blindness)
{
    private const int Most = 200;

    /// <summary>
    /// The people who may decide the task, by name: they hold its role, are active and not barred, and it shows nothing that is
    /// hidden from them.
    /// </summary>
    public async Task<IReadOnlyList<string>> WhoMayDecideAsync(ReviewTask task, CancellationToken cancel)
    {
        List<string> may = [];
        foreach (var name in task.WhoMayDecide(await HoldersAsync(task, cancel)))
        {
            if (await blindness.NotForOtherAsync(task, name, cancel) is null)
                may.Add(name);
        }

        return may;
    }

    /// <summary>The active people who hold the task's role, or the second one that it was escalated to, by name.</summary>
    public Task<IReadOnlyList<string>> HoldersAsync(ReviewTask task, CancellationToken cancel) =>
        HoldersAsync(task.EscalatedTo is { } second ? [task.Role, second] : [task.Role], cancel);

    /// <summary>The active people who hold one of the roles, by name.</summary>
    public async Task<IReadOnlyList<string>> HoldersAsync(IReadOnlyList<string> roles, CancellationToken cancel)
    {
        var holders = await (
            from held in db.UserRoles
            join named in db.Roles on held.RoleId equals named.Id
            join person in db.Users on held.UserId equals person.Id
            where roles.Contains(named.Name!) && person.DeactivatedAt == null
            select person.UserName
        )
            .Distinct()
            .OrderBy(name => name)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. holders.Order(StringComparer.OrdinalIgnoreCase)];
    }
}
