using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Wording;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>One entry of the audit as people read it.</summary>
/// <param name="Sequence">Its place in the claim's chain.</param>
/// <param name="At">When.</param>
/// <param name="Who">In whose name.</param>
/// <param name="Action">What was done.</param>
/// <param name="Changes">The fields in words; long values are cut.</param>
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
    private const int Named = 4;

    /// <summary>What was changed, by name: the first few fields, and how many more.</summary>
    public string Summary
    {
        get
        {
            var names = Changes.Select(change => change.Name).Distinct().ToList();
            return names.Count <= Named
                ? string.Join(", ", names)
                : $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more";
        }
    }

    /// <summary>
    /// Reads an entry. What a new row is not says nothing of what was done, and is left out. One that is broken is shown as such,
    /// beside those that are not.
    /// </summary>
    public static HistoryEntry Of(AuditEntry entry)
    {
        var read = AuditedField.Of(entry);
        return new HistoryEntry(
            entry.Sequence,
            entry.At,
            entry.Who,
            entry.Action,
            [
                .. (read.Value ?? [])
                    .Where(field => !FieldWords.IsOwner(field) && field is not { Before: null, After: "false" })
                    .Select(InWords),
            ],
            read.Refusal?.Message
        );
    }

    private static AuditedField InWords(AuditedField field) =>
        new(
            FieldWords.Row(field.What),
            FieldWords.Field(field.Name),
            Cut(FieldWords.Value(field, field.Before)),
            Cut(FieldWords.Value(field, field.After))
        );

    private static string? Cut(string? text) => text is null ? null : PlainText.Shorten(text, Shown);
}
