using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data;

/// <summary>
/// Who acts, as the database has it in the transaction of the act. A cookie tells who somebody is, and not what the person may do
/// now.
/// </summary>
internal static class ActorNow
{
    /// <summary>
    /// The actor with the roles held now; refused where there is no such person, or where the account is deactivated.
    /// </summary>
    public static async Task<Result<Actor>> ReadAsync(DeskDb db, string name, CancellationToken cancel)
    {
        if (Actor.IsSystemName(name))
            return new Actor(name, new HashSet<string>());
        var normalized = PersonName.Normalized(name);
        var held = await (
            from person in db.Users
            where person.NormalizedUserName == normalized
            from membership in db.UserRoles.Where(m => m.UserId == person.Id).DefaultIfEmpty()
            from role in db.Roles.Where(r => r.Id == membership!.RoleId).DefaultIfEmpty()
            select new
            {
                person.UserName,
                person.DeactivatedAt,
                Role = role!.Name,
            }
        ).ToListAsync(cancel);
        if (held.Count == 0)
            return new Refusal("unknown-person", $"There is nobody called {name}. Sign in again.");
        return held[0].DeactivatedAt is not null
            ? new Refusal(
                "deactivated",
                "This account was deactivated, so nothing was changed. What you typed is still here; an administrator can let you in again."
            )
            : new Actor(held[0].UserName!, held.Select(h => h.Role).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }
}
