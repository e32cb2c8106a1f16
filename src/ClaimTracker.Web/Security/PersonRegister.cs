using System.Text.RegularExpressions;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Security;

/// <summary>Adds people and gives them roles. Names stand in every trail, so nobody is renamed.</summary>
public sealed partial class PersonRegister(DeskDb db, UserManager<Person> users, RoleManager<IdentityRole> roles, Acting acting)
{
    /// <summary>Adds the first person of an installation; refused once there is one, also where two try at once.</summary>
    public Task<Result<Person>> AddFirstAsync(
        string name,
        string password,
        IReadOnlyCollection<string> held,
        CancellationToken cancel
    )
    {
        acting.Name = "system:setup";
        return db.CommitAsync<Person>(
            "first run",
            Right.Jobs,
            async _ =>
                await db.Users.AnyAsync(cancel)
                    ? new Refusal("first-run", "The first administrator exists already; sign in.")
                    : await CreateFirstAsync(name, password, held, cancel),
            cancel
        );
    }

    /// <summary>Adds a person.</summary>
    public Task<Result<Person>> AddAsync(
        string name,
        string password,
        IReadOnlyCollection<string> held,
        CancellationToken cancel
    ) => db.CommitAsync<Person>("add person", Right.Administer, _ => CreateAsync(name, password, held), cancel);

    /// <summary>Replaces a person's roles. The last administrator keeps that role.</summary>
    public Task<Result> SetRolesAsync(string name, IReadOnlyCollection<string> held, CancellationToken cancel) =>
        db.CommitAsync(
            $"set roles of {name}: {string.Join(", ", held.Order(StringComparer.Ordinal))}",
            Right.Administer,
            async _ =>
            {
                if (await users.FindByNameAsync(name) is not { } person)
                    return new Result(Unknown(name));
                var before = await users.GetRolesAsync(person);
                if (
                    before.Contains(Roles.Administrator)
                    && !held.Contains(Roles.Administrator)
                    && await IsLastAdministratorAsync(person)
                )
                {
                    return Result.Refused("last-administrator", $"{name} is the last administrator; make another one first.");
                }

                if (await EnsureRolesAsync(held) is { } refusal)
                    return new Result(refusal);
                await users.RemoveFromRolesAsync(person, before.Except(held));
                await users.AddToRolesAsync(person, held.Except(before));
                await users.UpdateSecurityStampAsync(person);
                await db.KeepNothingForAsync(person.UserName!, held, cancel);
                return Result.Ok;
            },
            cancel
        );

    /// <summary>Keeps a person from signing in, or lets the person in again. What was done under the name stays.</summary>
    public Task<Result> SetActiveAsync(string name, bool active, CancellationToken cancel) =>
        db.CommitAsync(
            active ? $"reactivate {name}" : $"deactivate {name}",
            Right.Administer,
            async _ =>
            {
                if (await users.FindByNameAsync(name) is not { } person)
                    return new Result(Unknown(name));
                if (!active && await users.IsInRoleAsync(person, Roles.Administrator) && await IsLastAdministratorAsync(person))
                    return Result.Refused("last-administrator", $"{name} is the last administrator; make another one first.");
                person.DeactivatedAt = active ? null : db.Now;
                if (active)
                    person.LockoutEnd = null;
                else
                    await db.KeepNothingForAsync(person.UserName!, [], cancel);
                await users.UpdateSecurityStampAsync(person);
                return Result.Ok;
            },
            cancel
        );

    /// <summary>
    /// Changes one's own password. Refused where the present one is wrong, which is followed by a pause as at the sign-in, or
    /// the new one is too weak.
    /// </summary>
    public async Task<Result<Person>> ChangePasswordAsync(string name, string current, string wanted, CancellationToken cancel)
    {
        var changed = await db.CommitAsync<Person>(
            "change password",
            Right.Own,
            async _ =>
            {
                if (await users.FindByNameAsync(name) is not { } person)
                    return Unknown(name);
                if (await users.IsLockedOutAsync(person))
                    return new Refusal("paused", SignInTries.TooMany);
                if (!await users.CheckPasswordAsync(person, current))
                    return new Refusal("wrong-password", "That is not your password.");
                await users.ResetAccessFailedCountAsync(person);
                var changed = await users.ChangePasswordAsync(person, current, wanted);
                return changed.Succeeded ? person : TooWeak(changed);
            },
            cancel
        );

        // What was refused is not written; that somebody guessed is.
        if (changed.Refusal?.Code == "wrong-password")
        {
            db.ChangeTracker.Clear();
            if (await users.FindByNameAsync(name) is { } guessed)
                await users.AccessFailedAsync(guessed);
        }

        return changed;
    }

    /// <summary>Gives a person a new password, e.g. a forgotten one; whoever is signed in under the name is signed out.</summary>
    public Task<Result> ResetPasswordAsync(string name, string wanted, CancellationToken cancel) =>
        db.CommitAsync(
            $"reset password of {name}",
            Right.Administer,
            async _ =>
            {
                if (await users.FindByNameAsync(name) is not { } person)
                    return new Result(Unknown(name));
                var reset = await users.ResetPasswordAsync(person, await users.GeneratePasswordResetTokenAsync(person), wanted);
                return reset.Succeeded ? Result.Ok : new Result(TooWeak(reset));
            },
            cancel
        );

    /// <summary>Ends the pause that wrong passwords have left: the next try is looked at, as if it were the first.</summary>
    public Task<Result> EndPauseAsync(string name, CancellationToken cancel) =>
        db.CommitAsync(
            $"end pause of {name}",
            Right.Administer,
            async _ =>
            {
                if (await users.FindByNameAsync(name) is not { } person)
                    return new Result(Unknown(name));
                (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
                await users.UpdateAsync(person);
                return Result.Ok;
            },
            cancel
        );

    // What the servers have printed is worth nothing any more.
    private async Task<Result<Person>> CreateFirstAsync(
        string name,
        string password,
        IReadOnlyCollection<string> held,
        CancellationToken cancel
    )
    {
        var created = await CreateAsync(name, password, held);
        if (created.IsOk)
            await db.FirstRunCodes.ExecuteDeleteAsync(cancel);
        return created;
    }

    private async Task<Result<Person>> CreateAsync(string name, string password, IReadOnlyCollection<string> held)
    {
        if (!Name().IsMatch(name))
        {
            return new Refusal(
                "name",
                "A user name has 2 to 40 letters from a to z, digits, dots, hyphens or underscores, and begins with a letter."
            );
        }

        if (ReservedNames.Includes(name))
        {
            return new Refusal(
                "name",
                $"{name} is, or reads like, what every trail says where no person acted or nobody knows who did; give another name."
            );
        }

        if (await users.FindByNameAsync(name) is not null)
            return new Refusal("name", $"There is or was somebody called {name}; a name is never given twice.");
        if (await EnsureRolesAsync(held) is { } refusal)
            return refusal;
        var person = new Person { UserName = name, LockoutEnabled = true };
        var created = await users.CreateAsync(person, password);
        if (!created.Succeeded)
            return TooWeak(created);
        await users.AddToRolesAsync(person, held);
        return person;
    }

    private async Task<Refusal?> EnsureRolesAsync(IReadOnlyCollection<string> held)
    {
        if (held.Except(Roles.OfPeople).FirstOrDefault() is { } unknown)
            return new Refusal("role", $"There is no role “{unknown}”; give {string.Join(", ", Roles.OfPeople)}.");
        foreach (var role in held)
        {
            if (!await roles.RoleExistsAsync(role))
                await roles.CreateAsync(new IdentityRole(role));
        }

        return null;
    }

    private static Refusal Unknown(string name) => new("unknown-person", $"There is nobody called {name}.");

    private static Refusal TooWeak(IdentityResult refused) =>
        new("password", string.Join(" ", refused.Errors.Select(error => error.Description)));

    private async Task<bool> IsLastAdministratorAsync(Person person) =>
        (await users.GetUsersInRoleAsync(Roles.Administrator)).All(other =>
            other.Id == person.Id || other.DeactivatedAt is not null
        );

    // Two names that look alike in two alphabets would be one in every trail.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._-]{1,39}\z", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Name();
}
