using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Remembers that the first administrator exists; the last one keeps the role, so one look at the database is enough.
/// </summary>
public sealed class FirstRunState
{
    /// <summary>True once somebody is known to exist.</summary>
    public bool HasPeople { get; set; }

    /// <summary>True once this server has printed the code for the first run.</summary>
    public bool HasPrinted { get; set; }

    /// <summary>True until somebody exists.</summary>
    public async Task<bool> IsFirstRunAsync(DeskDb db, CancellationToken cancel) =>
        !HasPeople && !(HasPeople = await db.Users.AnyAsync(cancel));
}

/// <summary>Leads every page to <c>/setup</c> until the first administrator is made.</summary>
internal sealed class FirstRun(RequestDelegate next, FirstRunState state)
{
    public async Task InvokeAsync(HttpContext context, DeskDb db)
    {
        var isPage =
            context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null;
        if (
            isPage
            && !state.HasPeople
            && context.Request.Path is not { Value: "/setup" or "/error" }
            && await state.IsFirstRunAsync(db, context.RequestAborted)
        )
        {
            context.Response.Redirect("/setup");
            return;
        }

        await next(context);
    }
}
