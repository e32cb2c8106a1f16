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
        var article = await db
            .Articles.AsNoTracking()
            .Where(a => a.Id == id)
            .Select(a => new
            {
                a.Title,
                a.Outlet,
                a.PublishedOn,
            })
            .SingleOrDefaultAsync(cancel);
        if (article is null)
            return NotFound();
        var here = db.Appearances.AsNoTracking().Where(p => p.ArticleId == id);
        var shown = await here.OrderBy(p => p.Start)
            .ThenBy(p => p.Id)
            .Take(MostClaimsShown)
            .Select(p => new AddedClaim(p.ClaimId, p.Claim.Wording, p.Claim.Kind, p.Claim.Stage))
            .ToListAsync(cancel);
        var count = await here.Select(p => p.ClaimId).Distinct().CountAsync(cancel);
        Article = new AddedArticle(
            id,
            article.Title,
            article.Outlet,
            article.PublishedOn,
            count,
            [.. shown.DistinctBy(c => c.Id)]
        );
        return Page();
    }

    public sealed record AddedArticle(
        long Id,
        string Title,
        string Outlet,
        DateOnly? PublishedOn,
        int Claims,
        IReadOnlyList<AddedClaim> Shown
    );

    public sealed record AddedClaim(long Id, string Wording, string Kind, Stage Stage);
}
