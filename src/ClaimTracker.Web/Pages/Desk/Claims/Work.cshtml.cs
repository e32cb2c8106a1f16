using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Claims;

// Every role reads the working page; what only some may do is decided by Allows and by the rules behind it.
[Authorize(Policy = Policies.DeskReader)]
[CarriesTyped]
public sealed partial class WorkModel(ClaimView view, ClaimEdits edits, TaskDecider decider, TaskLeases leases) : PageModel
{
    private static readonly HashSet<string> ForAdministrators = ["Cancel", "Hold", "Resume", "Retry"];

    private string? _refusedFor;

    public long Id { get; private set; }

    public WorkPage Shown { get; private set; } = null!;

    /// <summary>The form that was refused, and why.</summary>
    public (string Form, string Message)? Refused { get; private set; }

    public EvidenceInput Evidence => EvidenceInput.Of(Typed);

    /// <summary>Claims that may say the same; shown to whoever works here, until it is set aside.</summary>
    public IReadOnlyList<SimilarClaim> Similar { get; private set; } = [];

    /// <summary>What is said in place of a claim that cannot be shown; null where it can.</summary>
    public string? Odd { get; private set; }

    public Actor Actor => User.ToActor();

    public bool OnDesk => Actor.IsOnDesk;

    public bool IsAdministrator => Actor.Is(Roles.Administrator);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    private bool Allows(string? handler) =>
        handler switch
        {
            { } name when ForAdministrators.Contains(name) => IsAdministrator,
            "HandOver" or "Draft" or "Drop" => OnDesk || IsAdministrator,
            _ => OnDesk,
        };

    private async Task<IActionResult> ShowAsync(CancellationToken cancel, Func<WorkPage, WorkPage>? change = null)
    {
        await ReadDraftAsync(cancel);
        if (await view.LoadAsync(Id, Actor, Typed, cancel) is not { } found)
            return NotFound();
        if (found.Value is not { } page)
        {
            Odd = found.Refusal!.Message;
            return Page();
        }

        Shown = change?.Invoke(page) ?? page;
        if (OnDesk && page.Claim.Stage is not (Stage.Linked or Stage.Folded or Stage.Declined))
        {
            var similar = HttpContext.RequestServices.GetRequiredService<SimilarClaims>();
            Similar = await similar.FindAsync(Id, page.Claim.Wording, cancel);
        }

        return Page();
    }

    private Task<IActionResult> RefuseAsync(string form, Refusal refusal, CancellationToken cancel)
    {
        (Refused, _refusedFor) = ((form, refusal.Message), refusal.Code);
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
