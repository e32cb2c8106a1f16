using System.Text.Json;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>Text that was handed over whole and turns out to hold records: one object, a list of them, or one a line.</summary>
internal static class RecordFile
{
    /// <summary>The records; null where the content is no JSON, so that it is a text that begins with a bracket.</summary>
    /// <exception cref="InputException">It is JSON, and a record in it is none that the verb can work on.</exception>
    public static IEnumerable<InputRecord>? Read(string content, string origin, InputKind kind)
    {
        var start = content.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '['))
            return null;
        if (Parse(content) is { } whole)
        {
            return whole.ValueKind == JsonValueKind.Array
                ? List(whole, origin, kind)
                : [RecordParser.FromObject(whole, origin, kind)];
        }

        var firstLine = start[..(start.IndexOf('\n') is var end and >= 0 ? end : start.Length)].ToString();
        return Parse(firstLine) is { ValueKind: JsonValueKind.Object } ? Lines(content, origin, kind) : null;
    }

    private static IEnumerable<InputRecord> List(JsonElement list, string origin, InputKind kind) =>
        list.EnumerateArray().Select((item, at) => RecordParser.FromObject(item, $"{origin}[{at}]", kind));

    private static IEnumerable<InputRecord> Lines(string content, string origin, InputKind kind)
    {
        using var reader = new StringReader(content);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return RecordParser.Parse(line, $"{origin}:{number}", kind);
        }
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
