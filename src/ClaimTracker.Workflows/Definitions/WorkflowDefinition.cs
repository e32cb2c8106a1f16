using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>One version of a definition in Elsa 3's format. Keeps the whole document, so that saving it loses nothing.</summary>
public sealed class WorkflowDefinition
{
    private readonly JsonObject json;

    private WorkflowDefinition(string file, JsonObject json)
    {
        File = file;
        this.json = json;
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

    /// <summary>The number of the version, from 1.</summary>
    public int Version => (int?)json["version"] ?? 0;

    /// <summary>Whether reviews may start by it.</summary>
    public bool IsPublished => (bool?)json["isPublished"] ?? false;

    /// <summary>SHA-256 over what the runner and people read, in hex: layout and spacing do not change it.</summary>
    public string ContentHash => throw new NotSupportedException();

    /// <summary>Reads a definition. A text that is no JSON object gives a finding and no definition.</summary>
    public static (WorkflowDefinition? Definition, Finding? Finding) Parse(string file, string text) =>
        throw new NotSupportedException(file + text + new WorkflowDefinition(file, []).File);

    /// <summary>The whole document, with all that was in it, indented.</summary>
    public string ToJson() => throw new NotSupportedException();

    private string Text(string name) => (string?)json[name] ?? "";
}
