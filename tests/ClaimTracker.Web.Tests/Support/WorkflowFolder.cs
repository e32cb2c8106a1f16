using System.Text.Json.Nodes;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>A folder of definitions of a test's own: those that ship, changed or added to.</summary>
public sealed class WorkflowFolder : IDisposable
{
    private const string Storage = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimtracker-");

    /// <param name="change">Is shown each definition that ships, by its id.</param>
    public WorkflowFolder(Action<string, JsonNode>? change = null)
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json"))
        {
            var definition = JsonNode.Parse(File.ReadAllText(file))!;
            change?.Invoke((string)definition["definitionId"]!, definition);
            Put(System.IO.Path.GetFileName(file), definition);
        }
    }

    public string Path => _folder.FullName;

    /// <summary>Adds a definition of one flowchart: activities as JSON, ways as <c>source:Port&gt;target</c>.</summary>
    public WorkflowFolder Add(string id, string activities, params string[] ways)
    {
        var connections = ways.Select(way => way.Split(':', '>'))
            .Select(parts =>
                (JsonNode)
                    new JsonObject
                    {
                        ["source"] = new JsonObject { ["activity"] = parts[0], ["port"] = parts[1] },
                        ["target"] = new JsonObject { ["activity"] = parts[2], ["port"] = "In" },
                    }
            );
        Put(
            id + ".json",
            new JsonObject
            {
                ["id"] = id + "-v1",
                ["definitionId"] = id,
                ["name"] = id,
                ["version"] = 1,
                ["isPublished"] = true,
                ["variables"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "told",
                        ["name"] = "Told",
                        ["typeName"] = "Object",
                        ["storageDriverTypeName"] = Storage,
                    }
                ),
                ["root"] = new JsonObject
                {
                    ["id"] = "root",
                    ["type"] = "Elsa.Flowchart",
                    ["activities"] = JsonNode.Parse(activities),
                    ["connections"] = new JsonArray([.. connections]),
                },
            }
        );
        return this;
    }

    /// <summary>A task of a role with the one decision Ok, as JSON.</summary>
    public static string Ask(string id, string role) =>
        $$$$"""{"id":"{{{{id}}}}","type":"ClaimTracker.Decide","role":{{{{Literal(role)}}}},"decisions":{"typeName":"Object","expression":{"type":"Object","value":"[\"Ok\"]"}}}""";

    /// <summary>An input that stands in the file, as JSON.</summary>
    public static string Literal(string value) =>
        $$$$"""{"typeName":"String","expression":{"type":"Literal","value":"{{{{value}}}}"}}""";

    public void Dispose() => _folder.Delete(recursive: true);

    private void Put(string name, JsonNode definition) =>
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, name), definition.ToJsonString());
}
