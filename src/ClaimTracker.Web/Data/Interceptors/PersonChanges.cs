using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Web.Data.Interceptors;

/// <summary>
/// What the audit says of people: which role was given or taken, that a password is another one, that a sign-in failed. Never a
/// hash.
/// </summary>
internal static class PersonChanges
{
    /// <summary>The user name of whoever the role is given to or taken from.</summary>
    public static string NameOf(DeskDb db, IdentityUserRole<string> held) =>
        db.Users.Local.First(p => p.Id == held.UserId).UserName!;

    /// <summary>The role before and after.</summary>
    public static JsonObject FieldsOfRole(EntityEntry entry)
    {
        var held = (IdentityUserRole<string>)entry.Entity;
        var role = ((DeskDb)entry.Context).Roles.Local.FirstOrDefault(r => r.Id == held.RoleId)?.Name ?? held.RoleId;
        return new JsonObject
        {
            ["Role"] = entry.State == EntityState.Added ? new JsonArray(null, role) : new JsonArray(role, null),
        };
    }

    /// <summary>Notes that the password is another one, and nothing of either.</summary>
    public static void AddPassword(EntityEntry entry, JsonObject fields)
    {
        // Identity marks every column of a person as modified, whichever it changed.
        var hash = entry.Property(nameof(Person.PasswordHash));
        if (entry.State == EntityState.Modified && !Equals(hash.OriginalValue, hash.CurrentValue))
            fields["Password"] = new JsonArray(null, "changed");
    }

    /// <summary>What happened to a person by what changed; null where the fields speak for themselves.</summary>
    public static string? VerbOf(JsonObject fields)
    {
        if (fields.ContainsKey(nameof(Person.DeactivatedAt)))
            return null;
        if (fields[nameof(Person.LockoutEnd)] is JsonArray { Count: 2 } pause && pause[1] is null)
            return "end pause";
        if (fields[nameof(Person.AccessFailedCount)] is JsonArray { Count: 2 } failed)
            return (int)failed[1]! > (int)failed[0]! ? "wrong password" : "right password after wrong ones";
        return null;
    }
}
