using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests.Workflows.Conformance;

/// <summary>Holds the runner to every case.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_runner_does_as_the_case_says(string name) =>
        ConformanceRun.Of(ConformanceCase.All[name], "Runner", new OwnRunner());

    [Fact]
    public void There_is_a_case_for_each_activity()
    {
        var used = ConformanceCase
            .All.Values.SelectMany(c => Types(c.Json["definition"]!["root"]))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(
            ClaimTracker
                .Workflows.Steps.StepCatalog.All.Select(s => s.Type)
                .Append("Elsa.Flowchart")
                .Append("Elsa.Sequence")
                .Except(used)
        );
    }

    private static IEnumerable<string> Types(JsonNode? activity) =>
        (activity?["activities"] as JsonArray ?? []).SelectMany(Types).Append((string)activity!["type"]!);
}
