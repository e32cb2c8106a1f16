using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Claims;

[Authorize(Policy = Policies.DeskReader)]
public sealed class HistoryModel(ClaimView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public string Wording { get; private set; } = "";

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public int? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await view.LoadAsync(Id, User.ToActor(), new PageFields(), cancel) is not { } page)
            return NotFound();
        Wording = page.Claim.Wording;
        if (page.Blind)
            return Page();
        var found = await view.HistoryAsync(Id, Before, cancel);
        Entries = [.. found.Take(ClaimView.HistorySize)];
        Older = found.Count > ClaimView.HistorySize ? Entries[^1].Sequence : null;
        return Page();
    }
}
