using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

[Authorize(Policy = Policies.DeskReader)]
public sealed class HistoryModel(ClaimView view, DeskDb db, Blindness blindness) : PageModel
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
        if (await db.Claims.Where(c => c.Id == Id).Select(c => c.Wording).FirstOrDefaultAsync(cancel) is not { } wording)
            return NotFound();
        Wording = wording;

        // What is written while it is asked who may see it is read with the next request.
        var end = await view.EndOfHistoryAsync(Id, cancel);
        if ((await blindness.ShowAsync([Id], User.ToActor(), cancel)).Count > 0)
            return Page();
        var found = await view.HistoryAsync(Id, Before <= end ? Before : end + 1, cancel);
        Entries = [.. found.Take(ClaimView.HistorySize)];
        Older = found.Count > ClaimView.HistorySize ? Entries[^1].Sequence : null;
        return Page();
    }
}
