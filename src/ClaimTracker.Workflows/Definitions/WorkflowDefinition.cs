using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>One version of a definition in Elsa 3's format. Keeps the whole document, so that saving it loses nothing.</summary>
public sealed class WorkflowDefinition
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private string? _contentHash;

    private WorkflowDefinition(string file, JsonObject json)
    {
        File = file;
        Json = json;
    }

    /// <summary>Where it was read from, for messages.</summary>
    public string File { get; }

    /// <summary>The version's id (<c>id</c>).</summary>
    public string VersionId => Text("id");

    /// <summary>The id that all versions share (<c>definitionId</c>).</summary>
    public string DefinitionId => Text("definitionId");

    /// <summary>What people call it.</summary>
    public string Name => Text("name");

    /// <summary>What it is for.</summary>
    public string Description => Text("description");

    /// <summary>The number of the version, from 1; 0 where it has none.</summary>
    public int Version => Json["version"] is JsonValue value && value.TryGetValue(out int version) ? version : 0;

    /// <summary>Whether reviews may start by it.</summary>
    public bool IsPublished => Json["isPublished"] is JsonValue value && value.TryGetValue(out bool published) && published;

    /// <summary>SHA-256 over what the runner and people read, in hex: layout and spacing do not change it.</summary>
    public string ContentHash => _contentHash ??= Definitions.ContentHash.Of(Json);

    internal JsonObject Json { get; }

    /// <summary>Reads a definition. A text that is no JSON object gives a fault and no definition.</summary>
    public static (WorkflowDefinition? Definition, Fault? Fault) Parse(string file, string text)
    {
        try
        {
            // Reading all of it at once also finds a key that stands twice in one object.
            var json = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return json is JsonObject body
                ? (new WorkflowDefinition(file, body), null)
                : (null, new Fault(file, "", "", "is no JSON object; export the definition from Elsa Studio again"));
        }
        catch (JsonException e)
        {
            // The reader counts lines from 0, at the end of what it says; editors count from 1.
            var what = e.Message.Split(" LineNumber:")[0];
            return (
                null,
                new Fault(
                    file,
                    "",
                    e.Path ?? "",
                    $"is no valid JSON{(e.LineNumber is { } line ? $" in line {line + 1}" : "")}: {what}"
                )
            );
        }
    }

    /// <summary>The whole document, with all that was in it, indented.</summary>
    public string ToJson() => Json.ToJsonString(Indented) + "\n";

    private string Text(string name) => Json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
