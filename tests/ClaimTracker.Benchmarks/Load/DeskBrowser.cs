using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>A page as a browser without JavaScript sees it.</summary>
public sealed record DeskPage(int Status, Uri Address, IHtmlDocument Html)
{
    /// <summary>What a reader reads: white space folded.</summary>
    public string Text =>
        string.Join(' ', (Html.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// Opens pages and sends their forms, cookies and anti-forgery token included, as a browser without JavaScript does.
/// </summary>
public sealed partial class DeskBrowser : IDisposable
{
    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    public DeskBrowser(Uri address) =>
        Http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };

    /// <summary>What the server has asked this browser to keep.</summary>
    public System.Net.CookieContainer Cookies { get; } = new();

    /// <summary>For requests that are no page: JSON, feeds.</summary>
    public HttpClient Http { get; }

    public async Task<DeskPage> OpenAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>
    /// Opens the page, fills the first form that has all the named fields (or that <paramref name="form"/> selects) and sends it
    /// with its hidden fields. Redirects are followed. A field that bears a number, as a task's do, may be named without it: the
    /// first such is meant.
    /// </summary>
    public async Task<DeskPage> SubmitAsync(
        string path,
        Dictionary<string, string> fields,
        string? form = null,
        string? button = null
    ) => await SubmitAsync(await OpenAsync(path), fields, form, button);

    public async Task<DeskPage> SubmitAsync(
        DeskPage page,
        Dictionary<string, string> fields,
        string? form = null,
        string? button = null
    )
    {
        var found = page
            .Html.QuerySelectorAll(form ?? "form")
            .OfType<IHtmlFormElement>()
            .FirstOrDefault(f =>
                fields.Keys.All(name => NameIn(f, name) is not null)
                && (
                    button is null
                    || f.QuerySelectorAll("button").Any(b => b.TextContent.Contains(button, StringComparison.Ordinal))
                )
            );
        if (found is null)
        {
            throw new InvalidOperationException(
                $"{page.Address} has no form {form} with {string.Join(", ", fields.Keys)} {button}: {page.Text[..Math.Min(600, page.Text.Length)]}"
            );
        }

        fields = fields.ToDictionary(field => NameIn(found, field.Key)!, field => field.Value);
        var sent = found
            .Elements.OfType<IHtmlElement>()
            .Where(IsSent)
            .Select(e => (Name: e.GetAttribute("name")!, Value: ValueOf(e)))
            .Where(field => !fields.ContainsKey(field.Name))
            .Concat(fields.Select(field => (Name: field.Key, field.Value)))
            .ToList();
        var pressed = button is null
            ? null
            : found.QuerySelectorAll("button").First(b => b.TextContent.Contains(button, StringComparison.Ordinal));
        if (pressed?.GetAttribute("name") is { Length: > 0 } name)
            sent.Add((name, pressed.GetAttribute("value") ?? ""));
        var action = pressed?.GetAttribute("formaction") ?? found.GetAttribute("action");
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in sent)
            content.Add(new StringContent(value), field);
        using var response = await Http.PostAsync(
            string.IsNullOrEmpty(action) ? page.Address : new Uri(page.Address, action),
            content
        );
        return await ReadAsync(response);
    }

    public void Dispose() => Http.Dispose();

    private static string? NameIn(IHtmlFormElement form, string asked)
    {
        var names = form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().ToList();
        return names.Find(name => name == asked)
            ?? names.Find(name => Numbered().Replace(name, "[").Replace("[]", "", StringComparison.Ordinal) == asked);
    }

    [GeneratedRegex(@"\[[0-9]+:?", RegexOptions.None, 1000)]
    private static partial Regex Numbered();

    private static bool IsSent(IHtmlElement element) =>
        element switch
        {
            _ when string.IsNullOrEmpty(element.GetAttribute("name")) || element.HasAttribute("disabled") => false,
            IHtmlButtonElement => false,
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked,
            IHtmlInputElement { Type: "file" or "submit" } => false,
            _ => true,
        };

    private static string ValueOf(IHtmlElement element) =>
        element switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => "",
        };

    /// <summary>Reads an answer that was asked for by <see cref="Http"/>.</summary>
    public static async Task<DeskPage> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = (IHtmlDocument)
            await Context.OpenAsync(request => request.Content(html).Address(response.RequestMessage!.RequestUri!));
        return new DeskPage((int)response.StatusCode, response.RequestMessage!.RequestUri!, document);
    }
}
