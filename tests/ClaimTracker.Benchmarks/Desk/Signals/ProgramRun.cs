using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ClaimTracker.Benchmarks.Desk.Signals;

/// <summary>The program in a process of its own, as a desk runs it.</summary>
internal sealed class ProgramRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ProgramRun(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>True while it runs.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Runs a verb, or serves where the first argument is an option.</summary>
    public static ProgramRun Start(string program, params string[] args)
    {
        // A shell that runs things in the background has them ignore SIGINT, and children inherit that.
        var start = new ProcessStartInfo("env")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var arg in (string[])["--default-signal=INT", "dotnet", program, .. args])
            start.ArgumentList.Add(arg);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ProgramRun(process);
    }

    /// <summary>Sends a signal; nothing happens where the process has ended.</summary>
    public void Signal(PosixSignal signal)
    {
        if (IsAlive)
        {
            _ = Kill(
                _process.Id,
                signal switch
                {
                    PosixSignal.SIGTERM => 15,
                    PosixSignal.SIGINT => 2,
                    _ => 9,
                }
            );
        }
    }

    /// <summary>Waits until it has ended; the exit code, or null where it goes on for longer than anybody would wait.</summary>
    public async Task<int?> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What it wrote to standard error. It must have ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

    /// <summary>Waits until a page answers; false where the process ends first or nobody would wait any longer.</summary>
    public async Task<bool> ServesAsync(int port)
    {
        using var http = new HttpClient
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Timeout = Patience,
        };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && IsAlive; await Task.Delay(20))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        return false;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Dispose()
    {
        if (IsAlive)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
