using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

// The filters of the queue that are kept under names, to be saved, renamed and deleted.
[Authorize(Policy = Policies.Desk)]
public sealed class FiltersModel(SavedFilters filters) : PageModel
{
    public IReadOnlyList<SavedFilter> Saved { get; private set; } = [];

    /// <summary>How many cannot be shown.</summary>
    public int Odd { get; private set; }

    public Actor Actor => User.ToActor();

    public async Task OnGetAsync(CancellationToken cancel) => (Saved, Odd) = await filters.ReadAsync(Actor.Name, cancel);

    /// <summary>Keeps the filter of the queue's address <paramref name="filter"/>, and goes back to it.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? name, string? filter, bool shared, CancellationToken cancel)
    {
        var asked = QueueFilter.FromQuery(filter ?? "");
        Tell(await filters.SaveAsync(name, asked, shared, Actor, cancel), $"Saved as “{name?.Trim()}”.");
        return Redirect(asked.Address);
    }

    public async Task<IActionResult> OnPostRenameAsync(long id, string? name, CancellationToken cancel) =>
        Tell(await filters.RenameAsync(id, name, Actor, cancel), "Renamed.");

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancel) =>
        Tell(await filters.DeleteAsync(id, Actor, cancel), "Deleted. The tasks that it showed are as they were.");

    private RedirectToPageResult Tell(Result result, string done)
    {
        TempData[result.IsOk ? "Done" : "Refused"] = result.Refusal?.Message ?? done;
        return RedirectToPage();
    }
}
