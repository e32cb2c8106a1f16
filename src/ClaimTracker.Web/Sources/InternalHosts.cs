using System.Globalization;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Sources;

/// <summary>The hosts of the desk's own network that an administrator has named; what is not named stays out of reach.</summary>
internal static class InternalHosts
{
    /// <summary>True where the host is named with this port, or without one and the port is one of the web.</summary>
    public static bool Has(IntakeSettings settings, string host, int port)
    {
        var name = host.Trim('[', ']');
        var withPort = string.Create(CultureInfo.InvariantCulture, $"{name}:{port}");
        return settings.InternalHosts.Any(named => Is(named, withPort) || (port is 80 or 443 && Is(named, name)));
    }

    /// <summary>Why this names no host; null where it does.</summary>
    public static string? Fault(string named) =>
        Uri.TryCreate($"http://{named}", UriKind.Absolute, out var url)
        && url.PathAndQuery == "/"
        && url.UserInfo.Length == 0
        && url.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4
        && !named.EndsWith('/')
            ? null
            : $"“{named}”, which is neither host nor host:port";

    private static bool Is(string named, string host) => string.Equals(named.Trim(), host, StringComparison.OrdinalIgnoreCase);
}
