using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Work;

/// <summary>
/// What is typed into a task's form: the decision, and per decision the fields that it asks for, named <c>Decision:field</c>
/// (forms lose names with a dot), so that two reasons typed side by side are two.
/// </summary>
public sealed class TaskFields(IReadOnlyDictionary<string, string?>? typed = null)
{
    private const string Chosen = "decision";

    private readonly Dictionary<string, string> _fields = (typed ?? new Dictionary<string, string?>())
        .Where(field => !string.IsNullOrWhiteSpace(field.Value))
        .ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal);

    /// <summary>The decision that was pressed, or null.</summary>
    public string? Decision => _fields.GetValueOrDefault(Chosen);

    /// <summary>True where nothing is typed; a pressed decision alone is no text to lose.</summary>
    public bool IsEmpty => _fields.Keys.All(name => name == Chosen);

    /// <summary>True where something is typed for that decision.</summary>
    public bool HasTextFor(string decision) =>
        _fields.Keys.Any(name => name.StartsWith($"{decision}:", StringComparison.Ordinal));

    /// <summary>One field, or an empty text.</summary>
    public string Of(string decision, string field) => _fields.GetValueOrDefault($"{decision}:{field}", "");

    /// <summary>What the decision sends to the engine.</summary>
    public JsonObject ToPayload(string decision, string form)
    {
        var payload = new JsonObject();
        foreach (var field in TaskForms.FieldsOf(form))
        {
            if (Of(decision, field).Trim() is { Length: > 0 } text)
                payload[field] = field == "claimId" && long.TryParse(text, out var id) ? id : text;
        }

        return payload;
    }
}
