using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

// What triage declined, linked or folded, so that it can be taken back.
[Authorize(Policy = Policies.Desk)]
public sealed class SetAsideModel(TriageQuery triage) : PageModel
{
    /// <summary>Which of the lists; declined claims where it is not said.</summary>
    [BindProperty(SupportsGet = true)]
    public SetAside Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? From { get; set; }

    public IReadOnlyList<TriageItem> Items { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await triage.ReadAsync(
            Show switch
            {
                SetAside.Linked => Stage.Linked,
                SetAside.Folded => Stage.Folded,
                _ => Stage.Declined,
            },
            From,
            cancel
        );
        Items = [.. found.Take(TriageQuery.PageSize)];
        Next = found.Count > TriageQuery.PageSize ? found[^1].Id : null;
    }
}

/// <summary>What triage has set aside.</summary>
public enum SetAside
{
    Declined,
    Linked,
    Folded,
}
