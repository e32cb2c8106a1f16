using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClaimTracker.Web.Security;

/// <summary>
/// On a page that people type into at length: where nobody is signed in any more when its form is sent, what was typed is carried
/// through the sign-in; where whoever is signed in has lost the role, it is shown again. Not for pages with passwords.
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
/// Answers a form that came from nobody, or from somebody without the role: the browser sends it once more, to the page that says
/// so, which holds it in hidden fields. The server keeps nothing of it.
/// </summary>
internal sealed class CarryTyped : IAuthorizationMiddlewareResultHandler, IAlwaysRunResultFilter
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded || AddressOf(context, authorizeResult.Forbidden) is not { } address)
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.Redirect(address, permanent: false, preserveMethod: IsCarried(context.Request));
        return Task.CompletedTask;
    }

    /// <summary>
    /// Answers in the same way a form whose token is another person's (whoever typed it was signed out, and somebody else is
    /// signed in now), and one that the page itself finds to be without the role.
    /// </summary>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (
            context.Result is IAntiforgeryValidationFailedResult or ForbidResult
            && AddressOf(context.HttpContext, context.Result is ForbidResult) is { } address
        )
        {
            context.Result = new RedirectResult(
                address,
                permanent: false,
                preserveMethod: IsCarried(context.HttpContext.Request)
            );
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }

    // Where the form is carried to; null for what is not carried.
    private static string? AddressOf(HttpContext context, bool lacksRole)
    {
        var request = context.Request;
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            || context.GetEndpoint()?.Metadata.GetMetadata<CarriesTypedAttribute>() is null
        )
        {
            return null;
        }

        var to = Uri.EscapeDataString(request.Path + request.QueryString);
        return IsCarried(request) ? $"{(lacksRole ? "/denied" : "/signin/typed")}?to={to}"
            : lacksRole ? "/denied?tooLong=true"
            : $"/signin?tooLong=true&returnUrl={Uri.EscapeDataString(request.Path)}";
    }

    // With its method kept (307) the browser sends the same form again.
    private static bool IsCarried(HttpRequest request) =>
        request.ContentLength is not null and <= CarriesTypedAttribute.MostBytes;
}
