using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>
/// Accounts without a password, of people who decide and never sign in: the database takes approvals of editors' accounts alone.
/// </summary>
public static class Accounts
{
    /// <summary>Adds, within an act, those accounts that are not there; one that is there keeps its roles.</summary>
    public static async Task AddAsync(DeskDb db, IEnumerable<Actor> people, CancellationToken cancel)
    {
        var there = await db.Users.Select(p => p.UserName!).ToListAsync(cancel);
        var roles = await db.Roles.ToDictionaryAsync(r => r.Name!, cancel);
        foreach (var actor in people.Where(actor => !actor.IsSystem && !PersonName.Among(there, actor.Name)))
        {
            var person = new Person
            {
                UserName = actor.Name,
                NormalizedUserName = PersonName.Normalized(actor.Name),
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString(),
            };
            db.Users.Add(person);
            foreach (var held in actor.ActorRoles)
            {
                if (!roles.TryGetValue(held, out var role))
                {
                    roles[held] = role = new IdentityRole(held) { NormalizedName = held.ToUpperInvariant() };
                    db.Roles.Add(role);
                }

                db.UserRoles.Add(new IdentityUserRole<string> { UserId = person.Id, RoleId = role.Id });
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
