using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Json;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>Takes values into a script and out of it by way of JSON, so that no object of ours is ever inside.</summary>
internal static class ScriptValues
{
    public static JsValue ToScript(Engine engine, JsonNode? value) =>
        value is null ? JsValue.Null : new JsonParser(engine).Parse(value.ToJsonString());

    public static JsonNode? ToJson(Engine engine, JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsBoolean())
            return JsonValue.Create(value.AsBoolean());
        if (value.IsString())
            return JsonValue.Create(value.AsString());
        if (value.IsNumber())
            return Number(value.AsNumber());
        var text = new JsonSerializer(engine).Serialize(value);
        return text.IsString() ? JsonNode.Parse(text.AsString()) : null;
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
}
