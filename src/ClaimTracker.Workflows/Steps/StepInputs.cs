using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Reads inputs as what they are to be. A value that cannot be read so is a <see cref="StepFailedException"/>.</summary>
internal static class StepInputs
{
    public static string? Text(this IStepContext context, string name) => InputValues.Text(context.Input(name));

    public static string Required(this IStepContext context, string name) =>
        InputValues.Text(context.Input(name)) is { Length: > 0 } text
            ? text
            : throw new StepFailedException($"the input {name} is empty");

    public static int? Number(this IStepContext context, string name) =>
        Read(context, name, InputValues.Number, "a whole number");

    public static bool? Flag(this IStepContext context, string name) => Read(context, name, InputValues.Flag, "true or false");

    public static TimeSpan? Duration(this IStepContext context, string name) =>
        Read(context, name, InputValues.Duration, "a length of time such as 2.00:00:00 for two days");

    public static DateTime? Instant(this IStepContext context, string name) =>
        Read(context, name, InputValues.Instant, "a date and time such as 2026-01-31T12:00:00Z");

    public static IReadOnlyList<string> List(this IStepContext context, string name) =>
        context.Input(name) is { } value ? InputValues.List(value) ?? throw Unreadable(name, value, "a list of words") : [];

    private static T? Read<T>(IStepContext context, string name, Func<JsonNode, T?> read, string what)
        where T : struct => context.Input(name) is { } value ? read(value) ?? throw Unreadable(name, value, what) : null;

    private static StepFailedException Unreadable(string name, JsonNode value, string what) =>
        new($"the input {name} is {value.ToJsonString()}, which is not {what}");
}

/// <summary>The values of inputs as Elsa writes them: often in strings, whatever their type.</summary>
internal static class InputValues
{
    public static string? Text(JsonNode? value) =>
        value switch
        {
            null => null,
            JsonValue v when v.TryGetValue(out string? text) => text,
            _ => value.ToJsonString(),
        };

    public static int? Number(JsonNode value) =>
        value is JsonValue v && v.TryGetValue(out int number) ? number
        : int.TryParse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number
        : null;

    public static bool? Flag(JsonNode value) =>
        value is JsonValue v && v.TryGetValue(out bool flag) ? flag
        : bool.TryParse(Text(value), out flag) ? flag
        : null;

    public static TimeSpan? Duration(JsonNode value) =>
        TimeSpan.TryParseExact(Text(value), ["c", @"d\.hh\:mm", @"hh\:mm"], CultureInfo.InvariantCulture, out var duration)
        && duration >= TimeSpan.Zero
            ? duration
            : null;

    public static DateTime? Instant(JsonNode value) =>
        DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime
            : null;

    public static IReadOnlyList<string>? List(JsonNode? value)
    {
        if (value is JsonValue v && v.TryGetValue(out string? text))
            return text.TrimStart().StartsWith('[') ? List(Parse(text)) : null;
        return value is JsonArray array && array.All(e => e is JsonValue item && item.TryGetValue(out string? _))
            ? [.. array.Select(e => (string)e!)]
            : null;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
