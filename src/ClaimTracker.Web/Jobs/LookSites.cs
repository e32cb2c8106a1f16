using System.Collections.Concurrent;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// The sites that this server has, each walked by itself: one page after the other, with a pause after each answer.
/// </summary>
internal sealed class LookSites(LookSweep sweep, LookWriter writer, HostTurns turns, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhileOdd = TimeSpan.FromHours(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private DateTime _prolongedAt = time.GetUtcNow().UtcDateTime;
    private int _made;
    private int _ended;

    /// <summary>How many there are.</summary>
    public int Count => _sites.Count;

    /// <summary>How many were let go of so far. Each may have left something to do.</summary>
    public int Ended => _ended;

    /// <summary>How many looks were made.</summary>
    public int Made => _made;

    /// <summary>Walks a site that was taken.</summary>
    public void Begin(string host, CancellationToken cancel)
    {
        // One that was lost and is ours again has not ended yet: it is taken once more when its lease has.
        if (_sites.ContainsKey(host))
            return;
        var site = new Site(cancel);
        _sites[host] = site;
        site.Walk = Task
            .Factory.StartNew(
                () => WalkAsync(host, site),
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Current
            )
            .Unwrap();
    }

    /// <summary>Waits until each that was stopped has let go of its site.</summary>
    public Task EndAsync() => Task.WhenAll(_sites.Values.Select(site => site.Walk));

    /// <summary>Waits until one is done, or for so long.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancel) =>
        await Task.WhenAny([.. _sites.Values.Select(site => site.Walk), Task.Delay(longest, cancel)]);

    /// <summary>
    /// Prolongs all of them. Those that could not be are stopped: somebody else has them by now, or may have them soon.
    /// </summary>
    public async Task ProlongAsync(CancellationToken cancel)
    {
        List<KeyValuePair<string, Site>> before = [.. _sites];
        try
        {
            var asked = Now;
            var prolonged = await sweep.InScopeAsync(services =>
                services.GetRequiredService<HostLeases>().ProlongAsync(sweep.Server, before.ConvertAll(site => site.Key), cancel)
            );
            _prolongedAt = asked;
            before.RemoveAll(site => prolonged.Contains(site.Key));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Could not prolong the leases of {Server}", sweep.Server);
            if (IsHeld)
                return;
        }

        before.ForEach(site => site.Value.End());
    }

    // Leases that a stalled server has not prolonged in time are another's already, or will be before an answer is there.
    private bool IsHeld => Now - _prolongedAt < Look.Lease / 2;

    private async Task WalkAsync(string host, Site site)
    {
        using var stop = site;
        var cancel = site.Stopped;
        Action<LookHost, DateTime?> leave = (at, due) => at.Release(due);
        try
        {
            leave = await WalkAsync(host, leave, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            var why = JobItems.Reason(failure);
            log.LogError(failure, "Could not look at {Host}", host);
            leave = (at, due) => at.PutOff(due, why, null, Now);
        }
        catch (OperationCanceledException)
        {
            // Stopped: what it had is free as it was.
        }

        try
        {
            await sweep.InScopeAsync(services =>
                DoneAsync(services.GetRequiredService<HostLeases>().LeaveAsync(sweep.Server, host, leave, CancellationToken.None))
            );
        }
        catch (Exception failure)
        {
            // Its lease ends by itself.
            log.LogError(failure, "Could not let go of {Host}", host);
        }

        Interlocked.Increment(ref _ended);
        _sites.TryRemove(host, out _);
    }

    private async Task<Action<LookHost, DateTime?>> WalkAsync(
        string host,
        Action<LookHost, DateTime?> leave,
        CancellationToken cancel
    )
    {
        List<Task> writing = [];
        try
        {
            while (
                await sweep.InScopeAsync(services =>
                    services.GetRequiredService<HostLeases>().TakeLooksAsync(sweep.Server, host, cancel)
                )
                    is { Count: > 0 } looks
            )
            {
                foreach (var page in looks.GroupBy(look => look.Url, look => look.Id))
                {
                    if (!IsHeld)
                        return leave;
                    var (visited, pause) = await VisitAsync(page.Key, [.. page], cancel);
                    writing.Add(writer.TakeAsync(visited.Results));
                    Interlocked.Add(ref _made, visited.Results.Count);
                    if (visited.Odd.Count > 0)
                        await PutOffAsync(visited.Odd, Now + WhileOdd, cancel);
                    if (visited.Answer.IsNotMade)
                    {
                        await PutOffAsync([.. page], Now + NextTry, cancel);
                        continue;
                    }

                    // Nothing was asked of it, unless it led on to where nothing may be read.
                    if (visited.Answer is { IsForbidden: true, Status: null })
                        continue;
                    if (WhyAlone(visited.Answer) is { } why)
                        return (site, due) => site.PutOff(due, why, visited.Answer.RetryAfter, visited.At);
                    leave = (site, due) => site.Leave(due, pause, visited.At);
                    if (visited.At + pause - Now is var rest && rest > TimeSpan.Zero)
                        await Task.Delay(rest, time, cancel);
                }
            }

            // Where nothing was to be had, it is not taken again at once.
            return writing.Count > 0 ? leave : (site, due) => site.Rest(due, Idle, Now);
        }
        finally
        {
            // Who lets go of a site knows what is left to do there.
            await Task.WhenAll(writing).WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<bool> PutOffAsync(IReadOnlyList<long> looks, DateTime until, CancellationToken cancel) =>
        sweep.InScopeAsync(services =>
            DoneAsync(services.GetRequiredService<HostLeases>().PutOffLooksAsync(sweep.Server, looks, until, cancel))
        );

    private Task<(Visited Visited, TimeSpan Pause)> VisitAsync(string url, IReadOnlyList<long> looks, CancellationToken cancel) =>
        sweep.InOwnScopeAsync(async services =>
        {
            var visited = await services.GetRequiredService<LookVisit>().MakeAsync(url, looks, EnterAsync, cancel);
            return (visited, services.GetRequiredService<LookSettings>().Pause);
        });

    // A site that gives no answer at all, or asks for it, is left alone: its other looks are made later, and nothing is said of
    // them.
    private static string? WhyAlone(FetchAnswer answer) =>
        answer is { Answered: true, RetryAfter: null } or { IsForbidden: true, RetryAfter: null }
            ? null
            : answer.Page.Refusal?.Message ?? "It asks to be left alone for a while.";

    // The turn at a site that a redirect leads to.
    private Task<IAsyncDisposable?> EnterAsync(string host, CancellationToken cancel) => turns.EnterAsync(host, Turn, cancel);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }

    private sealed class Site(CancellationToken cancel) : IDisposable
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        public CancellationToken Stopped => _stop.Token;

        public Task Walk { get; set; } = Task.CompletedTask;

        public void End()
        {
            try
            {
                _stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has ended by itself.
            }
        }

        public void Dispose() => _stop.Dispose();
    }
}
