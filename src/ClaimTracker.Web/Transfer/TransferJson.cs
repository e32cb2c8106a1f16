using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Web.Transfer;

/// <summary>How exports are written and read: camelCase, enumerations by name, letters of every script as they are.</summary>
internal static class TransferJson
{
    /// <summary>The <c>type</c> of the first line of an export.</summary>
    public const string Header = "claimtracker-export";

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };
}
