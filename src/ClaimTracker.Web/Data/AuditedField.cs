using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Data;

/// <summary>
/// A field that an audit entry says was changed. Pages and <c>verify</c> read entries here alone, so that what one can read the
/// other can.
/// </summary>
/// <param name="What">The kind of row.</param>
/// <param name="Name">The field.</param>
/// <param name="Before">Its value before, as text or JSON; null where there was none.</param>
/// <param name="After">Its value after.</param>
public sealed record AuditedField(string What, string Name, string? Before, string? After)
{
    /// <summary>The row's key; null where the entry does not tell it.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// The fields of an entry; refused, with what is wrong in words, where it was not written as the desk writes entries.
    /// </summary>
    public static Result<IReadOnlyList<AuditedField>> Of(AuditEntry entry)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.Changes);
            return Rows(document.RootElement);
        }
        catch (JsonException broken)
        {
            return Unreadable(broken.Message);
        }
    }

    private static Result<IReadOnlyList<AuditedField>> Rows(JsonElement changes)
    {
        if (changes.ValueKind != JsonValueKind.Array)
            return Unreadable("it is no list of rows.");
        List<AuditedField> found = [];
        foreach (var row in changes.EnumerateArray())
        {
            if (
                row.ValueKind != JsonValueKind.Object
                || !row.TryGetProperty("what", out var what)
                || what.ValueKind != JsonValueKind.String
                || !row.TryGetProperty("fields", out var fields)
                || fields.ValueKind != JsonValueKind.Object
            )
            {
                return Unreadable("a row lacks “what” or “fields”.");
            }

            foreach (var field in fields.EnumerateObject())
            {
                if (field.Value.ValueKind != JsonValueKind.Array || field.Value.GetArrayLength() != 2)
                    return Unreadable($"“{field.Name}” does not say what it was before and after.");
                found.Add(
                    new AuditedField(what.GetString()!, field.Name, Text(field.Value[0]), Text(field.Value[1]))
                    {
                        Id = row.TryGetProperty("id", out var id) ? Text(id) : null,
                    }
                );
            }
        }

        return found;
    }

    private static Refusal Unreadable(string why) => new("unreadable", why);

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
}
