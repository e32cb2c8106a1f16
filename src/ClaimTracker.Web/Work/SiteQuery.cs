using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>A look that could not be made and is tried again.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Wording">What it says.</param>
/// <param name="Host">The site.</param>
/// <param name="Why">Why it could not be made.</param>
/// <param name="Attempts">How often.</param>
/// <param name="DueAt">When it is tried again.</param>
public sealed record FailedLook(long ClaimId, string Wording, string Host, string? Why, int Attempts, DateTime DueAt);

/// <summary>A site with what waits there.</summary>
/// <param name="Site">The site.</param>
/// <param name="Due">How many looks are due and still to be made, counted up to <see cref="SiteQuery.Most"/> and one
/// more.</param>
/// <param name="Failed">Those that are tried again, the first that are due.</param>
/// <param name="Odd">How many of these cannot be shown.</param>
/// <param name="Acts">What people did with it, the latest first.</param>
/// <param name="Robots">What its robots.txt said when it was read last; none where it was not read.</param>
public sealed record SiteFile(
    LookHost Site,
    int Due,
    IReadOnlyList<FailedLook> Failed,
    int Odd,
    IReadOnlyList<AuditEntry> Acts,
    IReadOnlyList<RobotsFile> Robots
);

/// <summary>Reads the sites that looks ask: by name, and those that need a person.</summary>
public sealed class SiteQuery(DeskDb db, SiteLooks looks)
{
    /// <summary>Sites on a page.</summary>
    public const int PageSize = 50;

    /// <summary>No more than this are counted: what a page costs does not grow with what waits.</summary>
    public const int Most = 1_000;

    /// <summary>No more than this are listed of what failed.</summary>
    public const int Few = 20;

    /// <summary>
    /// The sites after a name, at most <see cref="PageSize"/>, and the name after which there are more; null where it ends.
    /// Counted apart are those of which what is stored is not as this program writes it.
    /// </summary>
    public Task<(IReadOnlyList<LookHost> Items, int Odd, string? Next)> ReadAsync(string after, CancellationToken cancel) =>
#pragma warning disable CA1309 // It becomes SQL, which compares as the index does.
        db
            .LookHosts.AsNoTracking()
            .Where(h => string.Compare(h.Name, after) > 0)
            .OrderBy(h => h.Name)
            .ReadPageAsync(h => h.Name, PageSize, cancel);
#pragma warning restore CA1309

    /// <summary>
    /// The first of those that are stopped or gave no answer the last time; counted apart as in <see cref="ReadAsync"/>.
    /// </summary>
    public Task<(List<LookHost> Items, int Odd)> InTroubleAsync(CancellationToken cancel) =>
        db
            .LookHosts.AsNoTracking()
            .Where(h => h.StoppedAt != null || h.Failures > 0)
            .OrderBy(h => h.Name)
            .Take(Few)
            .ReadReadableAsync(h => h.Name, sites => sites, cancel);

    /// <summary>One site; null where nothing was ever looked at there.</summary>
    public async Task<SiteFile?> FindAsync(string host, CancellationToken cancel)
    {
        if (await db.LookHosts.AsNoTracking().SingleOrDefaultAsync(h => h.Name == host, cancel) is not { } site)
            return null;
        var due = await looks.Due(host, db.Now).OrderBy(l => l.DueAt).Take(Most + 1).CountAsync(cancel);
        var subject = $"site/{host}";
        var (failed, odd) = await FailedAsync(db.Looks.Where(l => l.Host == host), db, cancel);
        return new SiteFile(
            site,
            due,
            failed,
            odd,
            await db
                .AuditEntries.AsNoTracking()
                .Where(e => e.Subject == subject)
                .OrderByDescending(e => e.Sequence)
                .Take(Few)
                .ToListAsync(cancel),
            await db
                .RobotsFiles.AsNoTracking()
                .Where(r => r.Host == host)
                .OrderByDescending(r => r.Origin)
                .Take(Few)
                .ToListAsync(cancel)
        );
    }

    /// <summary>Of some looks, the first that are tried again; counted apart are those that cannot be read.</summary>
    internal static Task<(List<FailedLook> Items, int Odd)> FailedAsync(
        IQueryable<Look> looks,
        DeskDb db,
        CancellationToken cancel
    ) =>
        looks
            .AsNoTracking()
            .Where(l => l.Attempts > 0 && l.Outcome == null && l.ClosedAt == null)
            .OrderBy(l => l.DueAt)
            .Take(Few)
            .ReadReadableAsync(
                l => l.Id,
                failed =>
                    failed.Join(
                        db.Claims,
                        l => l.ClaimId,
                        c => c.Id,
                        (l, c) => new FailedLook(c.Id, c.Wording, l.Host, l.Words, l.Attempts, l.DueAt)
                    ),
                cancel
            );
}
