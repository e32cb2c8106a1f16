using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>A claim in a list of triage.</summary>
public sealed record TriageItem(
    long Id,
    string Wording,
    string Kind,
    double Score,
    string Outlet,
    DateTime CreatedAt,
    string? DeclinedBecause,
    long? LinkedToId,
    long? FoldedIntoId
);

/// <summary>Walks the claims of one stage, the most worthwhile first, along an index.</summary>
public sealed class TriageQuery(DeskDb db)
{
    /// <summary>Claims on a page.</summary>
    public const int PageSize = 15;

    /// <summary>
    /// The claims of a stage from the claim <paramref name="from"/> on (that one included where it is in the stage); one more
    /// than a page where there is another.
    /// </summary>
    public async Task<List<TriageItem>> ReadAsync(Stage stage, long? from, CancellationToken cancel)
    {
        var claims = db.Claims.AsNoTracking().Where(c => c.Stage == stage);
        if (from is { } id && await PlaceAsync(id, cancel) is { } place)
            claims = claims.Where(c => c.Score <= place.Score && (c.Score < place.Score || c.Id <= place.Id));
        return await Items(claims.OrderByDescending(c => c.Score).ThenByDescending(c => c.Id).Take(PageSize + 1))
            .ToListAsync(cancel);
    }

    /// <summary>The claim that comes before <paramref name="id"/>, or null.</summary>
    public async Task<long?> BeforeAsync(Stage stage, long id, CancellationToken cancel) =>
        await PlaceAsync(id, cancel) is not { } place
            ? null
            : await db
                .Claims.Where(c => c.Stage == stage && c.Score >= place.Score && (c.Score > place.Score || c.Id > place.Id))
                .OrderBy(c => c.Score)
                .ThenBy(c => c.Id)
                .Select(c => (long?)c.Id)
                .FirstOrDefaultAsync(cancel);

    private async Task<Place?> PlaceAsync(long id, CancellationToken cancel) =>
        await db.Claims.Where(c => c.Id == id).Select(c => new Place(c.Score, c.Id)).FirstOrDefaultAsync(cancel);

    private static IQueryable<TriageItem> Items(IQueryable<Claim> claims) =>
        claims.Select(c => new TriageItem(
            c.Id,
            c.Wording,
            c.Kind,
            c.Score,
            c.Outlet,
            c.CreatedAt,
            c.DeclinedBecause,
            c.LinkedToId,
            c.FoldedIntoId
        ));

    private sealed record Place(double Score, long Id);
}
