using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

[Authorize(Policy = Policies.Desk)]
[CarriesTyped]
public sealed class TriageModel(TriageView view, TriageDesk desk, TriageUndo undo, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<string> Reasons =
    [
        "No checkable fact: an opinion, a plan or a forecast.",
        "Too vague to check.",
        "Little public interest.",
        "Read wrongly out of the article.",
    ];

    /// <summary>The claim to look at; null for the most worthwhile one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Claim { get; set; }

    /// <summary>Only claims of this article; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Article { get; set; }

    public TriagePage Shown { get; private set; } = null!;

    /// <summary>What was typed and refused; empty on a fresh page.</summary>
    public TriageInput Input { get; private set; } = new();

    /// <summary>
    /// The claim that was accepted, declined, linked or folded last, and until when that is taken back by a key:
    /// <c>claim@ticks</c>.
    /// </summary>
    [TempData]
    public string? Slip { get; set; }

    /// <summary>The claim of it; null where it is too late.</summary>
    public long? UndoId { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await view.LoadAsync(Claim, kept: false, Article, cancel);
        await view.NoteOpeningAsync(Shown, User.ToActor(), cancel);

        // It is offered on each page of triage for as long as it works.
        if (
            Slip?.Split('@') is [var claim, var until]
            && long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && time.GetUtcNow().Ticks <= ticks
        )
        {
            UndoId = id;
            TempData.Keep(nameof(Slip));
        }
    }

    public Task<IActionResult> OnPostAcceptAsync(TriageInput input, CancellationToken cancel) =>
        ActAsync(
            input,
            () =>
                ClaimKinds.Ids.Contains(input.Kind)
                    ? desk.AcceptAsync(
                        input.ClaimId,
                        input.Wording ?? "",
                        input.Kind!,
                        input.Revision,
                        input.StandsAlone,
                        User.ToActor(),
                        cancel
                    )
                    : Task.FromResult(Result.Refused("kind", "Choose one of the kinds in the list.")),
            "Accepted. Its review has begun, and its first task is in the queue.",
            cancel
        );

    public Task<IActionResult> OnPostDeclineAsync(TriageInput input, CancellationToken cancel) =>
        ActAsync(
            input,
            () =>
                desk.DeclineAsync(
                    input.ClaimId,
                    string.IsNullOrWhiteSpace(input.Reason) ? input.Preset ?? "" : input.Reason,
                    input.Revision,
                    cancel
                ),
            "Declined.",
            cancel
        );

    public Task<IActionResult> OnPostLinkAsync(TriageInput input, CancellationToken cancel) =>
        ActAsync(
            input,
            () =>
                input.OtherId is { } other
                    ? desk.LinkAsync(input.ClaimId, other, input.Revision, cancel)
                    : Task.FromResult(
                        Result.Refused(
                            "other",
                            "Give the number of the claim that this one repeats; it stands in the address of its page."
                        )
                    ),
            $"Linked to claim {input.OtherId}.",
            cancel
        );

    public Task<IActionResult> OnPostFoldAsync(TriageInput input, CancellationToken cancel) =>
        ActAsync(
            input,
            () =>
                input.OtherId is { } other
                    ? desk.FoldAsync(input.ClaimId, other, input.Revision, cancel)
                    : Task.FromResult(
                        Result.Refused(
                            "other",
                            "Give the number of the claim that this one is folded into; it stands in the address of its page."
                        )
                    ),
            $"Folded into claim {input.OtherId}; its appearances show there.",
            cancel
        );

    /// <summary>What a slip did is taken back, for a minute.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(long claimId, CancellationToken cancel)
    {
        var undone = await undo.TakeBackAsync(claimId, User.ToActor(), cancel);
        Slip = null;
        TempData[undone.IsOk ? "Done" : "Refused"] =
            undone.Refusal?.Message ?? "Taken back: the claim is in triage again, as it was.";
        return RedirectToPage(new { claim = claimId, article = Article });
    }

    /// <summary>What was set aside is put back, whenever that was.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long claimId, CancellationToken cancel)
    {
        var undone = await desk.UndoAsync(claimId, cancel);
        TempData[undone.IsOk ? "Done" : "Refused"] =
            undone.Refusal?.Message ?? "Taken back: the claim is in triage again, with everything it had.";
        return RedirectToPage(new { claim = claimId, article = Article });
    }

    private async Task<IActionResult> ActAsync(TriageInput input, Func<Task<Result>> act, string done, CancellationToken cancel)
    {
        var next = await view.NextAsync(input.ClaimId, Article, cancel);
        var result = await act();
        if (result.IsOk)
        {
            TempData["Done"] = done;
            Slip = string.Create(CultureInfo.InvariantCulture, $"{input.ClaimId}@{(time.GetUtcNow() + TriageUndo.For).Ticks}");
            return RedirectToPage(new { claim = next, article = Article });
        }

        ModelState.Clear();
        ModelState.AddModelError("", result.Refusal!.Message);
        Input = input;
        Shown = await view.LoadAsync(input.ClaimId, kept: true, Article, cancel);
        return Page();
    }
}
