using System.ComponentModel.DataAnnotations;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>The form of the sign-in.</summary>
/// <param name="Input">What is typed into it.</param>
/// <param name="ReturnUrl">Where it leads; null for the queue.</param>
/// <param name="Carried">What was typed before and is carried through; null where nothing is.</param>
public sealed record SignInForm(SignInInput Input, string? ReturnUrl, TypedForm? Carried);

/// <summary>What somebody signs in with.</summary>
public sealed class SignInInput
{
    [Required(ErrorMessage = "Give your user name.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Give your password.")]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}
