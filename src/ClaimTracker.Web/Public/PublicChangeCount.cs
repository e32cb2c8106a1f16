using System.Diagnostics;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>
/// How often what readers are told became another thing (<see cref="PublicChange"/>), as the database counts it, whichever server
/// or command did so. It is asked at most once in <see cref="Newest"/>, and no answer older than that is given: a page that was
/// kept under another number is not served.
/// </summary>
public sealed class PublicChangeCount(IServiceScopeFactory scopes, ILogger<PublicChangeCount> log) : IDisposable
{
    /// <summary>How old an answer may be, by the machine's own clock.</summary>
    public static readonly TimeSpan Newest = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Answer? _last;

    /// <summary>The number; null where the database did not give it, so that nobody knows what may be served.</summary>
    public async ValueTask<long?> NumberAsync(CancellationToken cancel)
    {
        if (Known() is { } known)
            return known;
        await _turn.WaitAsync(cancel);
        try
        {
            return Known() ?? await AskAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private long? Known() =>
        Volatile.Read(ref _last) is { } answer && Stopwatch.GetElapsedTime(answer.AskedAt) < Newest ? answer.Number : null;

    private async Task<long?> AskAsync(CancellationToken cancel)
    {
        var askedAt = Stopwatch.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
            var number = await db.PublicChanges.SumAsync(c => c.Number, cancel);
            Volatile.Write(ref _last, new Answer(number, askedAt));
            return number;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(
                failure,
                "Whether readers are to be told something else could not be asked; pages are made anew until it can"
            );
            return null;
        }
    }

    private sealed record Answer(long Number, long AskedAt);
}
