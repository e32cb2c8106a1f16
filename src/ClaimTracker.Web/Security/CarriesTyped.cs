using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace ClaimTracker.Web.Security;

/// <summary>
/// On a page that people type into at length: where nobody is signed in any more when its form is sent, what was typed is carried through the
/// sign-in. Not for pages with passwords.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CarriesTypedAttribute : Attribute
{
    /// <summary>The most that is carried, in bytes as it is sent.</summary>
    public const int MostBytes = 2_000_000;

    /// <summary>The most fields that a form of the sign-in has.</summary>
    public const int MostFields = 8_192;
}

/// <summary>
/// Answers a form that came from nobody: the browser sends it once more, to the sign-in page, which holds it in hidden fields. The server keeps
/// nothing of it.
/// </summary>
internal sealed class CarryTyped : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var request = context.Request;
        var carries = authorizeResult.Challenged && HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && !request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            && context.GetEndpoint()?.Metadata.GetMetadata<CarriesTypedAttribute>() is not null;
        if (!carries)
            return usual.HandleAsync(next, context, policy, authorizeResult);
        if (request.ContentLength is null or > CarriesTypedAttribute.MostBytes)
        {
            context.Response.Redirect($"/signin?tooLong=true&returnUrl={Uri.EscapeDataString(request.Path)}");
            return Task.CompletedTask;
        }

        // 307 has the browser send the same form again.
        context.Response.Redirect($"/signin/typed?to={Uri.EscapeDataString(request.Path + request.QueryString)}", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }
}
