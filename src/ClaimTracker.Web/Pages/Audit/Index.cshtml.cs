using ClaimTracker.Web.Data;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Audit;

[Authorize(Policy = Policies.Administrator)]
public sealed class AuditModel(DeskDb db) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The last entry of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<(string Subject, HistoryEntry Entry)> Entries { get; private set; } = [];

    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // Read along an index of these entries alone, since the table holds those of every claim.
        var found = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Subject.StartsWith("person/") && (Before == null || e.Id < Before))
            .OrderByDescending(e => e.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        Entries = [.. found.Take(PageSize).Select(e => (e.Subject["person/".Length..], HistoryEntry.Of(e)))];
        Older = found.Count > PageSize ? found[PageSize - 1].Id : null;
    }
}
