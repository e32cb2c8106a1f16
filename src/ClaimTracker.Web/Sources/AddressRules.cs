using System.Net;
using System.Net.Sockets;

namespace ClaimTracker.Web.Sources;

/// <summary>Which addresses a server of ours may be sent to by somebody else's link: public ones and no others.</summary>
internal static class AddressRules
{
    // Registered for special purposes (RFC 6890 and its successors): this host, private, shared, loopback, link-local,
    // protocol assignments, documentation, 6to4 relays, benchmarks, multicast, reserved.
    private static readonly IPNetwork[] Special4 =
    [
        Net("0.0.0.0/8"),
        Net("10.0.0.0/8"),
        Net("100.64.0.0/10"),
        Net("127.0.0.0/8"),
        Net("169.254.0.0/16"),
        Net("172.16.0.0/12"),
        Net("192.0.0.0/24"),
        Net("192.0.2.0/24"),
        Net("192.31.196.0/24"),
        Net("192.52.193.0/24"),
        Net("192.88.99.0/24"),
        Net("192.168.0.0/16"),
        Net("192.175.48.0/24"),
        Net("198.18.0.0/15"),
        Net("198.51.100.0/24"),
        Net("203.0.113.0/24"),
        Net("224.0.0.0/4"),
        Net("240.0.0.0/4"),
    ];

    // Only 2000::/3 is handed out for the public internet; these parts of it lead elsewhere or hide an IPv4 address.
    private static readonly IPNetwork Global6 = Net("2000::/3");
    private static readonly IPNetwork[] Special6 = [Net("2001::/23"), Net("2001:db8::/32"), Net("2002::/16"), Net("3fff::/20")];
    private static readonly IPNetwork Nat64 = Net("64:ff9b::/96");

    /// <summary>True for an address of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Special4.Any(net => net.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        if (Nat64.Contains(address))
            return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return Global6.Contains(address) && !Special6.Any(net => net.Contains(address));
    }

    private static IPNetwork Net(string cidr) => IPNetwork.Parse(cidr);
}
