using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Identity's people, with pauses in the place of its lockout: each wrong password is followed by one, a second long at
/// first, twice as long each time and a minute at most, so that guessing gains little. They go
/// by the desk's clock and reach no further than their own length: a clock that ran ahead for a moment pauses nobody for a
/// year.
/// </summary>
internal sealed class DeskUsers(
    IUserStore<Person> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Person> hasher,
    IEnumerable<IUserValidator<Person>> users,
    IEnumerable<IPasswordValidator<Person>> passwords,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Person>> log,
    TimeProvider time
) : UserManager<Person>(store, options, hasher, users, passwords, normalizer, errors, services, log)
{
    /// <summary>The latest end that a pause can have at <paramref name="now"/>.</summary>
    public static DateTimeOffset LatestEnd(DateTimeOffset now, LockoutOptions lockout) =>
        now + lockout.DefaultLockoutTimeSpan + ClockSkew.Most;

    /// <summary>How long the pause is after so many wrong passwords on end.</summary>
    public static TimeSpan PauseAfter(int failures, LockoutOptions lockout)
    {
        // Doubled no further than the longest one: a thousand tries are no number that still fits.
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(failures - 1, 0, 20)));
        return pause < lockout.DefaultLockoutTimeSpan ? pause : lockout.DefaultLockoutTimeSpan;
    }

    public override Task<bool> IsLockedOutAsync(Person user)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(
            user.LockoutEnabled && user.LockoutEnd > now && user.LockoutEnd <= LatestEnd(now, Options.Lockout)
        );
    }

    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        var pauses = (IUserLockoutStore<Person>)Store;
        var failures = await pauses.IncrementAccessFailedCountAsync(user, CancellationToken);
        await pauses.SetLockoutEndDateAsync(user, time.GetUtcNow() + PauseAfter(failures, Options.Lockout), CancellationToken);
        return await UpdateUserAsync(user);
    }
}

/// <summary>
/// Signs people in. Whether somebody may sign in at all rests on <see cref="Person.DeactivatedAt"/> alone. Whoever is refused
/// costs as many hashes as whoever is let in: the largest part of the time that an answer takes does not tell which names there
/// are.
/// </summary>
internal sealed class DeskSignIn(
    UserManager<Person> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log,
    Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    SignInTries tries
) : SignInManager<Person>(users, context, claims, options, log, schemes, confirmation)
{
    // Of no account: what is compared with where there is no password to compare with.
    private static string? _nobodys;

    public override async Task<bool> CanSignInAsync(Person user) => user.DeactivatedAt is null && await base.CanSignInAsync(user);

    public override async Task<SignInResult> PasswordSignInAsync(
        string userName,
        string password,
        bool isPersistent,
        bool lockoutOnFailure
    )
    {
        // One after the other: what is tried at once would be compared before the first failure is written.
        using var turn = await tries.EnterAsync(userName, Context.RequestAborted);
        if (await UserManager.FindByNameAsync(userName) is { } person)
            return await PasswordSignInAsync(person, password, isPersistent, lockoutOnFailure);
        HashOnce(password);

        // Of a known name the audit tells; of names that nobody has only the log, so that nobody can fill a table.
        Logger.LogWarning("Sign-in failed for “{Name}”, which nobody is called", PlainText.Shorten(userName, 40));
        return SignInResult.Failed;
    }

    public override async Task<SignInResult> CheckPasswordSignInAsync(Person user, string password, bool lockoutOnFailure)
    {
        if (await PreSignInCheck(user) is not { } refused)
            return await base.CheckPasswordSignInAsync(user, password, lockoutOnFailure);
        HashOnce(password);
        return refused;
    }

    private void HashOnce(string password)
    {
        var nobody = new Person();
        _nobodys ??= UserManager.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        UserManager.PasswordHasher.VerifyHashedPassword(nobody, _nobodys, password);
    }
}
