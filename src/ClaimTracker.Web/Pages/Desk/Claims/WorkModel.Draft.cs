using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Wording;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>
/// What is typed. The page is one form: whatever is pressed, all that is typed on it is kept first, and then done what was
/// pressed. What is done is taken out of the draft.
/// </content>
public sealed partial class WorkModel
{
    /// <summary>All that is typed on the page: as it was just sent, or as it was saved.</summary>
    public PageFields Typed { get; private set; } = new();

    /// <summary>How many saves the page knows of; it sends them along.</summary>
    public int Saves { get; private set; }

    public DateTime? SavedAt { get; private set; }

    /// <summary>Why what was just sent is not in the draft; null where it is.</summary>
    public Refusal? NotKept { get; private set; }

    /// <summary>What was saved from another window and is not what this page holds; null where nothing is.</summary>
    public PageFields? SavedElsewhere { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Id = Convert.ToInt64(RouteData.Values["id"], CultureInfo.InvariantCulture);
        if (HttpMethods.IsPost(Request.Method) && context.HandlerMethod is { } handler)
        {
            // A press that is not theirs any more does nothing, and what is typed on the page is kept all the same.
            var mayPress = Allows(handler.Name);
            if (Allows("Draft"))
                context.Result = await KeepAsync(mayPress ? handler.Name : "Draft", HttpContext.RequestAborted);
            if (context.Result is null && !mayPress)
                context.Result = Forbid();
            if (context.Result is not null)
                return;
        }

        await next();
    }

    /// <summary>
    /// Keeps what is typed. The page's script asks for JSON while people type; a button does it without the script.
    /// </summary>
    public async Task<IActionResult> OnPostDraftAsync(
        [FromForm] long[] holding,
        [FromServices] TimeProvider time,
        CancellationToken cancel
    ) =>
        WantsJson
            ? new JsonResult(
                new
                {
                    saved = SavedAt is { } saved ? $"Draft saved {Moment.Text(saved)}" : "",
                    saves = Saves,
                    lost = string.Join(" ", await leases.LostAsync(Id, holding, Actor, time.GetUtcNow().UtcDateTime, cancel)),
                }
            )
            : Done("Draft saved: all that is typed on this page. Only you see it.", "main");

    /// <summary>Throws away what is typed into those fields.</summary>
    public async Task<IActionResult> OnPostDropAsync([FromQuery] string[] name, CancellationToken cancel)
    {
        var dropped = await Drafts.DropAsync(Id, Typed.Of(name), Actor, cancel);
        return dropped.Refusal is { } refusal ? NotDone(refusal, "tasks") : Done("Thrown away.", "tasks");
    }

    private Drafts Drafts => HttpContext.RequestServices.GetRequiredService<Drafts>();

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>Keeps what the form holds; null where what was pressed may be done now.</summary>
    private async Task<IActionResult?> KeepAsync(string? handler, CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        Typed = PageFields.Read(form);
        var known = int.TryParse(form["saves"], NumberStyles.None, CultureInfo.InvariantCulture, out var saves) ? saves : 0;
        var saved = await Drafts.SaveAsync(Id, known, Typed, Actor, cancel);
        (Saves, SavedAt, NotKept) = (saved.Value?.Saves ?? known, saved.Value?.SavedAt, saved.Refusal);
        if (saved.Refusal is not { } refusal)
            return null;

        // What an older page sends is judged by what it does; only what is typed beside it would be lost.
        if (
            refusal.Code == Draft.OlderPage
            && handler != "Draft"
            && await Drafts.ReadAsync(Id, Actor.Name, cancel) is { } kept
            && !Typed.HasBeside(PressedPart(handler), new PageFields(kept.Fields))
        )
        {
            return null;
        }

        return WantsJson ? Problem(refusal) : await RefuseAsync("draft", refusal, cancel);
    }

    private string? PressedPart(string? handler) =>
        handler switch
        {
            "Evidence" => PageFields.Evidence,
            "Reword" => PageFields.Wording,
            "Edit" => PageFields.Edit,
            "Link" => PageFields.Link,
            "Passage" => PageFields.OfPassage(NumberOf("findingId")),
            "Withdraw" => PageFields.OfWithdrawal(NumberOf("evidenceId")),
            "Cancel" => PageFields.OfReview(NumberOf("reviewId")),
            "Decide" => PageFields.OfTask(NumberOf("taskId")),
            _ => null,
        };

    // Where the handlers read it too: a button's number stands in its address.
    private long NumberOf(string name) =>
        long.TryParse(Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // A refused form is shown with what it sent and counts the saves that it knew of; only where both texts are shown does it
    // take the newer count.
    private async Task ReadDraftAsync(CancellationToken cancel)
    {
        var isSent = HttpMethods.IsPost(Request.Method);
        if (isSent && (NotKept?.Code != Draft.OlderPage || Refused is not ("draft", _)))
            return;
        var kept = await Drafts.ReadAsync(Id, Actor.Name, cancel);
        Saves = kept?.Saves ?? 0;
        if (isSent)
            SavedElsewhere = new PageFields(kept?.Fields);
        else
            (Typed, SavedAt) = (new PageFields(kept?.Fields), kept is { Fields.Count: > 0 } ? kept.SavedAt : null);
    }

    /// <summary>Does what was pressed; what is sent by it leaves the draft in the same commit.</summary>
    private Task<T> SendAsync<T>(string part, Func<Task<T>> act, CancellationToken cancel) =>
        Drafts.SendAsync(Id, Typed.In(part), Actor, act, cancel);

    private static JsonResult Problem(Refusal refusal) =>
        new(
            new
            {
                title = refusal.Code,
                detail = refusal.Message,
                status = 409,
            }
        )
        {
            StatusCode = 409,
            ContentType = "application/problem+json",
        };
}
