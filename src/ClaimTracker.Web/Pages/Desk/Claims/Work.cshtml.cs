using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Claims;

// Every role reads the working page; what only some may do is decided by OnPageHandlerExecuting and by the rules behind it.
[Authorize(Policy = Policies.DeskReader)]
public sealed partial class WorkModel(ClaimView view, ClaimEdits edits, TaskDecider decider, TaskLeases leases) : PageModel
{
    private static readonly HashSet<string> ForAdministrators = ["Cancel", "Hold", "Resume", "Retry"];

    public long Id { get; private set; }

    public WorkPage Shown { get; private set; } = null!;

    public EvidenceInput Evidence { get; private set; } = new();

    /// <summary>What was typed into the form that changes the proposal, and refused; null on a fresh page.</summary>
    public VerdictEdit? Edit { get; private set; }

    public string? Wording { get; private set; }

    /// <summary>Why evidence is to be withdrawn, where that was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The form that was refused, and why.</summary>
    public (string Form, string Message)? Refused { get; private set; }

    public Actor Actor => User.ToActor();

    public bool OnDesk => Actor.Is(Roles.FactChecker) || Actor.Is(Roles.Editor);

    public bool IsAdministrator => Actor.Is(Roles.Administrator);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Id = Convert.ToInt64(RouteData.Values["id"], System.Globalization.CultureInfo.InvariantCulture);
        if (!HttpMethods.IsPost(Request.Method))
            return;
        var allowed = context.HandlerMethod?.Name switch
        {
            { } name when ForAdministrators.Contains(name) => IsAdministrator,
            "HandOver" => OnDesk || IsAdministrator,
            _ => OnDesk,
        };
        if (!allowed)
            context.Result = Forbid();
    }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    private async Task<IActionResult> ShowAsync(CancellationToken cancel, Func<WorkPage, WorkPage>? change = null)
    {
        if (await view.LoadAsync(Id, Actor, cancel) is not { } page)
            return NotFound();
        Shown = change?.Invoke(page) ?? page;
        return Page();
    }

    private Task<IActionResult> RefuseAsync(string form, Refusal refusal, CancellationToken cancel)
    {
        Refused = (form, refusal.Message);
        return ShowAsync(cancel);
    }

    /// <summary>Back to the part of the page where it was done.</summary>
    private RedirectResult Done(string message, string part)
    {
        TempData["Done"] = message;
        return Redirect($"/desk/claims/{Id}#{part}");
    }

    private RedirectResult NotDone(Refusal refusal, string part)
    {
        TempData["Refused"] = refusal.Message;
        return Redirect($"/desk/claims/{Id}#{part}");
    }
}
