using System.Net;
using System.Net.Sockets;

namespace ClaimTracker.Domain;

/// <summary>
/// Who publishes at an address, as far as the address tells: a site, on sites that many share an account, of a copied page the
/// origin of what it holds. What is of one origin is one voice, whatever is typed as its group. Where the address of a shared
/// site does not tell the account, the site alone is the origin, and that is no voice beside one of its accounts
/// (<see cref="EvidenceGroups"/>).
/// </summary>
public static class SourceOrigin
{
    /// <summary>The longest one, in characters.</summary>
    public const int Longest = 300;

    // Sites on which each account speaks for itself. A desk's own list comes with the outlets.
    private static readonly HashSet<string> Shared =
    [
        "bsky.app",
        "facebook.com",
        "github.com",
        "instagram.com",
        "linkedin.com",
        "reddit.com",
        "threads.com",
        "tiktok.com",
        "vk.com",
        "weibo.com",
        "x.com",
        "youtube.com",
    ];

    // Sites that are shared, too, where an account may have a name of its own before the site's: "jo.substack.com".
    private static readonly HashSet<string> AccountBefore =
    [
        "blogspot.com",
        "medium.com",
        "substack.com",
        "t.me",
        "tumblr.com",
        "wordpress.com",
    ];

    // Names before those that are no account's.
    private static readonly HashSet<string> NoAccountBefore = ["api", "blog", "link", "open", "web"];

    // Other names of shared sites, and views of them that others run.
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["fb.com"] = "facebook.com",
        ["fixupx.com"] = "x.com",
        ["fxtwitter.com"] = "x.com",
        ["gist.githubusercontent.com"] = "github.com",
        ["instagr.am"] = "instagram.com",
        ["raw.githubusercontent.com"] = "github.com",
        ["telegram.dog"] = "t.me",
        ["telegram.me"] = "t.me",
        ["threads.net"] = "threads.com",
        ["twitter.com"] = "x.com",
        ["vxtwitter.com"] = "x.com",
        ["web.telegram.org"] = "t.me",
        ["xcancel.com"] = "x.com",
        ["youtube-nocookie.com"] = "youtube.com",
    };

    // Short addresses of a shared site's pages, which do not tell the account.
    private static readonly Dictionary<string, string> Shortened = new()
    {
        ["fb.watch"] = "facebook.com",
        ["link.medium.com"] = "medium.com",
        ["redd.it"] = "reddit.com",
        ["vm.tiktok.com"] = "tiktok.com",
        ["youtu.be"] = "youtube.com",
    };

    // Before the account's own name in the address.
    private static readonly HashSet<string> BeforeAccount =
    [
        "c",
        "channel",
        "company",
        "groups",
        "in",
        "profile",
        "pub",
        "r",
        "s",
        "u",
        "user",
    ];

    // Words of an address that stand where an account would.
    private static readonly HashSet<string> NoAccount =
    [
        "comments",
        "embed",
        "events",
        "explore",
        "feed",
        "hashtag",
        "i",
        "live",
        "p",
        "playlist",
        "posts",
        "pulse",
        "reel",
        "reels",
        "search",
        "share",
        "shorts",
        "status",
        "stories",
        "tv",
        "v",
        "video",
        "watch",
    ];

    // Copies of other sites' pages. All whose address does not tell what they hold are one origin together: that is not known.
    private static readonly HashSet<string> Archives =
    [
        "12ft.io",
        "archive.is",
        "archive.li",
        "archive.md",
        "archive.ph",
        "archive.today",
        "archive.vn",
        "ghostarchive.org",
        "perma.cc",
        "web.archive.org",
        "webcitation.org",
    ];

    private static readonly HashSet<string> Devices = ["amp", "m", "mbasic", "mobile", "touch", "wap"];

    /// <summary>The origin of what stands at an address; null where there is none that could be asked.</summary>
    public static string? Of(string? address)
    {
        if (WebAddress.Link(address) is not { } url)
            return null;
        var name = SiteOf(url);
        if (Held(name, url) is { } held)
            return Of(held) ?? Short(name);
        if (Shortened.TryGetValue(name, out var site))
            return site;
        return AccountAt(name, url) is var (shared, account)
            ? Short(account is null ? shared : $"{shared}/{account}")
            : Short(name);
    }

    private static string SiteOf(Uri url)
    {
        var name = url.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (name == "localhost" || name.EndsWith(".localhost", StringComparison.Ordinal))
            return "127.0.0.1";
        if (IPAddress.TryParse(name.Trim('[', ']'), out var number))
            return Plain(number).ToString();
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && IsView(name[..dot]) && name.IndexOf('.', dot + 1) > 0 ? name[(dot + 1)..] : name;
    }

    // "www", "www2", "ww3", and what serves the same pages to other devices.
    private static bool IsView(string label) =>
        Devices.Contains(label) || label.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-') is "www" or "ww";

    // One machine has an address of each kind: an IPv4 address is also written within an IPv6 one.
    private static IPAddress Plain(IPAddress number)
    {
        if (number.Equals(IPAddress.IPv6Loopback))
            return IPAddress.Loopback;
        if (number.AddressFamily != AddressFamily.InterNetworkV6)
            return number;
        var bytes = number.GetAddressBytes();
        return
            number.IsIPv4MappedToIPv6
            || bytes.AsSpan(0, 12).SequenceEqual(new byte[12])
            || bytes.AsSpan(0, 12).SequenceEqual((byte[])[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])
            ? new IPAddress(bytes.AsSpan(12))
            : number;
    }

    // The address that a copy was taken of: "web.archive.org/web/20250820/https://…", "example-org.translate.goog". Empty where a
    // site of copies does not tell; null where the site keeps none.
    private static string? Held(string name, Uri url)
    {
        if (Archives.Contains(name))
            return Within(url) ?? "";
        if (name == "webcache.googleusercontent.com")
        {
            var kept = Field(url, "q") is { } asked && asked.StartsWith("cache:", StringComparison.Ordinal) ? asked[6..] : "";
            return "http://" + kept[(kept.LastIndexOf(':') + 1)..].TrimStart('/');
        }

        if (name is "translate.google.com")
            return Field(url, "u") ?? "";
        if (name.EndsWith(".translate.goog", StringComparison.Ordinal))
            return "http://" + Dotted(name[..^".translate.goog".Length]);
        if (name.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal))
            return "http://" + Dotted(name[..^".cdn.ampproject.org".Length]);
        return null;
    }

    // A dot is written as a hyphen, and a hyphen as two.
    private static string Dotted(string label) =>
        label.Replace("--", "\n", StringComparison.Ordinal).Replace('-', '.').Replace('\n', '-');

    private static string? Within(Uri url)
    {
        var path = url.PathAndQuery;
        int[] begins = [path.IndexOf("/http:/", StringComparison.Ordinal), path.IndexOf("/https:/", StringComparison.Ordinal)];
        return begins.Where(at => at >= 0).Order().Select(at => path[(at + 1)..]).FirstOrDefault();
    }

    private static string? Field(Uri url, string name) =>
        url
            .Query.TrimStart('?')
            .Split('&')
            .Where(part => part.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(part => Uri.UnescapeDataString(part[(name.Length + 1)..]))
            .FirstOrDefault(value => value.Length > 0);

    // The shared site that a name is of, with the account where the address tells it; null where it is no shared site.
    private static (string Site, string? Account)? AccountAt(string name, Uri url)
    {
        if (name.StartsWith("nitter.", StringComparison.Ordinal))
            name = "x.com";
        name = OtherNames.GetValueOrDefault(name, name);
        if (name.EndsWith(".github.io", StringComparison.Ordinal))
            return ("github.com", name[..^".github.io".Length]);
        if (name.Split('.') is [var blog, "blogspot", ..])
            return ("blogspot.com", blog);
        if (Shared.FirstOrDefault(site => IsAt(name, site)) is { } shared)
            return (shared, AccountIn(url));
        if (AccountBefore.FirstOrDefault(site => IsAt(name, site)) is not { } own)
            return null;
        var before = name.Length > own.Length ? name[..^(own.Length + 1)].Split('.')[^1] : null;
        return (own, before is null || NoAccountBefore.Contains(before) ? AccountIn(url) : before);
    }

    private static bool IsAt(string name, string site) => name == site || name.EndsWith("." + site, StringComparison.Ordinal);

    private static string? AccountIn(Uri url)
    {
        if (url.Fragment.StartsWith("#@", StringComparison.Ordinal))
            return Name(url.Fragment[1..]);
        var parts = url
            .AbsolutePath.Split('/')
            .Select(part => Uri.UnescapeDataString(part).Trim().ToLowerInvariant())
            .Where(part => part.Length > 0)
            .ToList();
        return parts switch
        {
            [.., var page] when page.EndsWith(".php", StringComparison.Ordinal) => Name(Field(url, "id")),
            ["pages" or "people", _, var number, ..] => Name(number),
            ["pages" or "people", ..] => null,
            [var before, var account, ..] when BeforeAccount.Contains(before) => Name(account),
            [var first, ..] when NoAccount.Contains(first) || BeforeAccount.Contains(first) => null,
            [var account, ..] => Name(account),
            _ => null,
        };
    }

    private static string? Name(string? written) =>
        written?.TrimStart('@').ToLowerInvariant() is { Length: > 0 } name ? name : null;

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest];
}
