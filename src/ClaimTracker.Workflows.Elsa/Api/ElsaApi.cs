using System.Security.Claims;
using Elsa.Extensions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Workflows.Elsa.Api;

/// <summary>
/// Elsa's own HTTP API, to which Elsa Studio connects. It is there to look: definitions, instances, journals. Reviews are moved
/// and definitions replaced at the desk, where the rules are, so that what would change either is forbidden to everybody here.
/// </summary>
public static class ElsaApi
{
    /// <summary>Where the API is served.</summary>
    public const string Path = "/elsa/api";

    private static readonly string[] MayRead =
    [
        "read:*",
        "read:activity-descriptors",
        "read:activity-descriptors-options",
        "read:activity-execution",
        "read:commit-strategies",
        "read:expression-descriptors",
        "read:incident-strategies",
        "read:installed-features",
        "read:log-persistence-strategies",
        "read:storage-drivers",
        "read:variable-descriptors",
        "read:workflow-activation-strategies",
        "read:workflow-definitions",
        "read:workflow-instances",
    ];

    /// <summary>
    /// Serves the API to those whom <paramref name="policy"/> admits. After authentication, before authorization.
    /// </summary>
    public static void UseElsaApi(this WebApplication app, string policy)
    {
        // Before any endpoint of Elsa's, since one of them admits everybody who holds a token of Elsa's.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Path),
            api => api.Use((context, next) => AdmitAsync(context, next, policy))
        );
        app.MapWorkflowsApi(Path.TrimStart('/'));
    }

    private static async Task AdmitAsync(HttpContext context, RequestDelegate next, string policy)
    {
        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        if (!(await authorization.AuthorizeAsync(context.User, policy)).Succeeded)
        {
            context.Response.StatusCode =
                context.User.Identity?.IsAuthenticated == true
                    ? StatusCodes.Status403Forbidden
                    : StatusCodes.Status401Unauthorized;
            return;
        }

        context.User.AddIdentity(new ClaimsIdentity(MayRead.Select(permission => new Claim("permissions", permission))));
        await next(context);
    }
}
