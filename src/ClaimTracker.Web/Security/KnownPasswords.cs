using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Refuses what is guessed first: words from lists of leaked passwords, the person's and the desk's own names, and what zxcvbn
/// finds in fewer than a million guesses of either. Nothing is asked of how a password is composed.
/// </summary>
internal sealed class KnownPasswords(DeskSettings desk) : IPasswordValidator<Person>
{
    // A million guesses, which a pause of a minute after each makes two years of.
    private const double FewestBits = 20;

    // What zxcvbn looks at costs with the length, and nobody's list holds as long a password.
    private const int MostCharacters = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        string[] own = ["claimtracker", user.UserName ?? "", desk.PublicUrl.Host, .. desk.PublicUrl.Host.Split('.')];
        var isKnown =
            password is { Length: > 0 and <= MostCharacters } && Zxcvbn.Zxcvbn.MatchPassword(password, own).Entropy < FewestBits;
        return Task.FromResult(
            isKnown
                ? IdentityResult.Failed(
                    new IdentityError
                    {
                        Code = "PasswordKnown",
                        Description =
                            "That password is one of those that are guessed first; take another one, e.g. four words by chance.",
                    }
                )
                : IdentityResult.Success
        );
    }
}
