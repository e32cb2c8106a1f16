using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Definitions.Linting;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests.Workflows.Conformance;

/// <summary>Plays a case on an engine and holds it to what the case says.</summary>
internal static class ConformanceRun
{
    public static void Of(ConformanceCase one, string engine, IReviewRunner runner)
    {
        var desk = new Desk(Compile(one), ConformanceCase.Begin, runner);
        foreach (var (input, value) in one.Inputs)
            desk.With(input, value?.DeepClone());
        CaseDesk.Know(desk, one.Facts);
        desk.Start();
        foreach (var step in one.StepsOn(engine))
            CaseDesk.Do(desk, step);
        Compare(one.ExpectOn(engine), desk);
    }

    public static CompiledDefinition Compile(ConformanceCase one)
    {
        var (definition, fault) = WorkflowDefinition.Parse(one.Name, one.Definition);
        Assert.Null(fault);
        var (compiled, faults) = DefinitionCompiler.Compile(definition!);
        Assert.Empty(faults);
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
        foreach (var (key, name) in Object(expect, "heldFor"))
            Assert.Equal((string?)name, desk.Tasks[key].HeldFor);
        if (expect["outputs"] is { } outputs)
            Assert.True(JsonNode.DeepEquals(outputs, desk.State.Outputs), desk.State.Outputs.ToJsonString());
    }

    private static JsonObject Object(JsonObject json, string name) => json[name] as JsonObject ?? [];

    private static void Same(JsonNode? expected, IEnumerable<string> actual)
    {
        if (expected is not null)
            Assert.Equal(expected.AsArray().Select(e => (string)e!), actual);
    }
}
