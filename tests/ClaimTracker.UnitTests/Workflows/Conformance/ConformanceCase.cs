using System.Text.Json.Nodes;

namespace ClaimTracker.UnitTests.Workflows.Conformance;

/// <summary>
/// One case of <c>Cases/*.json</c>: a definition, what happens to a review by it, and what has to come out. The cases
/// name nothing of the runner, so that any engine can be held to them.
/// </summary>
internal sealed record ConformanceCase(string Name, JsonObject Json)
{
    private static readonly string[] Files = ["flow", "fork-join", "steps", "expressions", "people", "time", "versions"];

    /// <summary>The review begins on a Monday.</summary>
    public static readonly DateTime Begin = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Workflows", "Cases");

    /// <summary>Every case by <c>file: name</c>.</summary>
    public static IReadOnlyDictionary<string, ConformanceCase> All { get; } =
        Files.SelectMany(Read).ToDictionary(c => c.Name, StringComparer.Ordinal);

    public string Definition => Json["definition"]!.ToJsonString();

    /// <summary>What the linter has to say of the definition, as <c>activity: field</c>.</summary>
    public IEnumerable<string> Lint => (Json["lint"] as JsonArray ?? []).Select(l => (string)l!);

    public JsonObject Inputs => Json["inputs"] as JsonObject ?? [];

    public JsonObject Facts => Json["facts"] as JsonObject ?? [];

    /// <summary>
    /// What happens to the review on an engine; <c>differs</c> gives, by its number, what becomes of a step there.
    /// </summary>
    public IEnumerable<JsonObject> StepsOn(string engine) =>
        Json["steps"]!.AsArray().Select((step, number) => With(step!.AsObject(), Differs(engine)?["steps"]?[$"{number}"]));

    /// <summary>
    /// What has to come out on an engine. One that differs on purpose has its own words for what differs, and for why.
    /// </summary>
    public JsonObject ExpectOn(string engine) => With(Json["expect"]!.AsObject(), Differs(engine)?["expect"]);

    /// <summary>What an engine refuses of the definition, as <c>activity: field</c>, where it cannot run it as drawn.</summary>
    public IEnumerable<string> RefusedBy(string engine) =>
        (Differs(engine)?["refused"] as JsonArray ?? []).Select(l => (string)l!);

    private JsonNode? Differs(string engine) => Json["differs"]?[engine];

    private static JsonObject With(JsonObject said, JsonNode? differing)
    {
        var all = said.DeepClone().AsObject();
        foreach (var (name, value) in differing as JsonObject ?? [])
            all[name] = value?.DeepClone();
        return all;
    }

    private static IEnumerable<ConformanceCase> Read(string file) =>
        JsonNode
            .Parse(File.ReadAllText(Path.Combine(Folder, file + ".json")))!
            .AsArray()
            .Select(c => new ConformanceCase($"{file}: {(string)c!["name"]!}", c.AsObject()));
}
