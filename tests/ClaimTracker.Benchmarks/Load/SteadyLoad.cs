using System.Diagnostics;
using ClaimTracker.Benchmarks.Desk;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>
/// Somebody who opens the queue and a claim's page by turns, twenty times a second, whether or not the last one is there yet:
/// what a page waits for is counted from when it was to be asked for.
/// </summary>
internal sealed class SteadyLoad(Uri address, long claim) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly DeskClient _person = new(address);

    public Task SignInAsync() => _person.SignInAsync(BenchDesk.Person(0), BenchDesk.Password);

    /// <summary>Goes on for so long, or until it is stopped. Returns the 99th of a hundred waits, in milliseconds.</summary>
    public async Task<double> RunAsync(TimeSpan time, CancellationToken stop = default)
    {
        var watch = Stopwatch.StartNew();
        List<Task<double>> asked = [];
        while (watch.Elapsed < time && !stop.IsCancellationRequested)
        {
            var due = asked.Count * Every;
            if (due > watch.Elapsed)
                await Task.Delay(due - watch.Elapsed, CancellationToken.None);
            asked.Add(AskAsync(asked.Count % 2 == 0 ? "/desk" : $"/desk/claims/{claim}", watch, due));
        }

        var waits = (await Task.WhenAll(asked)).Order().ToList();
        return waits[waits.Count * 99 / 100];
    }

    public void Dispose() => _person.Dispose();

    private async Task<double> AskAsync(string path, Stopwatch watch, TimeSpan due)
    {
        await _person.OpenAsync(path);
        return (watch.Elapsed - due).TotalMilliseconds;
    }
}
