using System.Reflection;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.UnitTests.Extraction.Quantities;

/// <summary>What each rule is made for stands at the rule, and is read as it says.</summary>
public sealed class ExampleTests
{
    private const BindingFlags Own =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string, string, string[]> Examples()
    {
        var examples = new TheoryData<string, string, string[]>();
        var rules = typeof(QuantityScanner)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(QuantityScanner).Namespace)
            .SelectMany(type => type.GetMethods(Own));
        foreach (var rule in rules)
        {
            foreach (var example in rule.GetCustomAttributes<ExampleAttribute>())
                examples.Add($"{rule.DeclaringType!.Name}.{rule.Name}", example.Input, [.. example.Spans]);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_example(string rule, string input, string[] spans)
    {
        var found = new List<Quantity>();
        QuantityScanner.Scan(input, new TextSpan(0, input.Length), found);
        Assert.True(
            spans.SequenceEqual(found.Select(one => one.Span.Of(input))),
            $"{rule}: {string.Join(" | ", found.Select(one => one.Span.Of(input)))}"
        );
    }
}
