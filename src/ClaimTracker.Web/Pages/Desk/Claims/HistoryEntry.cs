using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>One entry of the audit as people read it.</summary>
public sealed record HistoryEntry(int Sequence, DateTime At, string Who, string Action, IReadOnlyList<HistoryChange> Changes)
{
    private const int Shown = 300;

    /// <summary>Reads an entry's changes; long values are cut.</summary>
    public static HistoryEntry Of(AuditEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Changes);
        List<HistoryChange> changes = [];
        foreach (var row in document.RootElement.EnumerateArray())
        {
            foreach (var field in row.GetProperty("fields").EnumerateObject())
                changes.Add(new HistoryChange(row.GetProperty("what").GetString()!, field.Name, Text(field.Value[0]), Text(field.Value[1])));
        }

        return new HistoryEntry(entry.Sequence, entry.At, entry.Who, entry.Action, changes);
    }

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return PlainText.Shorten(text, Shown);
    }
}

/// <summary>A field before and after.</summary>
public sealed record HistoryChange(string What, string Field, string? Before, string? After);
