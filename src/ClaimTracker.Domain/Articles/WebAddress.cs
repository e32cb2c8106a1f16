namespace ClaimTracker.Domain;

/// <summary>
/// What may be kept and shown as the address of a page: http or https, and nothing in it that lets somebody in.
/// </summary>
public static class WebAddress
{
    /// <summary>
    /// Why an address may not be kept, with code <c>url</c>, <c>url-scheme</c> or <c>url-credentials</c>; null where it may, or
    /// where there is none.
    /// </summary>
    public static Refusal? Check(string? address) =>
        string.IsNullOrEmpty(address) ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var url) ? Check(url)
        : new Refusal("url", $"“{Short(address)}” is no web address; give the whole of it, beginning with https:// or http://.");

    /// <summary>As the other, for what is known to be an address.</summary>
    public static Refusal? Check(Uri url)
    {
        if (url.Scheme is not ("http" or "https"))
        {
            return new Refusal(
                "url-scheme",
                $"“{url.Scheme}:” is no web address; only those that begin with https:// or http:// are kept and followed."
            );
        }

        if (url.Host.Length == 0)
        {
            return new Refusal(
                "url",
                $"“{Short(url.OriginalString)}” names no site; give the whole address, beginning with https:// or http://."
            );
        }

        return url.UserInfo.Length > 0
            ? new Refusal(
                "url-credentials",
                $"The address of {url.Host} holds a user name or password before the @; take it out, since addresses are stored and shown."
            )
            : null;
    }

    /// <summary>The address as a link; null for what must not be one, wherever it was stored from.</summary>
    public static Uri? Link(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && Check(url) is null ? url : null;

    /// <summary>
    /// The site that an address is asked of: its name and, where that is not the usual one of the web, its port. What is one site
    /// here is asked by one server at a time. Null for what is no address of a page.
    /// </summary>
    public static string? HostOf(string? address)
    {
        if (Link(address) is not { } url)
            return null;
        var name = url.IdnHost.ToLowerInvariant().TrimEnd('.');
        return url.IsDefaultPort ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}:{url.Port}");
    }

    private static string Short(string address) => address.Length <= 100 ? address : address[..100] + "…";
}
