using System.Net;
using System.Net.Sockets;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Opens the connections of <see cref="SourceFetcher"/>. The name is resolved once, every address is checked, and the connection goes to
/// a checked address: what a DNS server answers a moment later changes nothing.
/// </summary>
internal static class SourceConnection
{
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint target, bool anyAddress, CancellationToken cancel)
    {
        var addresses = await ResolveAsync(target.Host, cancel);
        // One private address among public ones is a trap as well, since nobody says which is taken.
        if (!anyAddress && addresses.FirstOrDefault(address => !AddressRules.IsPublic(address)) is { } special)
            throw new PrivateAddressException(target.Host, special);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancel);
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
    public string Host { get; } = host;

    public IPAddress Address { get; } = address;
}
