using System.Diagnostics;
using System.Globalization;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>A worker as its client sees it: moves go in, answers come out, and at some point it is dead.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string?> _ready;

    private WorkerProcess(Process process, KillPoint point)
    {
        _process = process;
        Point = point;
        _ready = process.StandardOutput.ReadLineAsync();
    }

    public KillPoint Point { get; }

    public static WorkerProcess Start(string connection, KillPoint point, int move, int microseconds)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(WorkerProcess).Assembly.Location,
                KillWorker.Verb,
                connection,
                point.ToString(),
                Text(move),
                Text(microseconds),
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new WorkerProcess(Process.Start(start)!, point);
    }

    public async Task WaitUntilReadyAsync()
    {
        if (await _ready != "ready")
            throw new InvalidOperationException("A worker died before it was asked to do anything.");
    }

    /// <summary>The answer; null where it died before it could give one.</summary>
    public async Task<string?> AskAsync(string move)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(move);
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            return null;
        }

        return await _process.StandardOutput.ReadLineAsync();
    }

    public void KillAfter(TimeSpan time) => _ = Task.Delay(time).ContinueWith(_ => _process.Kill(), TaskScheduler.Default);

    public async Task BuryAsync()
    {
        await _process.WaitForExitAsync();
        if (_process.ExitCode != 128 + 9)
            throw new InvalidOperationException($"A worker ended by itself, with exit code {_process.ExitCode}.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
