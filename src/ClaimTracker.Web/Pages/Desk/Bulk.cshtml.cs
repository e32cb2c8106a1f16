using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

// What is done to many tasks or claims at once: looked at and confirmed here, and told here.
[Authorize(Policy = Policies.Desk)]
[CarriesTyped]
public sealed class BulkModel(BulkDesk bulk, TaskPeople people) : PageModel
{
    // So long a request works; what is left then goes on with the next one.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(3);

    public BulkAct Act { get; private set; } = null!;

    /// <summary>Those whom tasks can be handed to.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    /// <summary>What was typed and refused.</summary>
    public BulkInput Input { get; private set; } = new();

    public int Count(BulkOutcome outcome) => Act.Items.Count(i => i.Outcome == outcome);

    /// <summary>What was not done, together where the reason is the same; the most frequent reason first.</summary>
    public IEnumerable<IGrouping<string, BulkItem>> NotDone(BulkOutcome outcome) =>
        Act.Items.Where(i => i.Outcome == outcome).GroupBy(i => i.Because ?? "").OrderByDescending(group => group.Count());

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken cancel) => await ShowAsync(id, cancel);

    /// <summary>Takes up what was chosen in a list.</summary>
    public async Task<IActionResult> OnPostAsync(
        BulkAction action,
        ChosenInput chosen,
        [FromServices] QueueQuery queue,
        [FromServices] TriageQuery triage,
        CancellationToken cancel
    )
    {
        var onTasks = BulkAct.IsOnTasks(action);
        List<Chosen> all =
            !chosen.All ? chosen.Ticked()
            : onTasks
                ? (
                    await queue.ChooseAsync(User.ToActor(), QueueFilter.FromQuery(chosen.Filter ?? ""), BulkAct.Most + 1, cancel)
                ).ConvertAll(task => new Chosen(task, null))
            : (await triage.ChooseAsync(TriageFilter.FromQuery(chosen.Filter ?? ""), BulkAct.Most + 1, cancel)).ConvertAll(
                claim => new Chosen(claim, null)
            );
        var laid = await bulk.ChooseAsync(action, all, User.ToActor(), cancel);
        if (laid.Value is { } act)
            return RedirectToPage(new { id = act.Id });
        TempData["Refused"] = laid.Refusal!.Message;
        return onTasks
            ? Redirect(QueueFilter.FromQuery(chosen.Filter ?? "").Address)
            : Redirect(TriageFilter.FromQuery(chosen.Filter ?? "").Address);
    }

    public async Task<IActionResult> OnPostConfirmAsync(long id, BulkInput input, CancellationToken cancel)
    {
        var confirmed = await bulk.ConfirmAsync(id, input.Said, User.ToActor(), cancel);
        if (confirmed.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError("", refusal.Message);
            Input = input;
            return await ShowAsync(id, cancel);
        }

        return await OnPostGoOnAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostGoOnAsync(long id, CancellationToken cancel)
    {
        if ((await bulk.GoOnAsync(id, AtOnce, User.ToActor(), cancel)).Refusal is { } refusal)
            TempData["Refused"] = refusal.Message;
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostWayBackAsync(long id, CancellationToken cancel)
    {
        var back = await bulk.WayBackAsync(id, User.ToActor(), cancel);
        if (back.Value is { } act)
            return RedirectToPage(new { id = act.Id });
        TempData["Refused"] = back.Refusal!.Message;
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> ShowAsync(long? id, CancellationToken cancel)
    {
        if (id is not { } number || await bulk.ReadAsync(number, User.ToActor().Name, cancel) is not { } act)
            return NotFound();
        Act = act;
        if (act is { Action: BulkAction.Assign, ConfirmedAt: null })
            People = await people.HoldersAsync(Roles.OfTasks, cancel);
        return Page();
    }
}

/// <summary>What the lists send: ticked boxes, or a filter of which all is meant.</summary>
public sealed record ChosenInput
{
    /// <summary>
    /// Tasks by number; claims by number, a hyphen and the revision that was shown. Null where none is ticked.
    /// </summary>
    public IReadOnlyList<string>? Of { get; init; }

    public bool All { get; init; }

    /// <summary>What stands in the list's address behind the question mark.</summary>
    public string? Filter { get; init; }

    /// <summary>Those that are ticked; what is no number is none.</summary>
    public List<Chosen> Ticked() =>
        [
            .. (Of ?? [])
                .Select(one => one.Split('-'))
                .Where(parts => long.TryParse(parts[0], out _))
                .Select(parts => new Chosen(
                    long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                    parts.Length > 1 && long.TryParse(parts[1], out var seen) ? seen : null
                )),
        ];
}

/// <summary>What the confirmation sends.</summary>
public sealed record BulkInput
{
    /// <summary>To whom, or why.</summary>
    public string? Said { get; init; }
}
