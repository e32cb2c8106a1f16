using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Where a review is, in a form that is stored as one small JSON document (2 KB at most for the definitions shipped).
/// Immutable: each move makes another one.
/// </summary>
public sealed class ReviewState
{
    /// <summary>Stored as UTF-8 and never put into a page as it is, so that no letter needs six bytes.</summary>
    private static readonly StateJson Json = new(
        new JsonSerializerOptions(StateJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    internal ReviewState(StateData data) => Data = data;

    /// <summary>The version of the definition that the review began with and keeps.</summary>
    public string VersionId => Data.VersionId;

    /// <summary>What the review is doing.</summary>
    public ReviewStatus Status => Data.Status;

    /// <summary>Where and why it stopped, if it did.</summary>
    public ReviewFault? Fault => Data.Fault;

    /// <summary>A copy of the outputs set so far, by name.</summary>
    public JsonObject Outputs => (JsonObject)Data.Outputs.DeepClone();

    /// <summary>The activities that wait now, for pages that show where the review is.</summary>
    public IReadOnlyList<string> WaitingAt => [.. Data.Waiting.Select(w => w.ActivityId).Distinct()];

    /// <summary>The instance on Elsa's runtime; null where our own runner moves the review.</summary>
    public string? Instance => Data.Instance;

    internal StateData Data { get; }

    /// <summary>The document to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(Data, Json.StateData);

    /// <summary>Reads a stored document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ReviewState Parse(string json) =>
        new(JsonSerializer.Deserialize(json, Json.StateData) ?? throw new JsonException("The document is null."));
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(StateData))]
internal sealed partial class StateJson : JsonSerializerContext;
