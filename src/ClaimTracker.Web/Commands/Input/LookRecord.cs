using System.Text.Json;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>
/// A record of <c>look</c>: <c>{id, quote, condition?, limit?, before?, page: {contentType?, charset?, body | bodyBase64,
/// status?, url?}}</c>.
/// </summary>
/// <param name="Quote">The passage.</param>
/// <param name="Before">The page as it was kept; null where none was.</param>
/// <param name="Page">The page as it stands.</param>
/// <param name="Condition">What has to become of the quote's figure.</param>
internal sealed record LookRecord(string Quote, WatchedPage? Before, WatchedPage Page, FigureCondition Condition)
{
    private static readonly Dictionary<string, ConditionKind> Conditions = new(StringComparer.Ordinal)
    {
        ["any"] = ConditionKind.Any,
        ["percent"] = ConditionKind.Percent,
        ["passes"] = ConditionKind.Passes,
        ["falls-below"] = ConditionKind.FallsBelow,
    };

    private const string Example = """{"id":"a1","quote":"…","before":"<p>…</p>","page":{"body":"<p>…</p>"}}""";

    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">A field is missing or of the wrong type.</exception>
    public static LookRecord Of(InputRecord record)
    {
        var (json, origin) = (record.Json, record.Origin);
        var quote = RecordParser.String(json, "quote", origin);
        if (string.IsNullOrWhiteSpace(quote))
            throw new InputException($"{origin}: quote: missing; a record looks like {Example}.");
        if (!json.TryGetProperty("page", out var page) || page.ValueKind != JsonValueKind.Object)
            throw new InputException($"{origin}: page: must be an object with a body; a record looks like {Example}.");
        return new LookRecord(quote, BeforeOf(json, origin), PageOf(page, $"{origin}: page"), ConditionOf(json, origin));
    }

    private static FigureCondition ConditionOf(JsonElement json, string origin)
    {
        var name = RecordParser.String(json, "condition", origin) ?? "any";
        if (!Conditions.TryGetValue(name, out var kind))
            throw new InputException($"{origin}: condition: “{name}” is none of {string.Join(", ", Conditions.Keys)}.");
        double? limit =
            !json.TryGetProperty("limit", out var given) || given.ValueKind == JsonValueKind.Null ? null
            : given.ValueKind == JsonValueKind.Number ? given.GetDouble()
            : throw new InputException($"{origin}: limit: must be a number.");
        if (limit is null == (kind != ConditionKind.Any))
        {
            throw new InputException(
                $"{origin}: limit: {(limit is null ? $"missing; “{name}” needs a number" : "goes with percent, passes or falls-below")}."
            );
        }

        return new FigureCondition(kind, limit);
    }

    private static WatchedPage? BeforeOf(JsonElement json, string origin)
    {
        if (!json.TryGetProperty("before", out var before) || before.ValueKind == JsonValueKind.Null)
            return null;
        if (before.ValueKind == JsonValueKind.Object)
            return PageOf(before, $"{origin}: before");
        return RecordParser.String(json, "before", origin) is { Length: > 0 } text
            ? PageBlocks.Of(text, LooksLikePage(text), null)
            : null;
    }

    private static WatchedPage PageOf(JsonElement page, string origin)
    {
        var status =
            page.TryGetProperty("status", out var given) && given.ValueKind != JsonValueKind.Null
                ? given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var number)
                    ? number
                    : throw new InputException($"{origin}.status: must be a number.")
                : 200;
        var type = RecordParser.String(page, "contentType", origin)?.Split(';')[0].Trim().ToLowerInvariant();
        var charset = RecordParser.String(page, "charset", origin);
        var url =
            RecordParser.String(page, "url", origin) is { Length: > 0 } written
            && Uri.TryCreate(written, UriKind.Absolute, out var address)
                ? address
                : null;
        if (AnswerCheck.Refuse(status, type) is { } refusal)
            return WatchedPage.Unreadable(refusal);
        if (RecordParser.String(page, "bodyBase64", origin) is { } bytes)
            return PageBlocks.Of(Bytes(bytes, origin), charset, WebPage.IsType(type), url);
        var body =
            RecordParser.String(page, "body", origin)
            ?? throw new InputException($"{origin}.body: missing; give body or bodyBase64.");
        return PageBlocks.Of(body, type is null ? LooksLikePage(body) : WebPage.IsType(type), url);
    }

    private static byte[] Bytes(string encoded, string origin)
    {
        try
        {
            return Convert.FromBase64String(encoded);
        }
        catch (FormatException)
        {
            throw new InputException($"{origin}.bodyBase64: is not base64.");
        }
    }

    // A record may hold a part of a page, which does not begin as one.
    private static bool LooksLikePage(string text) =>
        WebPage.BeginsIn(text)
        || text.Contains("</", StringComparison.Ordinal)
        || text.Contains("<p>", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<br", StringComparison.OrdinalIgnoreCase);
}
