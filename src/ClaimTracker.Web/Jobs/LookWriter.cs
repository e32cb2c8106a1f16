using System.Threading.Channels;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Collects what the looks of one sweep met and writes it in batches. Where a batch fails each of it is written by itself; what
/// fails by itself is a source that could not be read, with the reason, and the others are written.
/// </summary>
internal sealed class LookWriter(IServiceScopeFactory scopes, string server, ILogger log)
{
    private const int AtOnce = 40;

    private readonly Channel<Work> _channel = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Takes results to be written. What it gives ends when they are, or are noted as failed.</summary>
    public Task TakeAsync(IReadOnlyList<LookResult> results)
    {
        var work = new Work(results, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return results.Count > 0 && _channel.Writer.TryWrite(work) ? work.Written.Task : Task.CompletedTask;
    }

    /// <summary>Takes no more.</summary>
    public void End() => _channel.Writer.TryComplete();

    /// <summary>Writes until <see cref="End"/> was called and all is written.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await _channel.Reader.WaitToReadAsync(cancel))
        {
            List<Work> batch = [];
            for (var count = 0; count < AtOnce && _channel.Reader.TryRead(out var work); count += work.Results.Count)
                batch.Add(work);
            try
            {
                await WriteAsync([.. batch.SelectMany(work => work.Results)], cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // Not even noted: their leases end, and they are made anew.
                log.LogError(failure, "Could not write {Number} looks", batch.Sum(work => work.Results.Count));
            }

            batch.ForEach(work => work.Written.TrySetResult());
        }
    }

    private async Task WriteAsync(IReadOnlyList<LookResult> results, CancellationToken cancel)
    {
        // Of one page there may be as many as there are claims that watch it.
        foreach (var part in results.Chunk(AtOnce))
        {
            if (await TryAsync(part, null, cancel) is null)
                continue;
            foreach (var result in part)
                await WriteOneAsync(result, cancel);
        }
    }

    private async Task WriteOneAsync(LookResult result, CancellationToken cancel)
    {
        if (await TryAsync([result], null, cancel) is not { } failure)
            return;
        log.LogError(failure, "Failed: write look {Look}", result.LookId);

        // Where it is a review that cannot go on, that one is stopped, and what was seen stands.
        var why = JobItems.Reason(failure);
        var unread = result with
        {
            Outcome = RecheckOutcome.Unreachable,
            Words = $"The look at {result.Url} failed: {why}",
            Keep = null,
        };
        if (await TryAsync([result], why, cancel) is null || await TryAsync([unread], why, cancel) is not { } again)
            return;
        log.LogError(again, "Could not note the failure of look {Look}", result.LookId);
        await PutOffAsync(result, cancel);
    }

    // A claim that cannot even be read: its look would stand first in each sweep.
    private Task PutOffAsync(LookResult result, CancellationToken cancel) =>
        InScopeAsync(services =>
        {
            var later = result.At + services.GetRequiredService<RecheckSettings>().Default.RetryAfter;
            return services.GetRequiredService<HostLeases>().PutOffLooksAsync(server, [result.LookId], later, cancel);
        });

    private async Task<Exception?> TryAsync(IReadOnlyList<LookResult> results, string? stop, CancellationToken cancel)
    {
        try
        {
            await InScopeAsync(services => services.GetRequiredService<LookCommit>().WriteAsync(server, results, stop, cancel));
            return null;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return failure;
        }
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().BeginRepeatable(LookCommit.By);
        await work(scope.ServiceProvider);
    }

    private sealed record Work(IReadOnlyList<LookResult> Results, TaskCompletionSource Written);
}
