using System.ComponentModel.DataAnnotations;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(SignInManager<Person> signIn, ILogger<SignInModel> log) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (!ModelState.IsValid)
            return Page();
        var result = await signIn.PasswordSignInAsync(Input.Name, Input.Password, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded)
            return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/desk");
        // Of a known name the audit tells; of names that nobody has only the log, so that nobody can fill a table.
        log.LogWarning("Sign-in failed for “{Name}”{Locked}", ClaimTracker.Domain.PlainText.Shorten(Input.Name, 40), result.IsLockedOut ? ", which is locked" : "");
        ModelState.AddModelError("", result.IsLockedOut || result.IsNotAllowed
            ? "This account is locked: after too many wrong passwords for ten minutes, or by an administrator for good."
            : "User name and password do not match.");
        return Page();
    }

    public sealed class SignInInput
    {
        [Required(ErrorMessage = "Give your user name.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Give your password.")]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
