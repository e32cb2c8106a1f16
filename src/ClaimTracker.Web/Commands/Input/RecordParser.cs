using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>JSON → record, with an error that names line and field where it is none.</summary>
internal static partial class RecordParser
{
    /// <summary>Parses one line.</summary>
    /// <exception cref="InputException">It is not JSON, not an object, or a field is missing or of the wrong type.</exception>
    public static InputRecord Parse(string line, string origin, InputKind kind) => FromObject(Object(line, origin), origin, kind);

    /// <summary>A line as JSON.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static JsonElement Object(string line, string origin)
    {
        try
        {
            return JsonElement.Parse(MendSurrogates(line));
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"{origin}: not valid JSON at byte {e.BytePositionInLine + 1}; one JSON object a line is expected."
            );
        }
    }

    /// <summary>Reads a record out of a JSON object.</summary>
    /// <exception cref="InputException">A field is missing or of the wrong type.</exception>
    public static InputRecord FromObject(JsonElement json, string origin, InputKind kind)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new InputException($"{origin}: a JSON object is expected, such as {Example(kind)}, but this is {Named(json)}.");
        if (kind == InputKind.Fields)
            return new InputRecord(Id(json, origin), origin, null, null) { Json = json, Streamed = true };
        var text = kind == InputKind.Html ? null : String(json, "text", origin);
        var html = kind == InputKind.Text ? null : String(json, "html", origin);
        if (text is null && html is null)
        {
            throw new InputException(
                $"{origin}: {(kind == InputKind.Html ? "html" : "text")}: missing; a record looks like {Example(kind)}."
            );
        }

        return new InputRecord(Id(json, origin), origin, text, text is null ? html : null)
        {
            Title = String(json, "title", origin),
            Outlet = String(json, "outlet", origin),
            PublishedAt = Date(json, "publishedAt", origin),
            Url = Address(json, origin),
            Streamed = true,
        };
    }

    /// <summary>A string field; null where it is absent or null.</summary>
    /// <exception cref="InputException">It is there and no string.</exception>
    public static string? String(JsonElement json, string field, string origin) =>
        !json.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new InputException($"{origin}: {field}: must be a string, but is {Named(value)}.");

    /// <summary>A day as people and programs write it: 2025-08-19, with or without a time behind it.</summary>
    public static DateOnly? Date(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(
            text.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
        && (text.Length == 10 || text[10] is 'T' or 't' or ' ')
            ? day
            : null;

    private static DateOnly? Date(JsonElement json, string field, string origin)
    {
        var written = String(json, field, origin);
        return string.IsNullOrWhiteSpace(written)
            ? null
            : Date(written.Trim())
                ?? throw new InputException($"{origin}: {field}: \"{written}\" is no date; write it as 2025-08-19.");
    }

    private static Uri? Address(JsonElement json, string origin)
    {
        var written = String(json, "url", origin);
        return string.IsNullOrWhiteSpace(written) ? null
            : Uri.TryCreate(written.Trim(), UriKind.Absolute, out var url) ? url
            : throw new InputException($"{origin}: url: \"{written}\" is no absolute address; write it with https:// in front.");
    }

    private static JsonElement Id(JsonElement json, string origin) =>
        !json.TryGetProperty("id", out var id) ? InputIds.None
        : id.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null ? id.Clone()
        : throw new InputException($"{origin}: id: must be a string or a number, but is {Named(id)}.");

    private static string Named(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "a truth value",
        };

    private static string Example(InputKind kind) =>
        kind switch
        {
            InputKind.Html => """{"id":"a1","html":"<p>…</p>"}""",
            InputKind.Fields => """{"id":"a1", …}""",
            InputKind.Text or InputKind.TextOrHtml => """{"id":"a1","text":"…"}""",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    // Half a surrogate pair is legal in JSON and no text: it is read as U+FFFD, which keeps every offset.
    private static string MendSurrogates(string line) =>
        line.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? LoneSurrogate().Replace(line, m => m.Groups[1].Value + "\\ufffd")
            : line;

    // An even number of backslashes before \u, or none: otherwise the backslash itself is what is escaped.
    [GeneratedRegex(
        @"(?<!\\)((?:\\\\)*)(?:\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})",
        RegexOptions.None,
        RegexLimit.Milliseconds
    )]
    private static partial Regex LoneSurrogate();
}
