using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Native.Json;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>Takes values into a script and out of it by way of JSON, so that no object of ours is ever inside.</summary>
internal static partial class ScriptValues
{
    /// <summary>A review's state is one small document; what a script leaves in it stays small.</summary>
    private const int MaxText = 20_000;

    public static JsValue ToScript(Engine engine, JsonNode? value) =>
        value is null ? JsValue.Null : new JsonParser(engine).Parse(value.ToJsonString());

    public static JsonNode? ToJson(Engine engine, JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsBoolean())
            return JsonValue.Create(value.AsBoolean());
        if (value.IsString())
            return JsonValue.Create(Storable(value.AsString()));
        if (value.IsNumber())
            return Number(value.AsNumber());
        ScriptTexts.Check("what it gave", value);
        var text = new JsonSerializer(engine).Serialize(value);
        return text.IsString() ? JsonNode.Parse(Storable(text.AsString())) : null;
    }

    /// <summary>Refuses what no database keeps: too much, the character 0, and halves of characters.</summary>
    private static string Storable(string text)
    {
        if (text.Length > MaxText)
            throw new StepFailedException($"it gave {text.Length:N0} characters; {MaxText:N0} is the most");
        return Unstorable().IsMatch(text)
            ? throw new StepFailedException("it gave a text with a character that cannot be stored")
            : text;
    }

    /// <summary>A whole number stays one, and what JSON has no word for is null as in <c>JSON.stringify</c>.</summary>
    private static JsonValue? Number(double number)
    {
        if (!double.IsFinite(number))
            return null;
        return Math.Abs(number) < 1L << 53 && Math.Floor(number) == number
            ? JsonValue.Create((long)number)
            : JsonValue.Create(number);
    }

    // As they are, and as JSON writes them.
    [GeneratedRegex(
        @"\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\\u(0000|d[89a-f])",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Unstorable();
}
