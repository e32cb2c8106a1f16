using System.Text.Json;
using AngleSharp.Html.Dom;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// What a page says of its article in schema.org's JSON-LD. Pages get it wrong in every way, so nothing here throws.
/// </summary>
internal sealed class JsonLd
{
    private const int Deepest = 6;
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };
    private readonly List<JsonElement> _articles = [];

    /// <summary>Collects the articles that the page describes.</summary>
    public JsonLd(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            if (Parse(script.TextContent) is { } json)
                Collect(json, 0);
        }
    }

    /// <summary>The headline.</summary>
    public string? Title => Text("headline") ?? Text("name");

    /// <summary>The authors' names.</summary>
    public IReadOnlyList<string> Authors =>
        _articles.Select(a => Names(a, "author")).FirstOrDefault(names => names.Count > 0) ?? [];

    /// <summary>When it was published, as written.</summary>
    public string? Published => Text("datePublished") ?? Text("dateCreated");

    /// <summary>When it was last changed, as written.</summary>
    public string? Modified => Text("dateModified");

    /// <summary>True where it is called a live blog, which goes on all day and longer.</summary>
    public bool IsLiveBlog => _articles.Exists(a => Is(a, name => name is "LiveBlogPosting"));

    /// <summary>True where it is called an article or a posting, and not only a page.</summary>
    public bool IsDatedArticle => _articles.Exists(a => Is(a, name => name is not ("WebPage" or "Review")));

    /// <summary>The outlet.</summary>
    public string? Publisher => _articles.Select(a => Names(a, "publisher")).FirstOrDefault(names => names.Count > 0)?[0];

    /// <summary>The language, as written.</summary>
    public string? Language => Text("inLanguage");

    /// <summary>The text, where the page repeats it here.</summary>
    public string? Body => Text("articleBody");

    private static JsonElement? Parse(string json)
    {
        try
        {
            var start = json.AsSpan().IndexOfAny('{', '[');
            if (start < 0)
                return null;
            using var document = JsonDocument.Parse(json[start..json.AsSpan().TrimEnd().TrimEnd(';').Length], Lenient);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private void Collect(JsonElement json, int depth)
    {
        if (depth > Deepest)
            return;
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Collect(item, depth + 1);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(json))
                _articles.Add(json);
            foreach (var holder in (ReadOnlySpan<string>)["@graph", "mainEntity", "itemListElement"])
            {
                if (json.TryGetProperty(holder, out var inner))
                    Collect(inner, depth + 1);
            }
        }
    }

    private static bool IsArticle(JsonElement json) => Is(json, IsArticleName);

    private static bool Is(JsonElement json, Func<string, bool> named) =>
        json.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : Enumerable.Repeat(type, 1)).Any(one =>
            Written(one) is { } name && named(name)
        );

    private static bool IsArticleName(string name) =>
        name.EndsWith("Article", StringComparison.Ordinal)
        || name.EndsWith("Posting", StringComparison.Ordinal)
        || name is "Report" or "Review" or "WebPage";

    private string? Text(string field) =>
        _articles
            .OrderBy(a => Written(a.GetProperty("@type")) == "WebPage")
            .Select(a => a.TryGetProperty(field, out var value) ? Written(value) : null)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static List<string> Names(JsonElement json, string field)
    {
        var names = new List<string>();
        if (json.TryGetProperty(field, out var value))
            AddNames(value, names);
        return names;
    }

    private static void AddNames(JsonElement value, List<string> names)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                AddNames(item, names);
            return;
        }

        var name = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var inner) ? inner : value;
        if (name.ValueKind == JsonValueKind.Array)
            AddNames(name, names);
        else if (Written(name) is { Length: > 0 } text)
            names.Add(text);
    }

    private static string? Written(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String
                ? PlainText.Of(System.Net.WebUtility.HtmlDecode(value.GetString()!)).Trim()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
