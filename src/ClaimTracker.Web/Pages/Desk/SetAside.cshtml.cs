using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

// What triage declined or linked, so that it can be taken back.
[Authorize(Policy = Policies.Desk)]
public sealed class SetAsideModel(TriageQuery triage) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Linked { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? From { get; set; }

    public IReadOnlyList<TriageItem> Items { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await triage.ReadAsync(Linked ? Stage.Linked : Stage.Declined, From, cancel);
        Items = [.. found.Take(TriageQuery.PageSize)];
        Next = found.Count > TriageQuery.PageSize ? found[^1].Id : null;
    }
}
