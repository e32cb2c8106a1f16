using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Articles;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(DeskDb db, DeskSettings desk) : PageModel
{
    // More claims than a text of the greatest length can sensibly hold.
    private const int MostMarked = 10_000;

    public Article Article { get; private set; } = null!;

    /// <summary>Marked places in the order of the text. What repeats a checked claim points to that one.</summary>
    public IReadOnlyList<MarkedClaim> Marked { get; private set; } = [];

    /// <summary>The article as it was taken in, for desk members; readers see it once one of its claims is listed.</summary>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var onDesk = User.IsInRole(Roles.FactChecker) || User.IsInRole(Roles.Editor);
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } article)
            return NotFound();
        Article = article;
        var underReview = desk.ShowClaimsUnderReview;
        Marked = await db.Appearances
            .Where(a => a.ArticleId == id && ((a.Claim.Listed && (underReview || a.Claim.PublishedAt != null))
                || (a.Claim.LinkedTo != null && a.Claim.LinkedTo.Listed && (underReview || a.Claim.LinkedTo.PublishedAt != null))))
            .OrderBy(a => a.Start).ThenBy(a => a.End).Take(MostMarked)
            .Select(a => a.Claim.Listed
                ? new MarkedClaim(a.Start, a.End, a.Claim.Id, a.Claim.Wording, a.Claim.Publication, a.Claim.Rating)
                : new MarkedClaim(a.Start, a.End, a.Claim.LinkedTo!.Id, a.Claim.LinkedTo.Wording, a.Claim.LinkedTo.Publication, a.Claim.LinkedTo.Rating))
            .ToListAsync(cancel);
        return Marked.Count > 0 || onDesk ? Page() : NotFound();
    }

    /// <summary>The text in paragraphs; a segment's claims are places in <see cref="Marked"/>.</summary>
    public IEnumerable<IReadOnlyList<MarkedSegment>> Paragraphs() =>
        MarkedText.Paragraphs(Article.Text, [.. Marked.Select((claim, index) => new MarkedRange(claim.Start, claim.End, index))]);

    /// <summary>Places in <see cref="Marked"/> where a claim stands for the first time.</summary>
    public HashSet<int> FirstPlaces() =>
        [.. Marked.Select((claim, index) => (claim.ClaimId, index)).DistinctBy(place => place.ClaimId).Select(place => place.index)];
}

/// <summary>A listed claim as it stands in the text.</summary>
public sealed record MarkedClaim(int Start, int End, long ClaimId, string Wording, Publication Publication, string? Rating)
{
    /// <summary>What we say of it, in a word or two.</summary>
    public string Label => Publication switch
    {
        Publication.Published => Words.OfRating(Rating!),
        Publication.Retracted => "Verdict withdrawn",
        _ => "Under review",
    };
}
