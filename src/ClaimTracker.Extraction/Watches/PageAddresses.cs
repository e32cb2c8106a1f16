namespace ClaimTracker.Extraction.Watches;

/// <summary>Whether two answers call themselves the same page.</summary>
internal static class PageAddresses
{
    private static readonly string[] Fronts = ["/index.html", "/index.htm", "/index.php", "/default.aspx", "/amp"];

    /// <summary>True where both tell their address and it is not the same; what is not told differs from nothing.</summary>
    public static bool Differ(WatchedPage kept, WatchedPage now)
    {
        // A page's own word for its address has no words of the visit in it; the address that was asked for may have some.
        if (kept.Canonical is { } was && now.Canonical is { } stands)
            return Key(was, stands, true) != Key(stands, was, true);
        return (kept.Canonical ?? kept.Address) is { } old
            && (now.Canonical ?? now.Address) is { } found
            && Key(old, found, false) != Key(found, old, false);
    }

    /// <summary>True where the page calls itself the front of its site.</summary>
    public static bool IsFront(WatchedPage page) =>
        (page.Canonical ?? page.Address) is { } address && Key(address, "", false).Length == 0;

    // An address without a host, as some pages write it, is compared by its path alone.
    private static string Key(string address, string other, bool withQuery)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !url.Scheme.StartsWith("http", StringComparison.Ordinal))
            return Path(address.Split('?', '#')[0]);
        var path = Path(url.AbsolutePath) + (withQuery ? url.Query : "");
        return
            Uri.TryCreate(other, UriKind.Absolute, out var second) && second.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? Host(url) + path
            : path;
    }

    private static string Host(Uri url) =>
        url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..]
        : url.Host.StartsWith("m.", StringComparison.Ordinal) ? url.Host[2..]
        : url.Host;

    private static string Path(string path)
    {
        path = "/" + path.Trim('/');
        foreach (var front in Fronts)
        {
            if (path.EndsWith(front, StringComparison.OrdinalIgnoreCase))
                path = path[..^front.Length];
        }

        return path.TrimEnd('/').ToLowerInvariant();
    }
}
