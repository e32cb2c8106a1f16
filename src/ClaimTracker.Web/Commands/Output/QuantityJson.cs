using System.Text.Json;
using ClaimTracker.Extraction.Readings;
using Kind = ClaimTracker.Extraction.Readings.Comparator;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>A figure. <c>comparator</c> is one of eq, approx, gt, gte, lt, lte, range.</summary>
internal sealed record QuantityJson(
    int Start,
    int End,
    string Text,
    double? Value,
    double? Low,
    double? High,
    string Comparator,
    string? Unit,
    string? Per,
    string? Change,
    string? Counted
)
{
    public static QuantityJson Of(Quantity quantity, string text) =>
        new(
            quantity.Span.Start,
            quantity.Span.End,
            quantity.Span.Of(text),
            Finite(quantity.Value),
            Finite(quantity.Low),
            Finite(quantity.High),
            Named(quantity.Comparator),
            quantity.Unit,
            quantity.Per,
            Named(quantity.Change),
            quantity.Counted
        );

    // JSON has no infinity, and a figure of four hundred digits is one.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string? Named(Direction? change) =>
        change switch
        {
            Direction.Up => "up",
            Direction.Down => "down",
            null => null,
            _ => throw new InvalidOperationException($"The direction {change} has no name."),
        };

    private static string Named(Kind comparator) =>
        comparator switch
        {
            Kind.Approx => "approx",
            Kind.Gt => "gt",
            Kind.Gte => "gte",
            Kind.Lt => "lt",
            Kind.Lte => "lte",
            Kind.Range => "range",
            Kind.Eq => "eq",
            _ => throw new InvalidOperationException($"The comparator {comparator} has no name."),
        };
}

/// <summary>What <c>quantities</c> prints of one text.</summary>
internal sealed record QuantitiesJson(JsonElement Id, IReadOnlyList<QuantityJson> Quantities);
