using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Outlets;

[Authorize(Policy = Policies.DeskReader)]
public sealed class OutletsModel(DeskDb db) : PageModel
{
    private const int AtOnce = 50;

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Outlet> Outlets { get; private set; } = [];

    /// <summary>How many in the list cannot be shown.</summary>
    public int Odd { get; private set; }

    public string? Next { get; private set; }

    public bool MaySet => User.IsInRole(Roles.Editor) || User.IsInRole(Roles.Administrator);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var after = After ?? "";
#pragma warning disable CA1309 // It becomes SQL, which compares as the index does.
        (Outlets, Odd, Next) = await db
            .Outlets.AsNoTracking()
            .Where(o => string.Compare(o.Name, after) > 0)
            .OrderBy(o => o.Name)
            .ReadPageAsync(o => o.Name, AtOnce, cancel);
#pragma warning restore CA1309
    }

    public async Task<IActionResult> OnPostAsync(long id, Licence licence, CancellationToken cancel)
    {
        if (!MaySet)
            return Forbid();
        var set = await db.CommitAsync(
            $"set licence {licence}",
            Right.License,
            async _ =>
            {
                if (!Enum.IsDefined(licence))
                    return Result.Refused("licence", "Choose excerpt or full.");
                if (await db.Outlets.SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } outlet)
                    return Result.Refused("unknown-outlet", $"There is no outlet {id}.");
                outlet.License(licence);
                return Result.Ok;
            },
            cancel
        );
        TempData[set.IsOk ? "Done" : "Refused"] =
            set.Refusal?.Message ?? "The licence is set; readers' pages follow within seconds.";
        return RedirectToPage(new { After });
    }
}
