using System.Net;
using System.Net.Sockets;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Opens the connections of <see cref="SourceFetcher"/>. The name is resolved once, every address is checked, and the connection
/// goes to a checked address: what a DNS server answers a moment later changes nothing. A proxy is told the checked address, too,
/// and never the name.
/// </summary>
internal static class SourceConnection
{
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint target, IntakeSettings settings, CancellationToken cancel)
    {
        var addresses = await ResolveAsync(target.Host, cancel);
        var anyAddress = settings.AllowPrivateAddresses || InternalHosts.Has(settings, target.Host, target.Port);
        // One private address among public ones is a trap as well, since nobody says which is taken.
        if (!anyAddress && addresses.FirstOrDefault(address => !AddressRules.IsPublic(address)) is { } special)
            throw new PrivateAddressException(target.Host, special);
        if (settings.Proxy.Length == 0)
            return await ConnectAsync(addresses, target.Port, cancel);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);

        // The proxy's own address is the administrator's choice, whatever it is.
        var proxy = new Uri(settings.Proxy);
        var stream = await ConnectAsync(await ResolveAsync(proxy.IdnHost, cancel), proxy.Port, cancel);
        try
        {
            await ProxyTunnel.OpenAsync(stream, new IPEndPoint(addresses[0], target.Port), cancel);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
}

/// <summary>A link led to an address that is not on the public internet.</summary>
internal sealed class PrivateAddressException(string host, IPAddress address) : IOException($"{host} is at {address}")
{
    /// <summary>Told to people; the address, which tells of the network, is for the log alone.</summary>
    public string Host { get; } = host;
}
