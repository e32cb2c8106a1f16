using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Reads the variables that a definition, or a container in it, declares.</summary>
internal static class VariableReader
{
    public static List<Variable> Read(JsonObject owner, string ownerId, Faults faults)
    {
        var variables = new List<Variable>();
        foreach (var json in owner.Objects("variables"))
        {
            var name = json.Text("name");
            var id = json.Text("id") ?? name;
            if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(id))
                faults.Add(ownerId, "variables", "a variable has no name; give it an id and a name");
            else
                variables.Add(new Variable(id, name, Default(json, ownerId, faults)));
        }

        return variables;
    }

    private static JsonNode? Default(JsonObject json, string ownerId, Faults faults)
    {
        if (json["value"] is not JsonValue value || !value.TryGetValue(out string? text))
            return json["value"]?.DeepClone();
        var type = json.Text("typeName") ?? "String";
        if (json.IsTrue("isArray"))
            type = "Object";
        var read = Convert(type, text);
        if (read is null && text.Length > 0 && type is not "String")
        {
            faults.Add(
                ownerId,
                $"variables.{json.Text("name")}.value",
                $"“{text}” cannot be read as {type}; mend the value or the type"
            );
        }

        return read;
    }

    private static JsonNode? Convert(string type, string text) =>
        type switch
        {
            _ when text.Length == 0 => type == "String" ? JsonValue.Create("") : null,
            "Int16" or "Int32" or "Int64" => long.TryParse(text, CultureInfo.InvariantCulture, out var whole)
                ? JsonValue.Create(whole)
                : null,
            "Single" or "Double" or "Decimal" => double.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : null,
            "Boolean" => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
            "Object" or "ObjectDictionary" or "ObjectArray" => Json(text) ?? JsonValue.Create(text),
            _ => JsonValue.Create(text),
        };

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
