using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>
/// What somebody is told whose role is not enough. A form sent without the role is shown again, so that its text is not lost; it
/// changes nothing, and the form's token is asked for before anything of it is shown.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(CarriesTypedAttribute.MostBytes)]
[RequestFormLimits(ValueCountLimit = CarriesTypedAttribute.MostFields, ValueLengthLimit = CarriesTypedAttribute.MostBytes)]
public sealed class DeniedModel : PageModel
{
    /// <summary>The form that was sent; null where none was.</summary>
    public TypedForm? Typed { get; private set; }

    /// <summary>True where what was sent is too long to be shown again.</summary>
    [BindProperty(SupportsGet = true)]
    public bool TooLong { get; set; }

    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;

    public async Task<IActionResult> OnPostAsync([FromQuery] string? to)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (!Url.IsLocalUrl(to) || await SentForm.ReadAsync(Request) is not { } sent)
            return Page();
        Typed = TypedForm.Sent(to, sent);
        return await Typed.IsOfAsync(User, HttpContext)
            ? Page()
            : RedirectPreserveMethod($"/signin/typed?to={Uri.EscapeDataString(to)}");
    }
}
