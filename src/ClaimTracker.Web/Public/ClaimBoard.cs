using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>A page of the board.</summary>
/// <param name="Claims">Newest first.</param>
/// <param name="Next">Where the next page begins (<see cref="ClaimFilter.Before"/>), or null at the end.</param>
/// <param name="Cut">True where the page is short since only so many claims are looked through at a time.</param>
public sealed record BoardPage(IReadOnlyList<Claim> Claims, long? Next, bool Cut)
{
    /// <summary>How many more belong here and cannot be shown, since they hold what no program of ours writes.</summary>
    public int Odd { get; init; }
}

/// <summary>
/// Finds the claims that readers may see. Whatever is asked for, a page looks at no more than <see cref="Window"/> claims along
/// one index, or searches <see cref="SearchSpan"/>, so that its cost does not grow with the number of claims.
/// </summary>
public sealed class ClaimBoard(DeskDb db, DeskSettings desk, TimeProvider time)
{
    /// <summary>How many claims a page looks through where filters are combined.</summary>
    public const int Window = 2_000;

    /// <summary>How many claims a search looks through: two common words that never meet cost their whole lists.</summary>
    public const int SearchSpan = ClaimSearch.Span;

    // Claims that hold the words, before filters and before what readers may not see is taken out.
    private const int FoundAtOnce = 300;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A page of at most <paramref name="size"/> claims.</summary>
    public async Task<BoardPage> ReadAsync(ClaimFilter filter, int size, CancellationToken cancel)
    {
        if (filter.Q is not null)
            return await SearchAsync(filter, size, cancel);

        var along = Along(filter).OrderByDescending(c => c.Id);
        if (!NeedsWindow(filter))
            return Page(await ReadAsync(along, size, cancel), size);

        var found = await ReadAsync(Narrow(along.Take(Window), filter).OrderByDescending(c => c.Id), size, cancel);
        var page = Page(found, size);
        if (page.Next is not null)
            return page;
        var end = await along.Skip(Window - 1).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel);
        return end is null ? page : page with { Next = end, Cut = true };
    }

    /// <summary>Outlets of the newest claims, for the filter's suggestions.</summary>
    public async Task<IReadOnlyList<string>> RecentOutletsAsync(CancellationToken cancel)
    {
        var recent = await Along(new ClaimFilter())
            .OrderByDescending(c => c.Id)
            .Take(500)
            .Select(c => c.Outlet)
            .Distinct()
            .ToListAsync(cancel);
        return [.. recent.Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<SoundRows<Claim>> ReadAsync(IQueryable<Claim> claims, int size, CancellationToken cancel)
    {
        var found = await claims.Take(size + 1).ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        foreach (var claim in found.Rows)
            claim.WithholdFromReaders();
        return found;
    }

    // What cannot be shown has its place on the page all the same, so that no page leads past what can.
    private static BoardPage Page(SoundRows<Claim> found, int size)
    {
        var ids = found.Rows.Select(c => c.Id).Concat(found.Odd.Select(row => row.Id)).OrderDescending().ToList();
        if (ids.Count <= size)
            return new BoardPage(found.Rows, null, false) { Odd = found.Odd.Count };
        var last = ids[size - 1];
        return new BoardPage([.. found.Rows.Where(c => c.Id >= last)], last, false)
        {
            Odd = found.Odd.Count(row => row.Id >= last),
        };
    }

    private async Task<BoardPage> SearchAsync(ClaimFilter filter, int size, CancellationToken cancel)
    {
        var (ids, older) = await db.FindNewestClaimsAsync(filter.Q!, filter.Before, FoundAtOnce, cancel);
        if (ids.Count == 0)
            return new BoardPage([], older, older is not null);
        var found = await ReadAsync(
            // Whoever searches for words of a wording that is withheld is not told that it holds them.
            Narrow(Along(filter).Where(c => ids.Contains(c.Id) && !c.WordingWithheld), filter).OrderByDescending(c => c.Id),
            size,
            cancel
        );
        var page = Page(found, size);
        return page.Next is not null ? page : page with { Next = older, Cut = older is not null };
    }

    // One condition that has an index of its own; its columns end with the id, so the order comes for free.
    private IQueryable<Claim> Along(ClaimFilter filter)
    {
        var listed = true;
        var claims = desk.ShowClaimsUnderReview
            ? db.Claims.AsNoTracking().Where(c => c.Listed == listed)
            : db.Claims.AsNoTracking().Where(c => c.PublishedAt != null);
        if (filter.Before is { } before)
            claims = claims.Where(c => c.Id < before);
        return filter switch
        {
            { Outlet: { } outlet } => claims.Where(c => c.Outlet == outlet),
            { Verdict: { } verdict } => claims.Where(c => c.Rating == verdict),
            { Kind: { } kind } => claims.Where(c => c.Kind == kind),
            _ => claims,
        };
    }

    // More than the one condition that the index answers.
    private static bool NeedsWindow(ClaimFilter filter) =>
        filter.Freshness is not null || filter.Verdict is not null || (filter.Kind is not null && filter.Outlet is not null);

    private IQueryable<Claim> Narrow(IQueryable<Claim> claims, ClaimFilter filter)
    {
        var now = Now;
        if (filter.Kind is { } kind)
            claims = claims.Where(c => c.Kind == kind);
        if (filter.Verdict is { } verdict)
            claims = claims.Where(c => c.Rating == verdict && c.Publication == Publication.Published);
        if (filter.Freshness is null)
            return claims;
        claims = claims.Where(c => c.Publication != Publication.Suspended);
        return filter.Freshness switch
        {
            "stale" => claims.Where(FreshnessRule.Is(Freshness.Stale, now)),
            "due" => claims.Where(FreshnessRule.Is(Freshness.Due, now)),
            "fresh" => claims.Where(FreshnessRule.Is(Freshness.Fresh, now)),
            ClaimFilter.InDoubt => claims.Where(c => c.Publication == Publication.Published && c.InDoubtSince != null),
            ClaimFilter.Recheck => claims.Where(c => c.Publication == Publication.Published && c.UnderRecheck),
            _ => claims.Where(c => false),
        };
    }
}
