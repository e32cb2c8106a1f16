using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

// The form's token is checked here: where somebody has signed in in another tab meanwhile it is out of date, and what is carried
// must not be lost.
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestFormLimits(ValueLengthLimit = 4 * CarriesTypedAttribute.MostBytes)]
public sealed class SignInModel(
    SignInManager<Person> signIn,
    IAntiforgery antiforgery,
    IDataProtectionProvider protection,
    SignInTries tries
) : PageModel
{
    // One sentence for whatever was wrong: it does not tell which names there are, nor which of them are paused or deactivated.
    private const string Refused =
        "User name and password do not match, or there were too many tries: wait a minute, then try again. An administrator can help who has forgotten the password or was deactivated.";

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

    /// <summary>True where whoever has signed in is not shown what is carried.</summary>
    public bool NotTheirs { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await SentForm.ReadAsync(Request) is not { } sent)
            return BadRequest();
        Carried = TypedForm.Carried(sent, Url.IsLocalUrl, protection);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            ModelState.Clear();
            ModelState.AddModelError(
                "",
                "This page was out of date, as it is when somebody has signed in in another tab meanwhile. Nobody is signed in by it; sign in once more."
            );
            return Page();
        }

        if (!ModelState.IsValid)
            return Page();
        var mayTry = tries.Take(HttpContext);
        if (mayTry && await IsInAsync())
            return Carried is null ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/desk") : await OfferAsync(Carried);
        if (!mayTry)
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        ModelState.AddModelError("", Refused);
        return Page();
    }

    private async Task<bool> IsInAsync() =>
        (await signIn.PasswordSignInAsync(Input.Name, Input.Password, Input.Remember, lockoutOnFailure: true)).Succeeded;

    private async Task<IActionResult> OfferAsync(TypedForm form)
    {
        var person = await signIn.UserManager.FindByNameAsync(Input.Name);
        var principal = await signIn.CreateUserPrincipalAsync(person!);

        // The page is already this person's: its token has to be too.
        HttpContext.User = principal;
        if (await form.IsOfAsync(principal, HttpContext))
            Offered = form;
        else
            NotTheirs = true;
        return Page();
    }
}
