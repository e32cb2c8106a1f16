using ClaimTracker.Domain;
using ClaimTracker.Web.Data;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>One entry of the audit as people read it.</summary>
/// <param name="Sequence">Its place in the claim's chain.</param>
/// <param name="At">When.</param>
/// <param name="Who">In whose name.</param>
/// <param name="Action">What was done.</param>
/// <param name="Changes">The fields; long values are cut.</param>
/// <param name="Unreadable">Why the fields cannot be read; null where they can.</param>
public sealed record HistoryEntry(
    int Sequence,
    DateTime At,
    string Who,
    string Action,
    IReadOnlyList<AuditedField> Changes,
    string? Unreadable
)
{
    private const int Shown = 300;

    /// <summary>Reads an entry. One that is broken is shown as such, beside those that are not.</summary>
    public static HistoryEntry Of(AuditEntry entry)
    {
        var read = AuditedField.Of(entry);
        return new HistoryEntry(
            entry.Sequence,
            entry.At,
            entry.Who,
            entry.Action,
            [.. (read.Value ?? []).Select(field => field with { Before = Cut(field.Before), After = Cut(field.After) })],
            read.Refusal?.Message
        );
    }

    private static string? Cut(string? text) => text is null ? null : PlainText.Shorten(text, Shown);
}
