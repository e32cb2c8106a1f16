using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>
/// The JSON that verbs print: camelCase, letters of every script as they are, no reflection at start-up.
/// <see cref="Plain"/> is one line a record, <see cref="Indented"/> for people.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(ArticleJson))]
[JsonSerializable(typeof(SentencesJson))]
[JsonSerializable(typeof(QuantitiesJson))]
[JsonSerializable(typeof(TimesJson))]
[JsonSerializable(typeof(ScoreJson))]
[JsonSerializable(typeof(ReadingJson))]
[JsonSerializable(typeof(TrainingJson))]
[JsonSerializable(typeof(MatchesJson))]
[JsonSerializable(typeof(LookJson))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>One line a record.</summary>
    public static readonly CommandJson Plain = new(Written(false));

    /// <summary>Indented.</summary>
    public static readonly CommandJson Indented = new(Written(true));

    private static JsonSerializerOptions Written(bool indented) =>
        new(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
        };
}
