using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk;

// Triage as a list: many claims in view, of one article together, to be decided one by one or many at once.
[Authorize(Policy = Policies.Desk)]
public sealed class TriageListModel(TriageQuery triage, QueueQuery choices) : PageModel
{
    public TriageFilter Filter => field ??= TriageFilter.Of(name => Request.Query[name]);

    public TriageListing Listing { get; private set; } = new([], null, false, null);

    public IReadOnlyList<string> Outlets { get; private set; } = [];

    /// <summary>The title of the article whose claims these are, or null.</summary>
    public string? ArticleTitle { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromServices] Data.DeskDb db, CancellationToken cancel)
    {
        if (Filter.Article is { } article)
        {
            ArticleTitle = await db.Articles.Where(a => a.Id == article).Select(a => a.Title).FirstOrDefaultAsync(cancel);
            if (ArticleTitle is null)
                return NotFound();
        }

        Listing = await triage.ListAsync(Filter, cancel);
        Outlets = (await choices.ChoicesAsync(cancel)).Outlets;
        return Page();
    }
}
