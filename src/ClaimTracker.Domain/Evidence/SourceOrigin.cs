namespace ClaimTracker.Domain;

/// <summary>
/// Who publishes at an address, as far as the address tells: a site, on sites that many share an account, of an archived copy the
/// origin of what it holds. What is of one origin is one voice, whatever is typed as its group.
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
        "medium.com",
        "reddit.com",
        "t.me",
        "threads.com",
        "threads.net",
        "tiktok.com",
        "vk.com",
        "weibo.com",
        "x.com",
        "youtu.be",
        "youtube.com",
    ];

    // Before the account's own name in the address.
    private static readonly HashSet<string> BeforeAccount =
    [
        "c",
        "channel",
        "company",
        "groups",
        "in",
        "pages",
        "profile",
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

    // Copies of other sites' pages. One whose address does not tell what it holds is an origin of its own.
    private static readonly HashSet<string> Archives =
    [
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

    private static readonly HashSet<string> Devices = ["www", "m", "mobile", "amp"];

    /// <summary>The origin of what stands at an address; null where there is none that could be asked.</summary>
    public static string? Of(string? address)
    {
        if (WebAddress.Link(address) is not { } url)
            return null;
        var name = SiteOf(url);
        if (Archives.Contains(name))
            return (Within(url) is { } held ? Of(held) : null) ?? Whole(name, url);
        if (FilmOf(name, url) is { Length: > 0 } film)
            return Short($"youtube.com/watch/{film}");
        return Shared.Contains(name)
            ? AccountOf(url) is { } account
                ? $"{name}/{account}"
                : Whole(name, url)
            : Short(name);
    }

    private static string SiteOf(Uri url)
    {
        var name = url.IdnHost.ToLowerInvariant().TrimEnd('.');
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && Devices.Contains(name[..dot]) && name.IndexOf('.', dot + 1) > 0)
            name = name[(dot + 1)..];
        return name switch
        {
            "twitter.com" => "x.com",
            "telegram.me" => "t.me",
            _ => name,
        };
    }

    // "web.archive.org/web/20250820/https://…": the address that the copy was taken of.
    private static string? Within(Uri url)
    {
        var path = url.PathAndQuery;
        int[] begins = [path.IndexOf("/http:/", StringComparison.Ordinal), path.IndexOf("/https:/", StringComparison.Ordinal)];
        return begins.Where(at => at >= 0).Order().Select(at => path[(at + 1)..]).FirstOrDefault();
    }

    private static string? AccountOf(Uri url)
    {
        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var before, var account, ..] when BeforeAccount.Contains(before) => account.ToLowerInvariant(),
            [var first, ..] when NoAccount.Contains(first) => null,
            [var account, ..] when url.Query.Length == 0 || parts.Length > 1 => account.ToLowerInvariant(),
            _ => null,
        };
    }

    // A film has one address in several forms.
    private static string? FilmOf(string name, Uri url) =>
        name == "youtu.be" ? url.AbsolutePath.Trim('/')
        : name != "youtube.com" ? null
        : url.AbsolutePath == "/watch"
            ? url.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("v=", StringComparison.Ordinal))?[2..]
        : url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            is ["shorts" or "live" or "embed" or "v", var film, ..]
            ? film
        : null;

    private static string Whole(string name, Uri url) => Short(name + url.PathAndQuery);

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest];
}
