using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What people do with a site: look at all of it now, stop the looks at it, and have them go on.</summary>
public sealed class SiteDesk(DeskDb db, SiteLooks looks)
{
    /// <summary>Makes the looks at everything on a site due. Refused: <c>unknown-site</c>, <c>stopped</c>.</summary>
    public Task<Result> LookAtAllAsync(string host, CancellationToken cancel) =>
        looks.AskAllAsync(
            host,
            Right.Work,
            (actor, site, waiting) =>
            {
                site.AskAll(actor.Name, waiting, db.Now);
                return Result.Ok;
            },
            cancel
        );

    /// <summary>Has nothing asked of a site any more. Refused: <c>unknown-site</c>, <c>stopped</c>, <c>reason</c>.</summary>
    public Task<Result> StopAsync(string host, string? because, CancellationToken cancel) =>
        ChangeAsync("stop looks", host, (site, actor) => site.Stop(actor.Name, because, db.Now), cancel);

    /// <summary>Has it asked again. Refused: <c>unknown-site</c>, <c>not-stopped</c>.</summary>
    public Task<Result> ResumeAsync(string host, CancellationToken cancel) =>
        ChangeAsync("resume looks", host, (site, _) => site.Resume(), cancel);

    private Task<Result> ChangeAsync(string act, string host, Func<LookHost, Actor, Result> change, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            act,
            Right.StopSites,
            async actor =>
                await db.LookHosts.SingleOrDefaultAsync(h => h.Name == host, cancel) is { } site
                    ? change(site, actor)
                    : new Result(SiteLooks.Unknown(host)),
            cancel
        );
    }
}
