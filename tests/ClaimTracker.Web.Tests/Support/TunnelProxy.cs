using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>An HTTP proxy that makes ways through (CONNECT), on loopback, and notes which it was asked for.</summary>
internal sealed class TunnelProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The first line of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>True where it makes no way.</summary>
    public bool Refuses { get; set; }

    public string Address => $"http://{_listener.LocalEndpoint}";

    public static TunnelProxy Start()
    {
        var proxy = new TunnelProxy();
        proxy._listener.Start();
        _ = proxy.RunAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var asks = client;
        var stream = client.GetStream();
        var head = "";
        var next = new byte[1];
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next, _stop.Token) > 0)
            head += (char)next[0];
        var line = head.Split("\r\n")[0];
        Asked.Enqueue(line);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(Refuses ? "HTTP/1.1 403 Forbidden\r\n\r\n" : "HTTP/1.1 200 Connection established\r\n\r\n"),
            _stop.Token
        );
        if (Refuses)
            return;
        using var target = new TcpClient();
        await target.ConnectAsync(IPEndPoint.Parse(line.Split(' ')[1]), _stop.Token);
        await Task.WhenAny(
            stream.CopyToAsync(target.GetStream(), _stop.Token),
            target.GetStream().CopyToAsync(stream, _stop.Token)
        );
    }
}
