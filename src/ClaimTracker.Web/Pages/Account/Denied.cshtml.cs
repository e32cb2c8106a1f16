using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

/// <summary>What somebody is told whose role is not enough. A form sent without the role is shown again, so that its text is not lost.</summary>
[AllowAnonymous]
[RequestSizeLimit(CarriesTypedAttribute.MostBytes)]
[RequestFormLimits(ValueCountLimit = CarriesTypedAttribute.MostFields, ValueLengthLimit = CarriesTypedAttribute.MostBytes)]
public sealed class DeniedModel : PageModel
{
    /// <summary>The form that was sent; null where none was.</summary>
    public TypedForm? Typed { get; private set; }

    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;

    public async Task OnPostAsync([FromQuery] string? to)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Url.IsLocalUrl(to) && await SentForm.ReadAsync(Request) is { } sent)
            Typed = TypedForm.Sent(to, sent);
    }
}
