using ClaimTracker.Web.Data;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class BoardModel(DeskDb db, ClaimBoard board, DeskSettings desk, TimeProvider time) : PageModel
{
    private const int Size = 25;

    public ClaimFilter Filter { get; private set; } = new();

    public BoardPage Board { get; private set; } = new([], null, false);

    public IReadOnlyList<string> Outlets { get; private set; } = [];

    /// <summary>True where not one article is stored yet.</summary>
    public bool IsEmptyDatabase { get; private set; }

    public bool OnDesk => User.IsOnDesk();

    public string DeskName => desk.Name;

    /// <summary>True where readers see claims before a verdict on them is published.</summary>
    public bool ShowsUnderReview => desk.ShowClaimsUnderReview;

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(
        string? q,
        string? kind,
        string? verdict,
        string? outlet,
        string? freshness,
        long? before,
        CancellationToken cancel
    )
    {
        Filter = ClaimFilter.From(q, kind, verdict, outlet, freshness, before);
        Board = await board.ReadAsync(Filter, Size, cancel);
        Outlets = await board.RecentOutletsAsync(cancel);
        if (Board.Claims.Count == 0 && !Filter.IsAny)
            IsEmptyDatabase = !await db.Articles.AnyAsync(cancel);
    }
}
