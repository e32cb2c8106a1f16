using System.Text.Json;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>Ids of texts that came without a record.</summary>
internal static class InputIds
{
    /// <summary>No id: JSON null.</summary>
    public static readonly JsonElement None = JsonElement.Parse("null");

    /// <summary>The id of a file: its name.</summary>
    public static JsonElement OfFile(string path) =>
        JsonSerializer.SerializeToElement(Path.GetFileName(path), Output.CommandJson.Plain.String);
}
