using System.Globalization;
using ClaimTracker.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>
/// What is typed. The page is one form: whatever is pressed, all that is typed on it is kept first, and then done what was pressed. What is done
/// is taken out of the draft.
/// </content>
public sealed partial class WorkModel
{
    private bool isOlder;

    /// <summary>All that is typed on the page: as it was just sent, or as it was saved.</summary>
    public PageFields Typed { get; private set; } = new();

    /// <summary>How many saves the page knows of; it sends them along.</summary>
    public int Saves { get; private set; }

    public DateTime? SavedAt { get; private set; }

    /// <summary>What was saved from another window and is not what this page holds; null where nothing is.</summary>
    public PageFields? SavedElsewhere { get; private set; }

    /// <summary>What was typed into parts that this page has no fields for any more, so that it is shown and kept all the same.</summary>
    public IEnumerable<IGrouping<string, KeyValuePair<string, string>>> Left =>
        Typed.All.GroupBy(typed => PageFields.PartOf(typed.Key)!).Where(part => !IsOffered(part.Key));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Id = Convert.ToInt64(RouteData.Values["id"], CultureInfo.InvariantCulture);
        if (HttpMethods.IsPost(Request.Method) && context.HandlerMethod is { } handler)
        {
            context.Result = Allows(handler.Name) ? await KeepAsync(handler.Name, HttpContext.RequestAborted) : Forbid();
            if (context.Result is not null)
                return;
        }

        await next();
    }

    /// <summary>Keeps what is typed. The page's script asks for JSON while people type; a button does it without the script.</summary>
    public IActionResult OnPostDraft() => WantsJson
        ? new JsonResult(new { saved = SavedAt is { } saved ? $"Draft saved {Moment.Text(saved)}" : "", saves = Saves })
        : Done("Draft saved: all that is typed on this page. Only you see it.", "main");

    public async Task<IActionResult> OnPostDropAsync(string? part, CancellationToken cancel)
    {
        await Drafts.TakeOutAsync(Id, part ?? "", Actor, cancel);
        return Done("Thrown away.", "tasks");
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
        (Saves, SavedAt) = (saved.Value?.Saves ?? known, saved.Value?.SavedAt);
        if (saved.Refusal is not { } refusal)
            return null;

        // What an older page sends is judged by what it does; only what is typed beside it would be lost.
        isOlder = refusal.Code == "older-page";
        if (isOlder && handler != "Draft" && await Drafts.ReadAsync(Id, Actor.Name, cancel) is { } kept
            && !Typed.HasBeside(PressedPart(handler), new PageFields(kept.Fields)))
            return null;
        return WantsJson ? Problem(refusal) : await RefuseAsync("draft", refusal, cancel);
    }

    private string? PressedPart(string? handler) => handler switch
    {
        "Evidence" => PageFields.Evidence,
        "Reword" => PageFields.Wording,
        "Edit" => PageFields.Edit,
        "Link" => PageFields.Link,
        "Withdraw" => PageFields.OfWithdrawal(NumberOf("evidenceId")),
        "Cancel" => PageFields.OfReview(NumberOf("reviewId")),
        "Decide" => PageFields.OfTask(NumberOf("taskId")),
        _ => null,
    };

    private long NumberOf(string name)
    {
        var sent = Request.Query[name].FirstOrDefault() ?? Request.Form[name].FirstOrDefault();
        return long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    // A refused form is shown with what it sent; any other page with what was saved.
    private async Task ReadDraftAsync(CancellationToken cancel)
    {
        var kept = await Drafts.ReadAsync(Id, Actor.Name, cancel);
        (Saves, SavedAt) = (kept?.Saves ?? 0, kept is { Fields.Count: > 0 } ? kept.SavedAt : null);
        if (!HttpMethods.IsPost(Request.Method))
            Typed = new PageFields(kept?.Fields);
        else if (isOlder)
            SavedElsewhere = new PageFields(kept?.Fields);
    }

    /// <summary>What was pressed is done: its part leaves the draft, unless a newer page has typed something else into it.</summary>
    private async Task<RedirectResult> SentAsync(string part, string message, string place, CancellationToken cancel)
    {
        if (!isOlder)
            await Drafts.TakeOutAsync(Id, part, Actor, cancel);
        return Done(message, place);
    }

    private bool IsOffered(string part) => part switch
    {
        PageFields.Evidence => OnDesk,
        PageFields.Wording => MayReword,
        PageFields.Edit => MayEdit,
        PageFields.Link => MayLink,
        _ => Shown.Tasks.Any(task => part == PageFields.OfTask(task.Task.Id))
            || (OnDesk && Shown.Claim.Evidence.Exists(e => part == PageFields.OfWithdrawal(e.Id) && MayAskWithdrawal(e)))
            || (IsAdministrator && Shown.Reviews.Any(review => review.EndedAt is null && part == PageFields.OfReview(review.Id))),
    };

    private static JsonResult Problem(Refusal refusal) =>
        new(new { title = refusal.Code, detail = refusal.Message, status = 409 }) { StatusCode = 409, ContentType = "application/problem+json" };
}
