using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Sources;

/// <summary>What people type as an address → one that may be fetched.</summary>
public static class SourceAddress
{
    /// <summary>Longest address.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Parses a typed address; a missing scheme is taken for https.</summary>
    public static Result<Uri> Parse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > MaxLength)
        {
            return new Refusal(
                "url",
                text.Length == 0
                    ? "Give an address, e.g. https://news.example.org/story."
                    : $"The address has {text.Length:N0} characters; {MaxLength:N0} is the most."
            );
        }

        if (!text.Contains("://", StringComparison.Ordinal) && text.Contains('.') && !text.Contains(' '))
            text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? url
            : new Refusal("url", $"“{text}” is no web address; copy it from the browser's address bar, with https:// in front.");
    }

    /// <summary>
    /// What two links to one page have in common: no fragment, none of the marks by which senders follow their readers.
    /// </summary>
    public static string Canonical(Uri url)
    {
        var kept = url
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !IsTracking(part))
            .ToList();
        return new UriBuilder(url) { Fragment = "", Query = string.Join('&', kept) }
            .Uri
            .AbsoluteUri;
    }

    /// <summary>
    /// Why nothing is fetched from an address, as far as the address itself tells: by its port, or since it is none of the public
    /// internet; null where it may be.
    /// </summary>
    public static string? NotFetched(string? url, IntakeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var at))
            return null;
        var isNamed = settings.AllowPrivateAddresses || InternalHosts.Has(settings, at.IdnHost, at.Port);
        if (Check(at, isNamed) is { } refusal)
            return refusal.Message;
        return !isNamed && IPAddress.TryParse(at.IdnHost.Trim('[', ']'), out var address) && !AddressRules.IsPublic(address)
            ? $"{at.Host} is no address of the public internet, and nothing is fetched from it."
            : null;
    }

    private static bool IsTracking(string part) =>
        part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
        || part.Split('=')[0].ToLowerInvariant()
            is "fbclid"
                or "gclid"
                or "dclid"
                or "msclkid"
                or "mc_cid"
                or "mc_eid"
                or "igshid";

    /// <summary>Why <paramref name="url"/> may not be fetched, whatever it leads to; null where it may.</summary>
    internal static Refusal? Check(Uri url, bool anyPort)
    {
        if (WebAddress.Check(url) is { } refusal)
            return refusal;
        return anyPort || url.Port is 80 or 443
            ? null
            : new Refusal(
                "url-port",
                $"{url.Host}:{url.Port} is not fetched: only the ports of the web, 80 and 443, are, and what Intake:InternalHosts names; paste the text instead."
            );
    }
}
