using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>A page's meta tags by name, property or itemprop; case does not count, the first of a name does.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, string> _contents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects them.</summary>
    public MetaTags(IHtmlDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = meta.GetAttribute("content")!.Trim();
            var name =
                meta.GetAttribute("property")
                ?? meta.GetAttribute("name")
                ?? meta.GetAttribute("itemprop")
                ?? meta.GetAttribute("http-equiv");
            if (content.Length > 0 && name is not null)
                _contents.TryAdd(name.Trim(), content);
        }
    }

    /// <summary>What a tag says; null where there is none.</summary>
    public string? this[string name] => _contents.GetValueOrDefault(name);

    /// <summary>What the first of several tags says.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } content)
                return content;
        }

        return null;
    }
}
