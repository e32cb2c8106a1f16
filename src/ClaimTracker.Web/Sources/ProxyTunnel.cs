using System.Net;
using System.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>A way through an HTTP proxy to an address (CONNECT, RFC 9110, 9.3.6), for pages of http and https alike.</summary>
internal static class ProxyTunnel
{
    private const int LongestHead = 8_192;

    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    /// <summary>Asks the proxy for the way; what is sent and read on the stream then goes to the address.</summary>
    /// <exception cref="ProxyException">It does not lead there.</exception>
    public static async Task OpenAsync(Stream proxy, IPEndPoint target, CancellationToken cancel)
    {
        await proxy.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n"), cancel);
        var head = await ReadHeadAsync(proxy, cancel);
        var status = head.Split('\r')[0];
        if (!(status.StartsWith("HTTP/1.", StringComparison.Ordinal) && status.Split(' ') is [_, ['2', _, _], ..]))
            throw new ProxyException($"it answered “{Domain.PlainText.Shorten(status, 100)}”");
    }

    // A byte at a time: what comes after the head belongs to the page.
    private static async Task<string> ReadHeadAsync(Stream proxy, CancellationToken cancel)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (head.Count < End.Length || !head.TakeLast(End.Length).SequenceEqual(End))
        {
            if (head.Count == LongestHead || await proxy.ReadAsync(next, cancel) == 0)
                throw new ProxyException("it broke off, or sent what is no proper answer");
            head.Add(next[0]);
        }

        return Encoding.ASCII.GetString([.. head]);
    }
}

/// <summary>The desk's own proxy does not lead to a site.</summary>
internal sealed class ProxyException(string message) : IOException(message);
