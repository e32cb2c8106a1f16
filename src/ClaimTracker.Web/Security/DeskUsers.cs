using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Identity's people, with a lockout that asks the desk's clock and reaches no further than its own length: a clock that ran
/// ahead for a moment locks nobody out for a year.
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
    /// <summary>The latest end that a lockout can have at <paramref name="now"/>.</summary>
    public static DateTimeOffset LatestEnd(DateTimeOffset now, LockoutOptions lockout) =>
        now + lockout.DefaultLockoutTimeSpan + ClockSkew.Most;

    public override Task<bool> IsLockedOutAsync(Person user)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(
            user.LockoutEnabled && user.LockoutEnd > now && user.LockoutEnd <= LatestEnd(now, Options.Lockout)
        );
    }

    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        var lockouts = (IUserLockoutStore<Person>)Store;
        if (await lockouts.IncrementAccessFailedCountAsync(user, CancellationToken) >= Options.Lockout.MaxFailedAccessAttempts)
        {
            await lockouts.SetLockoutEndDateAsync(
                user,
                time.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan,
                CancellationToken
            );
            await lockouts.ResetAccessFailedCountAsync(user, CancellationToken);
        }

        return await UpdateUserAsync(user);
    }
}

/// <summary>Signs people in. Whether somebody may sign in at all rests on <see cref="Person.DeactivatedAt"/> alone.</summary>
internal sealed class DeskSignIn(
    UserManager<Person> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log,
    Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation
) : SignInManager<Person>(users, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Person user) => user.DeactivatedAt is null && await base.CanSignInAsync(user);
}
