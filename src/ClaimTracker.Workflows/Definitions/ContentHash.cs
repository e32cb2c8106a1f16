using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>
/// Tells whether two files mean the same. Where boxes lie, when a file was exported and by which version of Studio
/// changes nothing for a review under way, so it is left out; all else is in, in the order of names.
/// </summary>
internal static class ContentHash
{
    private static readonly HashSet<string> Cosmetic = new(StringComparer.Ordinal)
    {
        "$schema",
        "createdAt",
        "toolVersion",
        "isLatest",
        "isPublished",
        "isReadonly",
        "isSystem",
        "designer",
        "nodeId",
        "vertices",
        "notFoundConnections",
        "line",
    };

    public static string Of(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, json);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>Studio writes out what is empty and other tools leave it away: the two mean the same.</summary>
    private static bool Counts(string name, JsonNode? value) =>
        !Cosmetic.Contains(name)
        && value switch
        {
            null => false,
            JsonObject o => o.Any(p => Counts(p.Key, p.Value)),
            JsonArray a => a.Count > 0,
            _ => true,
        };

    private static void Write(Utf8JsonWriter writer, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject o:
                writer.WriteStartObject();
                foreach (var (name, inner) in o.Where(p => Counts(p.Key, p.Value)).OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, inner);
                }

                writer.WriteEndObject();
                break;
            case JsonArray a:
                writer.WriteStartArray();
                foreach (var inner in a)
                    Write(writer, inner);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
