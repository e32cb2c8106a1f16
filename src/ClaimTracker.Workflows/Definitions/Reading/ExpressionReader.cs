using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;
using Jint;

namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Reads <c>{type, value}</c>.</summary>
internal sealed class ExpressionReader(
    IReadOnlyDictionary<string, Variable> variables,
    IReadOnlyCollection<string> inputs,
    Faults faults
)
{
    public Expression? Read(JsonNode? json, string activity, string field)
    {
        if (json is not JsonObject expression || expression.Text("type") is not { } type)
        {
            return Fail(
                activity,
                field,
                "has no expression; write {\"typeName\": …, \"expression\": {\"type\": …, \"value\": …}}"
            );
        }

        var value = expression["value"];
        return type switch
        {
            "Literal" => new ConstantExpression(value?.DeepClone()),
            "Object" => Object(value, activity, field),
            "Variable" => Variable(value, activity, field),
            "Input" => Input(value, activity, field),
            "JavaScript" => Script(value, activity, field),
            _ => Fail(
                activity,
                field,
                $"has an expression of type “{type}”, which is not known; use Literal, Object, Variable, Input or JavaScript"
            ),
        };
    }

    private ConstantExpression? Object(JsonNode? value, string activity, string field)
    {
        if (value is not JsonValue v || !v.TryGetValue(out string? text))
            return new ConstantExpression(value?.DeepClone());
        try
        {
            return new ConstantExpression(text.Length == 0 ? null : JsonNode.Parse(text));
        }
        catch (JsonException e)
        {
            faults.Add(activity, field, $"holds an Object expression that is no JSON: {e.Message}");
            return null;
        }
    }

    private Expression? Variable(JsonNode? value, string activity, string field)
    {
        var id = (value as JsonObject)?.Text("id") ?? (value as JsonValue)?.ToString();
        return id is not null && variables.ContainsKey(id)
            ? new VariableExpression(id)
            : Fail(activity, field, $"reads the variable “{id}”, which is not declared; add it to variables");
    }

    private Expression? Input(JsonNode? value, string activity, string field)
    {
        var name = (value as JsonObject)?.Text("name") ?? (value as JsonValue)?.ToString();
        return name is not null && inputs.Contains(name)
            ? new InputExpression(name)
            : Fail(activity, field, $"reads the input “{name}”, which is not declared; add it to inputs");
    }

    private Expression? Script(JsonNode? value, string activity, string field)
    {
        var source = (value as JsonValue)?.ToString();
        if (string.IsNullOrWhiteSpace(source))
            return Fail(activity, field, "holds an empty script; write one, or leave the field away");
        try
        {
            return JavaScriptExpression.Parse(source);
        }
        catch (ScriptPreparationException e)
        {
            return Fail(activity, field, $"holds a script that cannot be parsed: {e.InnerException?.Message ?? e.Message}");
        }
    }

    private Expression? Fail(string activity, string field, string message)
    {
        faults.Add(activity, field, message);
        return null;
    }
}
