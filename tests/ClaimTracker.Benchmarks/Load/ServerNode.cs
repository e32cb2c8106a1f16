using System.Diagnostics;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>The program as a desk runs it, in a process of its own whose processor time can be told from ours.</summary>
internal sealed class ServerNode : IAsyncDisposable
{
    private readonly Process _process;
    private bool _isGone;

    private ServerNode(Process process, Uri address) => (_process, Address, Id) = (process, address, process.Id);

    public Uri Address { get; }

    /// <summary>Of the process, also once it has ended.</summary>
    public int Id { get; }

    /// <summary>Processor time that the process has taken so far.</summary>
    public TimeSpan Taken
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="options">Settings beside it; without them no jobs run.</param>
    public static Task<ServerNode> StartAsync(string connectionString, params string[] options) =>
        // Its code is compiled once: otherwise what is measured first pays for compiling what is measured later.
        StartAsync(connectionString, options, start => start.Environment["DOTNET_TieredCompilation"] = "0");

    /// <summary>As the other, run as it is shipped: for what goes on for a minute, whatever is compiled meanwhile.</summary>
    public static Task<ServerNode> StartAsShippedAsync(string connectionString, params string[] options) =>
        StartAsync(connectionString, options, _ => { });

    private static async Task<ServerNode> StartAsync(string connectionString, string[] options, Action<ProcessStartInfo> set)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(WebServer).Assembly.Location,
                "--urls",
                address.ToString(),
                "--ConnectionStrings:ClaimTracker",
                connectionString,
                "--Jobs:Enabled",
                "false",
                "--Logging:LogLevel:Default",
                "Error",
            },
            RedirectStandardOutput = true,
        };
        set(start);
        foreach (var option in options)
            start.ArgumentList.Add(option);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var node = new ServerNode(process, address);
        using var http = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 600; tries++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended by itself, with exit code {process.ExitCode}.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/signin", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return node;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        await node.DisposeAsync();
        throw new TimeoutException("The server did not answer within two minutes.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_isGone)
            return;
        _isGone = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
