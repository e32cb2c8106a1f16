using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Taking the verdict off, and letting readers read again what stayed withheld.</content>
public sealed partial class WorkModel
{
    public async Task<IActionResult> OnPostSuspendAsync(
        bool suspendWording,
        [FromServices] SuspensionDesk suspensions,
        CancellationToken cancel
    )
    {
        var suspended = await SendAsync(
            PageFields.Suspend,
            () => suspensions.SuspendAsync(Id, Typed[PageFields.SuspendWhy], suspendWording, Actor, cancel),
            cancel
        );
        return suspended.Refusal is { } refusal
            ? await RefuseAsync(PageFields.Suspend, refusal, cancel)
            : Done(suspended.Value!, "withheld");
    }

    public async Task<IActionResult> OnPostLetReadAsync([FromServices] SuspensionDesk suspensions, CancellationToken cancel)
    {
        var let = await suspensions.LetReadAsync(Id, Actor, cancel);
        return let.Refusal is { } refusal ? NotDone(refusal, "withheld") : Done(let.Value!, "main");
    }
}
