using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Looks;

/// <summary>A look that this server has, and the page that it is made at.</summary>
/// <param name="Id">The look.</param>
/// <param name="Url">The page.</param>
internal sealed record LeasedLook(long Id, string Url);

/// <summary>
/// Which server asks which site, and makes which looks: rows, each leased for 30 s and prolonged while the server lives. Two
/// servers never ask one site at once, and what a killed one had is free when its leases end.
/// </summary>
internal sealed class HostLeases(DeskDb db, RecheckSettings rechecks, Acting acting)
{
    // So many looks at one site are taken at a time; those at one page belong together.
    private const int LooksAtOnce = 500;

    // They are chosen from so many that have been asked for longest: what choosing costs does not grow with what waits.
    private const int ChosenFrom = 5_000;

    // {0} is the server, {1} the instant, {2} when the lease ends, {3} the latest that can be now: what was said by a clock that
    // ran ahead of it counts for nothing. What is free is what Leases.FreeAt says.
    private const string IsFree = "(lease_until IS NULL OR lease_until <= {1} OR leased_at IS NULL OR leased_at > {3})";

    private const string TakeHosts = $$"""
        UPDATE look_hosts SET leased_by = {0}, leased_at = {1}, lease_until = {2} WHERE name IN (
            SELECT name FROM look_hosts WHERE stopped_at IS NULL AND due_at <= {1} AND (free_at <= {1} OR put_off_at > {3})
                AND {{IsFree}}
            ORDER BY due_at LIMIT {4} PASS_OVER_LOCKED)
        RETURNING name AS "Value"
        """;

    private const string TakeHost = $$"""
        UPDATE look_hosts SET leased_by = {0}, leased_at = {1}, lease_until = {2} WHERE name = {4} AND stopped_at IS NULL
            AND (free_at <= {1} OR put_off_at > {3}) AND {{IsFree}}
        RETURNING name AS "Value"
        """;

    private const string TakeLooks = $$"""
        UPDATE looks SET leased_by = {0}, leased_at = {1}, lease_until = {2} WHERE id IN (
            SELECT id FROM looks WHERE id IN (IDS) AND outcome IS NULL AND closed_at IS NULL
                AND {{IsFree}} PASS_OVER_LOCKED)
        RETURNING id AS "Value"
        """;

    /// <summary>Takes sites at which looks are due and that nobody else has.</summary>
    public Task<IReadOnlyList<string>> TakeHostsAsync(string server, int most, CancellationToken cancel) =>
        TakeAsync<string>(TakeHosts, server, [most], cancel);

    /// <summary>
    /// Takes one site, also where no look is due at it. False where somebody else has it, or it is to be left alone.
    /// </summary>
    public async Task<bool> TakeHostAsync(string server, string host, CancellationToken cancel)
    {
        var now = acting.Now.Kept();
        await CommitAsync(
            async () =>
            {
                if (!await db.LookHosts.AnyAsync(h => h.Name == host, cancel))
                    db.LookHosts.Add(new LookHost(host, now));
            },
            cancel
        );
        return (await TakeAsync<string>(TakeHost, server, [host], cancel)).Count > 0;
    }

    /// <summary>
    /// Takes the looks that are due at a site which this server has, in the order of <see cref="RecheckPolicy.Turn"/>.
    /// </summary>
    public async Task<IReadOnlyList<LeasedLook>> TakeLooksAsync(string server, string host, CancellationToken cancel)
    {
        List<long> chosen = [];
        List<LeasedLook> taken = [];
        await CommitAsync(
            async () =>
            {
                var now = acting.Now.Kept();
                var latest = ClockSkew.LatestAt(now);
                chosen = await ChooseAsync(host, now, cancel);
                var had =
                    chosen.Count == 0
                        ? []
                        : await db.TakeAsync(TakeLooks, [server, now, now + Look.Lease, latest], chosen, cancel);
                taken = await db
                    .Looks.Where(l => had.Contains(l.Id))
                    .Select(l => new LeasedLook(l.Id, l.Evidence.Url!))
                    .ToListAsync(cancel);
            },
            cancel
        );
        var order = chosen.Select((id, place) => (id, place)).ToDictionary(one => one.id, one => one.place);
        return [.. taken.OrderBy(look => order[look.Id])];
    }

    /// <summary>
    /// Prolongs those of the sites that this server still has and that nobody has stopped, with the looks at them, and gives
    /// them.
    /// </summary>
    public async Task<IReadOnlyList<string>> ProlongAsync(
        string server,
        IReadOnlyCollection<string> sites,
        CancellationToken cancel
    )
    {
        IReadOnlyList<string> held = [];
        await CommitAsync(
            async () =>
            {
                var now = acting.Now.Kept();
                var until = now + Look.Lease;
                await db
                    .Looks.Where(l => l.LeasedBy == server && l.Outcome == null && sites.Contains(l.Host))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(l => l.LeasedAt, now).SetProperty(l => l.LeaseUntil, until),
                        cancel
                    );
                await db
                    .LookHosts.Where(h => h.LeasedBy == server && sites.Contains(h.Name))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(h => h.LeasedAt, now).SetProperty(h => h.LeaseUntil, until),
                        cancel
                    );
                held = await db
                    .LookHosts.Where(h => h.LeasedBy == server && h.StoppedAt == null && sites.Contains(h.Name))
                    .Select(h => h.Name)
                    .ToListAsync(cancel);
            },
            cancel
        );
        return held;
    }

    /// <summary>
    /// True where a site with looks that are due is left alone for a moment yet: the pause after its last answer.
    /// </summary>
    public Task<bool> IsDueSoonAsync(TimeSpan soon, CancellationToken cancel)
    {
        var now = acting.Now;
        var until = now + soon;
        return db.LookHosts.AnyAsync(
            h => h.DueAt <= now && h.FreeAt > now && h.FreeAt <= until && h.LeasedBy == null && h.StoppedAt == null,
            cancel
        );
    }

    /// <summary>Puts looks off that this server has and did not make.</summary>
    public Task PutOffLooksAsync(string server, IReadOnlyList<long> looks, DateTime until, CancellationToken cancel) =>
        CommitAsync(
            () =>
                db
                    .Looks.Where(l => looks.Contains(l.Id) && l.LeasedBy == server && l.Outcome == null)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(l => l.DueAt, until.Kept())
                                .SetProperty(l => l.LeasedBy, (string?)null)
                                .SetProperty(l => l.LeasedAt, (DateTime?)null)
                                .SetProperty(l => l.LeaseUntil, (DateTime?)null),
                        cancel
                    ),
            cancel
        );

    /// <summary>
    /// Lets go of a site, as <paramref name="leave"/> has it, which is handed when the next look at it is due. Looks at it that
    /// were taken and not made are free again. Nothing is done where another server has it by now.
    /// </summary>
    public Task LeaveAsync(string server, string host, Action<LookHost, DateTime?> leave, CancellationToken cancel) =>
        CommitAsync(
            async () =>
            {
                var held = await db
                    .LookHosts.TagWith(RowLocks.TagOf(RowLock.WaitFor))
                    .Where(h => h.Name == host && h.LeasedBy == server)
                    .ToListAsync(cancel);
                if (held.Count == 0)
                    return;
                await db
                    .Looks.Where(l => l.Host == host && l.LeasedBy == server && l.Outcome == null)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(l => l.LeasedBy, (string?)null)
                                .SetProperty(l => l.LeasedAt, (DateTime?)null)
                                .SetProperty(l => l.LeaseUntil, (DateTime?)null),
                        cancel
                    );

                // Asked after the row is locked, by a statement of its own: a look that somebody asked for meanwhile is seen.
                leave(
                    held[0],
                    await db
                        .Looks.Where(l => l.Host == host && l.Outcome == null && l.ClosedAt == null)
                        .MinAsync(l => (DateTime?)l.DueAt, cancel)
                );
            },
            cancel
        );

    private async Task<List<long>> ChooseAsync(string host, DateTime now, CancellationToken cancel)
    {
        var (due, odd) = await db
            .Looks.Where(l => l.Host == host && l.Outcome == null && l.ClosedAt == null && l.DueAt <= now)
            .Where(Leases.FreeAt<Look>(now))
            .OrderBy(l => l.DueAt)
            .ThenBy(l => l.Id)
            .Take(ChosenFrom)
            .ReadReadableAsync(
                l => l.Id,
                looks =>
                    looks.Join(
                        db.Claims,
                        l => l.ClaimId,
                        c => c.Id,
                        (l, c) => new Waiting(l.Id, c.Kind, l.Attempts, l.DueAt, c.NextAttemptAt, c.Appearances.Count)
                    ),
                cancel
            );

        // Else the site would be free again at once, and again: whoever asked for its looks tells of it and puts it off.
        if (due.Count == 0 && odd > 0)
            throw new InvalidDataException($"Of {host} {odd} looks are due that cannot be read; verify names their rows.");

        // What could not be read has had its turn: it is due anew, and others of its kind go first.
        return
        [
            .. due.OrderBy(l =>
                    rechecks
                        .For(l.Kind)
                        .Turn(l.Attempts > 0 && l.NextAttemptAt <= now ? l.DueAt : l.NextAttemptAt, l.Appearances, now)
                )
                .ThenBy(l => l.DueAt)
                .ThenBy(l => l.Id)
                .Take(LooksAtOnce)
                .Select(l => l.Id),
        ];
    }

    private sealed record Waiting(long Id, string Kind, int Attempts, DateTime DueAt, DateTime? NextAttemptAt, int Appearances);

    private async Task<IReadOnlyList<T>> TakeAsync<T>(string statement, string server, object[] more, CancellationToken cancel)
    {
        List<T> taken = [];
        await CommitAsync(
            async () =>
            {
                var now = acting.Now.Kept();
                taken = await db.TakeAsync<T>(
                    statement,
                    [server, now, now + Look.Lease, ClockSkew.LatestAt(now), .. more],
                    cancel
                );
            },
            cancel
        );
        return taken;
    }

    private Task<Result> CommitAsync(Func<Task> work, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            "lease",
            Right.Jobs,
            async _ =>
            {
                await work();
                return Result.Ok;
            },
            cancel,
            readsLatest: true
        );
    }
}
