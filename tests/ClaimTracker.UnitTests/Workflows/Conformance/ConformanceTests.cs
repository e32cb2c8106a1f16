using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Definitions.Linting;

namespace ClaimTracker.UnitTests.Workflows.Conformance;

/// <summary>Holds the runner to every case.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_runner_does_as_the_case_says(string name)
    {
        var one = ConformanceCase.All[name];
        var desk = new Desk(Compile(one), ConformanceCase.Begin);
        foreach (var (input, value) in one.Inputs)
            desk.With(input, value?.DeepClone());
        CaseDesk.Know(desk, one.Facts);
        desk.Start();
        foreach (var step in one.Steps)
            CaseDesk.Do(desk, step);
        Compare(one.Expect, desk);
    }

    [Fact]
    public void There_is_a_case_for_each_activity()
    {
        var used = ConformanceCase.All.Values.SelectMany(c => Types(c.Json["definition"]!["root"])).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(ClaimTracker.Workflows.Steps.StepCatalog.All.Select(s => s.Type).Append("Elsa.Flowchart").Append("Elsa.Sequence").Except(used));
    }

    private static CompiledDefinition Compile(ConformanceCase one)
    {
        var (definition, finding) = WorkflowDefinition.Parse(one.Name, one.Definition);
        Assert.Null(finding);
        var (compiled, findings) = DefinitionCompiler.Compile(definition!);
        Assert.Empty(findings);
        Assert.Equal(one.Lint, DefinitionLint.Check(compiled!).Select(f => $"{f.Activity}: {f.Field}"));
        return compiled!;
    }

    private static void Compare(JsonObject expect, Desk desk)
    {
        Assert.Equal((string)expect["status"]!, desk.State.Status.ToString());
        Assert.Equal(expect["fault"] is null, desk.State.Fault is null);
        if (expect["fault"] is JsonObject fault)
        {
            Assert.Equal(ReviewStatus.Faulted, desk.State.Status);
            Assert.Equal((string)fault["activity"]!, desk.State.Fault!.ActivityId);
            Assert.Contains((string)fault["contains"]!, desk.State.Fault.Message, StringComparison.Ordinal);
        }

        Same(expect["trace"], desk.Trace.Select(CaseWords.Of));
        Same(expect["tasks"], desk.Tasks.Keys);
        Same(expect["effects"], desk.Effects.Select(CaseWords.Of));
        Same(expect["closed"], desk.Closed.Select(CaseWords.Of));
        Same(expect["timers"], desk.Timers.Select(t => $"{t.Key} {t.Value:yyyy-MM-ddTHH:mm:ss}Z"));
        foreach (var (key, title) in Object(expect, "titles"))
            Assert.Equal((string?)title, desk.Tasks[key].Title);
        foreach (var (key, names) in Object(expect, "barred"))
            Same(names, desk.Tasks[key].Barred);
        if (expect["outputs"] is { } outputs)
            Assert.True(JsonNode.DeepEquals(outputs, desk.State.Outputs), desk.State.Outputs.ToJsonString());
    }

    private static JsonObject Object(JsonObject json, string name) => json[name] as JsonObject ?? [];

    private static void Same(JsonNode? expected, IEnumerable<string> actual)
    {
        if (expected is not null)
            Assert.Equal(expected.AsArray().Select(e => (string)e!), actual);
    }

    private static IEnumerable<string> Types(JsonNode? activity) =>
        (activity?["activities"] as JsonArray ?? []).SelectMany(Types).Append((string)activity!["type"]!);
}
