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
public sealed class TriageModel(TriageView view, TriageDesk desk) : PageModel
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

    /// <summary>The claim just declined, linked or folded, which can be taken back at once.</summary>
    [TempData]
    public string? UndoId { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await view.LoadAsync(Claim, kept: false, Article, cancel);
        await view.NoteOpeningAsync(Shown, User.ToActor(), cancel);
    }

    public Task<IActionResult> OnPostAcceptAsync(TriageInput input, CancellationToken cancel) =>
        ActAsync(
            input,
            undoable: false,
            () =>
                ClaimKinds.Ids.Contains(input.Kind)
                    ? desk.AcceptAsync(input.ClaimId, input.Wording ?? "", input.Kind!, input.Revision, User.ToActor(), cancel)
                    : Task.FromResult(Result.Refused("kind", "Choose one of the kinds in the list.")),
            "Accepted. Its review has begun, and its first task is in the queue.",
            cancel
        );

    public Task<IActionResult> OnPostDeclineAsync(TriageInput input, CancellationToken cancel) =>
        ActAsync(
            input,
            undoable: true,
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
            undoable: true,
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
            undoable: true,
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

    public async Task<IActionResult> OnPostUndoAsync(long claimId, CancellationToken cancel)
    {
        var undone = await desk.UndoAsync(claimId, cancel);
        TempData[undone.IsOk ? "Done" : "Refused"] =
            undone.Refusal?.Message ?? "Taken back: the claim is in triage again, with everything it had.";
        return RedirectToPage(new { claim = claimId, article = Article });
    }

    private async Task<IActionResult> ActAsync(
        TriageInput input,
        bool undoable,
        Func<Task<Result>> act,
        string done,
        CancellationToken cancel
    )
    {
        var next = await view.NextAsync(input.ClaimId, Article, cancel);
        var result = await act();
        if (result.IsOk)
        {
            TempData["Done"] = done;
            UndoId = undoable ? input.ClaimId.ToString(CultureInfo.InvariantCulture) : null;
            return RedirectToPage(new { claim = next, article = Article });
        }

        ModelState.Clear();
        ModelState.AddModelError("", result.Refusal!.Message);
        Input = input;
        Shown = await view.LoadAsync(input.ClaimId, kept: true, Article, cancel);
        return Page();
    }
}
