using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data;

/// <summary>For whom tasks can be kept, by the roles of people as they are stored.</summary>
internal static class KeptTasks
{
    /// <summary>True where somebody of that name is active and holds the role.</summary>
    public static Task<bool> HoldsRoleAsync(this DeskDb db, string person, string role, CancellationToken cancel)
    {
        var name = PersonName.Normalized(person);
        return (
            from someone in db.Users
            join held in db.UserRoles on someone.Id equals held.UserId
            join named in db.Roles on held.RoleId equals named.Id
            where someone.NormalizedUserName == name && someone.DeactivatedAt == null && named.Name == role
            select someone.Id
        ).AnyAsync(cancel);
    }

    /// <summary>
    /// Keeps nothing any more for a person who is deactivated, or who holds none but those roles from now on.
    /// </summary>
    public static async Task KeepNothingForAsync(
        this DeskDb db,
        string person,
        IReadOnlyCollection<string> roles,
        CancellationToken cancel
    )
    {
        var kept = await db
            .Tasks.Where(t => t.Status == ReviewTaskStatus.Open && t.HeldFor == person && !roles.Contains(t.Role))
            .ToListAsync(cancel);
        kept.ForEach(task => task.KeepForNobody());
    }
}
