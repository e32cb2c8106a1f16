using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>
/// The sign-in page that answers a form sent by nobody. It changes nothing and holds the form in hidden fields; the form's token
/// was given to somebody who is not signed in, so it is not asked for here, but before anything is offered.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(CarriesTypedAttribute.MostBytes)]
[RequestFormLimits(ValueCountLimit = CarriesTypedAttribute.MostFields, ValueLengthLimit = CarriesTypedAttribute.MostBytes)]
public sealed class SignInTypedModel : PageModel
{
    public TypedForm Carried { get; private set; } = null!;

    public IActionResult OnGet() => LocalRedirect("/signin");

    public async Task<IActionResult> OnPostAsync([FromQuery] string? to)
    {
        if (!Url.IsLocalUrl(to))
            return LocalRedirect("/signin");
        if (await SentForm.ReadAsync(Request) is not { } sent)
            return BadRequest();
        Carried = TypedForm.Sent(to, sent);
        return Page();
    }
}
