using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What was found in an article that came in.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class IntakeAddedModel(DeskDb db) : PageModel
{
    private const int MostClaimsShown = 50;

    public AddedArticle Article { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var found = await db.Articles.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new AddedArticle(
                a.Id, a.Title, a.Outlet, a.PublishedOn,
                a.Appearances.Select(p => p.ClaimId).Distinct().Count(),
                a.Appearances.OrderBy(p => p.Start).Take(MostClaimsShown).Select(p => new AddedClaim(p.ClaimId, p.Claim.Wording, p.Claim.Kind, p.Claim.Stage)).ToList()))
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return NotFound();
        Article = found;
        return Page();
    }

    public sealed record AddedArticle(long Id, string Title, string Outlet, DateOnly? PublishedOn, int Claims, IReadOnlyList<AddedClaim> Shown);

    public sealed record AddedClaim(long Id, string Wording, string Kind, Stage Stage);
}
