using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

[AllowAnonymous]
[RequestFormLimits(ValueCountLimit = CarriesTypedAttribute.MostFields, ValueLengthLimit = CarriesTypedAttribute.MostBytes)]
public sealed class SignInModel(SignInManager<Person> signIn, ILogger<SignInModel> log) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True where what was sent is too long to be carried through the sign-in.</summary>
    [BindProperty(SupportsGet = true)]
    public bool TooLong { get; set; }

    /// <summary>What was typed before the sign-in, still unsent; null where nothing was.</summary>
    public TypedForm? Carried { get; private set; }

    /// <summary>The same, once the person who typed it is signed in again.</summary>
    public TypedForm? Offered { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Carried = TypedForm.Carried(Request.Form, Url.IsLocalUrl);
        if (!ModelState.IsValid)
            return Page();
        var result = await signIn.PasswordSignInAsync(Input.Name, Input.Password, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded)
            return Carried is null ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/desk") : await OfferAsync(Carried);
        // Of a known name the audit tells; of names that nobody has only the log, so that nobody can fill a table.
        log.LogWarning("Sign-in failed for “{Name}”{Locked}", ClaimTracker.Domain.PlainText.Shorten(Input.Name, 40), result.IsLockedOut ? ", which is locked" : "");
        ModelState.AddModelError("", result.IsLockedOut || result.IsNotAllowed
            ? "This account is locked: after too many wrong passwords for ten minutes, or by an administrator for good."
            : "User name and password do not match.");
        return Page();
    }

    private async Task<IActionResult> OfferAsync(TypedForm form)
    {
        var person = await signIn.UserManager.FindByNameAsync(Input.Name);
        var principal = await signIn.CreateUserPrincipalAsync(person!);
        if (!await form.IsOfAsync(principal, HttpContext))
        {
            TempData["Refused"] = "What was typed in this browser before you signed in was typed by somebody else, or nobody can tell any more by whom. "
                + "It is not shown to you, and it was not sent.";
            return LocalRedirect("/desk");
        }

        // The page is already this person's: its token has to be too.
        HttpContext.User = principal;
        Offered = form;
        return Page();
    }
}
