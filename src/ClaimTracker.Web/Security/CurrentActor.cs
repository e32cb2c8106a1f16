using System.Security.Claims;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClaimTracker.Web.Security;

/// <summary>The signed-in person as the domain knows people.</summary>
public static class CurrentActor
{
    /// <summary>User name and roles of the signed-in person.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) =>
        new(
            principal.Identity?.Name ?? ReservedNames.Anonymous,
            principal.FindAll(ClaimTypes.Role).Select(role => role.Value).ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>True where the signed-in person is one of the desk.</summary>
    public static bool IsOnDesk(this ClaimsPrincipal principal) => principal.ToActor().IsOnDesk;
}

/// <summary>Puts the signed-in person's name on whatever a page changes.</summary>
internal sealed class ActingPageFilter : IAsyncPageFilter
{
    // Before any page's own filter, which may commit something itself.
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<Acting>().Name = context.HttpContext.User.ToActor().Name;
        return Task.CompletedTask;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
}
