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
)
{
    /// <summary>As the list shows it; what was changed since is not decided on.</summary>
    public required long Revision { get; init; }

    public required ClaimDetails Details { get; init; }

    /// <summary>Who looked at it in triage last; null where nobody has.</summary>
    public required string? OpenedBy { get; init; }

    public required DateTime? OpenedAt { get; init; }

    /// <summary>True where what is stored of it is not as this program writes it.</summary>
    public bool IsOdd => string.IsNullOrWhiteSpace(Wording);

    /// <summary>What a list calls it.</summary>
    public string Name => IsOdd ? $"Claim {Id}: what is stored of it is not as this program writes it" : Wording;
}

/// <summary>A page of triage's list.</summary>
/// <param name="Items">Of an article in the order of its text, else the most worthwhile first.</param>
/// <param name="Next">The claim that the next page begins at, or null.</param>
/// <param name="Cut">True where the page is short since only so many claims are looked through at a time.</param>
/// <param name="Older">
/// Where a search goes on among older claims (<see cref="TriageFilter.Before"/>), or null where it has seen all.
/// </param>
public sealed record TriageListing(IReadOnlyList<TriageItem> Items, long? Next, bool Cut, long? Older);

/// <summary>Walks the claims of one stage, the most worthwhile first, along an index.</summary>
public sealed class TriageQuery(DeskDb db)
{
    /// <summary>Claims on a page of those that come next.</summary>
    public const int PageSize = 15;

    /// <summary>Claims on a page of the list.</summary>
    public const int ListSize = 50;

    // So many claims are looked through where filters need the claims themselves.
    private const int Window = 2_000;

    // Of the claims that hold the words, a search looks through the newest so many.
    private const int FoundAtOnce = 1_000;

    /// <summary>
    /// The claims of a stage from the claim <paramref name="from"/> on (that one included where it is in the stage); one more
    /// than a page where there is another. Those of one article stand in the order of its text.
    /// </summary>
    public async Task<List<TriageItem>> ReadAsync(Stage stage, long? from, CancellationToken cancel, long? article = null)
    {
        if (article is { } one)
        {
            var ids = await OfArticleAsync(db.Claims, one, stage, cancel);
            return await ItemsAsync([.. ids.Where(id => id >= (from ?? 0)).Take(PageSize + 1)], cancel);
        }

        var claims = await FromAsync(db.Claims.AsNoTracking().Where(c => c.Stage == stage), from, cancel);
        return await ItemsAsync(claims.OrderByDescending(c => c.Score).ThenByDescending(c => c.Id).Take(PageSize + 1), cancel);
    }

    /// <summary>The claims in triage that the filter lets through.</summary>
    public async Task<TriageListing> ListAsync(TriageFilter filter, CancellationToken cancel)
    {
        var claims = db.Claims.AsNoTracking();
        if (filter.Kind is { } kind)
            claims = claims.Where(c => c.Kind == kind);
        if (filter.Outlet is { } outlet)
            claims = claims.Where(c => c.Outlet == outlet);
        if (filter.Article is { } article)
        {
            var ids = await OfArticleAsync(claims, article, Stage.Triage, cancel);

            // From the article's own newest claim on, however many came after it.
            var (within, rest) =
                filter.Q is { } sought && ids.Count > 0
                    ? await db.FindNewestClaimsAsync(sought, filter.Before ?? ids[^1] + 1, FoundAtOnce, cancel)
                    : new ClaimsWithWords([], null);
            return await PageAsync(
                ids.Where(id => id >= (filter.From ?? 0) && (filter.Q is null || within.Contains(id))),
                ids.Count > 0 && rest > ids[0] ? rest : null,
                cancel
            );
        }

        var (found, older) = filter.Q is { } words
            ? await db.FindNewestClaimsAsync(words, filter.Before, FoundAtOnce, cancel)
            : new ClaimsWithWords([], null);
        if (filter.Q is not null)
            return await PageAsync(await BestAsync(claims, found, filter.From, cancel), older, cancel);

        claims = await FromAsync(claims.Where(c => c.Stage == Stage.Triage), filter.From, cancel);
        var end = filter is not { Kind: null, Outlet: null } ? await EndAsync(filter.From, cancel) : null;
        if (end is not null)
            claims = claims.Where(c => c.Score >= end.Score && (c.Score > end.Score || c.Id > end.Id));
        var items = await ItemsAsync(
            claims.OrderByDescending(c => c.Score).ThenByDescending(c => c.Id).Take(ListSize + 1),
            cancel
        );
        return items.Count > ListSize
            ? new TriageListing(items[..ListSize], items[ListSize].Id, false, null)
            : new TriageListing(items, end?.Id, end is not null, null);
    }

    /// <summary>The ids of the first claims that the filter lets through, at most <paramref name="most"/>.</summary>
    public async Task<List<long>> ChooseAsync(TriageFilter filter, int most, CancellationToken cancel)
    {
        List<long> chosen = [];
        var rest = filter with { From = null };
        while (chosen.Count < most)
        {
            var page = await ListAsync(rest, cancel);
            chosen.AddRange(page.Items.Where(item => !item.IsOdd).Select(item => item.Id));
            if (page is { Next: null, Older: null })
                break;
            rest = page.Next is { } next ? rest with { From = next } : rest with { From = null, Before = page.Older };
        }

        return chosen.Count > most ? chosen[..most] : chosen;
    }

    /// <summary>The claim that comes before <paramref name="id"/>, or null.</summary>
    public async Task<long?> BeforeAsync(Stage stage, long id, CancellationToken cancel, long? article = null) =>
        article is { } one
            ? (await OfArticleAsync(db.Claims, one, stage, cancel)).Where(other => other < id).Max(other => (long?)other)
        : await PlaceAsync(id, cancel) is not { } place ? null
        : await db
            .Claims.Where(c => c.Stage == stage && c.Score >= place.Score && (c.Score > place.Score || c.Id > place.Id))
            .OrderBy(c => c.Score)
            .ThenBy(c => c.Id)
            .Select(c => (long?)c.Id)
            .FirstOrDefaultAsync(cancel);

    // A page of claims whose order is known, from the first of them on.
    private async Task<TriageListing> PageAsync(IEnumerable<long> ids, long? older, CancellationToken cancel)
    {
        var page = ids.Take(ListSize + 1).ToList();
        var items = await ItemsAsync([.. page.Take(ListSize)], cancel);
        return new TriageListing(items, page.Count > ListSize ? page[ListSize] : null, false, older);
    }

    // The claim after those that are looked through, or null where triage ends before it.
    private async Task<Place?> EndAsync(long? from, CancellationToken cancel)
    {
        var claims = await FromAsync(db.Claims.Where(c => c.Stage == Stage.Triage), from, cancel);
        return await claims
            .OrderByDescending(c => c.Score)
            .ThenByDescending(c => c.Id)
            .Skip(Window)
            .Select(c => new Place(c.Score, c.Id))
            .FirstOrDefaultAsync(cancel);
    }

    // Those of an article in a stage, in the order of its text.
    private async Task<List<long>> OfArticleAsync(IQueryable<Claim> claims, long article, Stage stage, CancellationToken cancel)
    {
        var ids = await db.Appearances.Where(a => a.ArticleId == article).Select(a => a.ClaimId).Distinct().ToListAsync(cancel);
        var places = await InStageAsync(claims, ids, stage, cancel);
        return [.. places.Select(place => place.Id).Order()];
    }

    // Those that wait for triage, the most worthwhile first, from a claim on or from where it would stand.
    private async Task<IEnumerable<long>> BestAsync(
        IQueryable<Claim> claims,
        List<long> ids,
        long? from,
        CancellationToken cancel
    )
    {
        var places = await InStageAsync(await FromAsync(claims, from, cancel), ids, Stage.Triage, cancel);
        return places.OrderByDescending(place => place.Score).ThenByDescending(place => place.Id).Select(place => place.Id);
    }

    // The stage is asked of what was read: for a condition on it SQLite would walk the index of the stage, which is long.
    private static async Task<IEnumerable<Place>> InStageAsync(
        IQueryable<Claim> claims,
        List<long> ids,
        Stage stage,
        CancellationToken cancel
    )
    {
        var found = await claims
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { Place = new Place(c.Score, c.Id), Stage = (string)(object)c.Stage })
            .ToListAsync(cancel);
        return found.Where(claim => claim.Stage == stage.ToString()).Select(claim => claim.Place);
    }

    // In the order of their ids as given.
    private async Task<List<TriageItem>> ItemsAsync(List<long> ids, CancellationToken cancel)
    {
        var claims = db.Claims.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id));
        var items = (await ItemsAsync(claims, cancel)).ToDictionary(item => item.Id);
        return [.. ids.Where(items.ContainsKey).Select(id => items[id])];
    }

    // From a claim on, or from where it would stand.
    private async Task<IQueryable<Claim>> FromAsync(IQueryable<Claim> claims, long? from, CancellationToken cancel) =>
        from is { } id && await PlaceAsync(id, cancel) is { } place
            ? claims.Where(c => c.Score <= place.Score && (c.Score < place.Score || c.Id <= place.Id))
            : claims;

    private async Task<Place?> PlaceAsync(long id, CancellationToken cancel) =>
        await db.Claims.Where(c => c.Id == id).Select(c => new Place(c.Score, c.Id)).FirstOrDefaultAsync(cancel);

    private Task<List<TriageItem>> ItemsAsync(IQueryable<Claim> claims, CancellationToken cancel) =>
        claims.ReadItemsAsync(Items, OddItems, cancel);

    // Its place alone.
    private static IQueryable<TriageItem> OddItems(IQueryable<Claim> claims) =>
        claims.Select(c => new TriageItem(c.Id, "", c.Kind, c.Score, "", default, null, null, null)
        {
            Revision = c.Revision,
            Details = new ClaimDetails(),
            OpenedBy = null,
            OpenedAt = null,
        });

    private IQueryable<TriageItem> Items(IQueryable<Claim> claims) =>
        from c in claims
        join o in db.TriageOpenings on c.Id equals o.ClaimId into opened
        from o in opened.DefaultIfEmpty()
        select new TriageItem(
            c.Id,
            c.Wording,
            c.Kind,
            c.Score,
            c.Outlet,
            c.CreatedAt,
            c.DeclinedBecause,
            c.LinkedToId,
            c.FoldedIntoId
        )
        {
            Revision = c.Revision,
            Details = c.Details,
            OpenedBy = o!.Person,
            OpenedAt = (DateTime?)o!.At,
        };

    private sealed record Place(double Score, long Id);
}
