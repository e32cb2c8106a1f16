using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;

namespace ClaimTracker.Web.Work;

/// <summary>What triage's list shows, as it stands in the address: everything given has to hold.</summary>
public sealed record TriageFilter
{
    /// <summary>Only claims of this article.</summary>
    public long? Article { get; init; }

    /// <summary>Words to search for.</summary>
    public string? Q { get; init; }

    public string? Kind { get; init; }

    /// <summary>An outlet's whole name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The claim that the page begins at; null for the most worthwhile one, or the first of the article.</summary>
    public long? From { get; init; }

    /// <summary>A search looks through claims with smaller numbers alone; null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>The same without a place in it, from the beginning.</summary>
    public TriageFilter FromBeginning => this with { From = null, Before = null };

    /// <summary>True where anything is left out that triage would show.</summary>
    public bool IsAny => FromBeginning != new TriageFilter();

    /// <summary>
    /// A filter out of an address's fields; an empty field is no filter, and neither is a kind that there is not.
    /// </summary>
    /// <param name="field">The text of a field, or null.</param>
    public static TriageFilter Of(Func<string, string?> field) =>
        new()
        {
            Article = Number(field("article")),
            Q = Text(field("q")),
            Kind = Text(field("kind")) is { } kind && ClaimKinds.Ids.Contains(kind) ? kind : null,
            Outlet = Text(field("outlet")),
            From = Number(field("from")),
            Before = Number(field("before")),
        };

    /// <summary>A filter out of what stands behind an address's question mark.</summary>
    public static TriageFilter FromQuery(string query)
    {
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return Of(name => fields.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    /// <summary>The address of the list, with the place in it.</summary>
    public string Address => "/desk/triage/list" + Query;

    /// <summary>The address's part from the question mark on.</summary>
    public string Query =>
        QueryString
            .Create(
                new (string Name, string? Value)[]
                {
                    ("article", Article?.ToString(CultureInfo.InvariantCulture)),
                    ("q", Q),
                    ("kind", Kind),
                    ("outlet", Outlet),
                    ("from", From?.ToString(CultureInfo.InvariantCulture)),
                    ("before", Before?.ToString(CultureInfo.InvariantCulture)),
                }
                    .Where(f => f.Value is not null)
                    .Select(f => KeyValuePair.Create(f.Name, f.Value))
            )
            .ToUriComponent();

    private static long? Number(string? typed) =>
        long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : PlainText.Of(typed).Trim();
}
