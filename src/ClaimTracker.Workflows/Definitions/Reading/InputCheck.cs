using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Checks what stands in the file against what a step's input can hold.</summary>
internal static class InputCheck
{
    public static void Check(InputDescription input, Expression expression, string activity, Faults faults)
    {
        if (!expression.IsConstant)
        {
            if (input.Fixed)
            {
                faults.Add(
                    activity,
                    input.Name,
                    "must stand in the file, since outcomes or checks follow from it; use Literal or Object"
                );
            }

            return;
        }

        if (((ConstantExpression)expression).Value is { } value && !IsEmpty(value) && Problem(input, value) is { } problem)
            faults.Add(activity, input.Name, $"is {value.ToJsonString()}, {problem}");
    }

    private static bool IsEmpty(JsonNode value) => value is JsonValue v && v.TryGetValue(out string? text) && text.Length == 0;

    private static string? Problem(InputDescription input, JsonNode value) =>
        input.Type switch
        {
            InputType.Number when InputValues.Number(value) is null => "which is no whole number; write one such as 2",
            InputType.Flag when InputValues.Flag(value) is null => "which is neither true nor false",
            InputType.Duration when InputValues.Duration(value) is null =>
                "which is no length of time; write d.hh:mm:ss, e.g. 2.00:00:00 for two days",
            InputType.Instant when InputValues.Instant(value) is null =>
                "which is no instant; write one such as 2026-01-31T12:00:00Z",
            InputType.List when InputValues.List(value) is null =>
                "which is no list of words; write one such as [\"Approve\",\"Decline\"]",
            InputType.Names when value is not JsonObject => "which is no JSON object; write one such as {\"name\": \"value\"}",
            InputType.Text when input.Allowed?.Concat(input.Retired ?? []).Contains(InputValues.Text(value)) == false =>
                $"which is not known; use {string.Join(", ", input.Allowed)}",
            InputType.Number
            or InputType.Flag
            or InputType.Duration
            or InputType.Instant
            or InputType.List
            or InputType.Names
            or InputType.Text
            or InputType.Any
            or InputType.Variable
            or InputType.Cases => null,
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Type, null),
        };
}
