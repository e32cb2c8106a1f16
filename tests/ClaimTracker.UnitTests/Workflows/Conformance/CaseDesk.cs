using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.UnitTests.Workflows.Conformance;

/// <summary>Does to a review what the steps of a case say, on our own runner.</summary>
internal static class CaseDesk
{
    public static void Know(Desk desk, JsonObject facts)
    {
        if (facts["independentGroups"] is { } groups)
            desk.Facts = desk.Facts with { IndependentGroups = (int)groups };
        if (facts["watchedSources"] is { } watched)
            desk.Facts = desk.Facts with { WatchedSources = (int)watched };
        if (facts["workflow"] is { } workflow)
            desk.Facts = desk.Facts with { Workflow = (string)workflow! };
        if (facts["publishedRating"] is { } rating)
            desk.Facts = desk.Facts with { PublishedRating = (string)rating! };
        if (facts["proposedBy"] is { } by)
            desk.Facts = desk.Facts with { Proposed = new ProposedVerdict((string)by!, [(string)by!], "false", []) };
    }

    public static void Do(Desk desk, JsonObject step)
    {
        switch (step.First().Key)
        {
            case "facts":
                Know(desk, step["facts"]!.AsObject());
                break;
            case "decide":
                Check(
                    step,
                    desk.Decide(
                        Text(step, "decide"),
                        Text(step, "decision"),
                        People.Named(Text(step, "by")),
                        step["payload"]?.DeepClone()
                    )
                );
                break;
            case "tick":
                Assert.Equal(step["nothing"] is null, desk.Tick(At(step, "tick")));
                break;
            case "looked":
                Assert.Equal(
                    step["nothing"] is null,
                    desk.Look(new JsonObject { ["outcome"] = Text(step, "looked"), ["by"] = "system:looks" })
                );
                break;
            case "hold":
                desk.Now = At(step, "hold");
                Check(step, desk.Hold());
                break;
            case "release":
                desk.Now = At(step, "release");
                Check(step, desk.Release());
                break;
            case "cancel":
                Check(step, desk.Cancel());
                break;
            case "retry":
                Check(step, desk.Retry());
                break;
            case "proposalChanged":
                desk.Now = At(step, "proposalChanged");
                Check(step, desk.ChangeProposal(Text(step, "by")));
                break;
            case "moveTo":
                Check(step, desk.MoveTo(Compile(step["moveTo"]!)));
                break;
            case "childEnded":
                Assert.True(desk.ChildEnded(Text(step, "childEnded"), step["outputs"]!.AsObject()));
                break;
            default:
                Assert.Fail($"No such step: {step.ToJsonString()}");
                break;
        }
    }

    private static CompiledDefinition Compile(JsonNode definition) =>
        DefinitionCompiler.Compile(WorkflowDefinition.Parse("version.json", definition.ToJsonString()).Definition!).Compiled!;

    private static void Check(JsonObject step, Refusal? refusal) => Assert.Equal((string?)step["refused"], refusal?.Code);

    private static string Text(JsonObject step, string name) => (string)step[name]!;

    private static DateTime At(JsonObject step, string name) =>
        ConformanceCase.Begin + TimeSpan.Parse(Text(step, name), CultureInfo.InvariantCulture);
}
