using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>A script that fails, wherever it stands, stops its review at its step. It never comes out of a move.</summary>
public sealed class FailingScriptTests
{
    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, string, string> Failing =>
        new()
        {
            { "ClaimTracker.Decide", "title", "nobody.here" },
            { "ClaimTracker.Decide", "instructions", "nobody.here" },
            { "ClaimTracker.Decide", "role", "nobody.here" },
            { "ClaimTracker.Decide", "role", "'boss'" },
            { "ClaimTracker.Decide", "role", "'x'.repeat(1000)" },
            { "ClaimTracker.Decide", "barred", "nobody.here" },
            { "ClaimTracker.Decide", "barred", "['whoever']" },
            { "ClaimTracker.Decide", "deadline", "'10000000.00:00:00'" },
            { "ClaimTracker.Decide", "remindAfter", "nobody.here" },
            { "ClaimTracker.Decide", "title", "'x\\0y'" },
            { "ClaimTracker.ProposeVerdict", "title", "nobody.here" },
            { "Elsa.Delay", "timeSpan", "'10000000.00:00:00'" },
            { "ClaimTracker.ScheduleRecheck", "after", "nobody.here" },
        };

    [Theory, MemberData(nameof(Failing))]
    public void Stops_the_review_where_it_starts(string type, string input, string script)
    {
        var desk = new Desk(Compile(type, input, script), Monday).Start();

        Assert.Equal((ReviewStatus.Faulted, "second"), (desk.State.Status, desk.State.Fault?.ActivityId));
        Assert.Empty(desk.Tasks);
        Assert.Null(desk.Retry());
        Assert.Equal(ReviewStatus.Faulted, desk.State.Status);
        Assert.Null(desk.Cancel());
    }

    [Theory, MemberData(nameof(Failing))]
    public void Stops_the_review_after_a_decision_that_stands(string type, string input, string script)
    {
        var desk = new Desk(Compile(type, input, script, first: "ClaimTracker.Decide"), Monday).Start();

        Assert.Null(desk.Decide("first#1", "Ok", People.Eva));

        Assert.Equal((ReviewStatus.Faulted, "second"), (desk.State.Status, desk.State.Fault?.ActivityId));
        Assert.Contains(desk.Closed, closed => closed is { Key: "first#1", Why: "decided" });
    }

    [Fact]
    public void A_task_says_the_same_for_as_long_as_it_is_open()
    {
        var desk = new Desk(Compile("ClaimTracker.Decide", "title", "`It is ${claim.stage}`"), Monday).Start();
        Assert.Equal("It is Assigned", desk.Tasks["second#1"].Title);

        desk.Facts = desk.Facts with { Stage = Stage.EditorReview };
        Assert.Null(desk.Hold());
        Assert.Null(desk.Release());

        Assert.Equal("It is Assigned", desk.Tasks["second#1"].Title);
        Assert.Null(desk.Decide("second#1", "Ok", People.Eva));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
    }

    /// <summary>As an earlier version stored it, which kept nothing of a title and asked the script each time.</summary>
    [Fact]
    public void A_task_that_can_no_longer_be_described_stops_the_review_and_keeps_everything()
    {
        var definition = Compile("ClaimTracker.Decide", "title", "claim.kind == 'statistic' ? 'Fine' : nobody.here");
        var facts = new ReviewFacts
        {
            ClaimId = 7,
            Kind = "statistic",
            Stage = Stage.Assigned,
        };
        var started = ReviewRunner.Start(definition, facts, new Dictionary<string, JsonNode?>(), Monday);
        var stored = JsonNode.Parse(started.State.ToJson())!;
        stored["w"]![0]!.AsObject().Remove("i");
        var state = ReviewState.Parse(stored.ToJsonString());
        var other = facts with { Kind = "count" };

        Assert.Equal(
            "step-failed",
            ReviewRunner.Decide(definition, state, other, "second#1", "Ok", People.Eva, null, Monday).Refusal?.Code
        );
        var held = ReviewRunner.Hold(state, Monday).Value!;
        var released = ReviewRunner.Release(definition, held.State, other, Monday).Value!;
        Assert.Equal((ReviewStatus.Faulted, "second"), (released.Status, released.Fault?.ActivityId));
        Assert.Empty(released.TasksClosed);

        var retried = ReviewRunner.Retry(definition, released.State, facts, Monday).Value!;
        Assert.Equal(ReviewStatus.Suspended, retried.Status);
        Assert.Equal(["second"], retried.State.WaitingAt);
    }

    [Fact]
    public void A_review_that_is_stopped_where_it_waits_goes_on_with_its_timers()
    {
        var desk = new Desk(Compile("ClaimTracker.Decide", "deadline", "'1.00:00:00'"), Monday).Start();
        var due = Assert.Single(desk.Timers);

        var stopped = ReviewRunner.Stop(desk.State, "second", "it failed three times").Value!;
        Assert.Equal((ReviewStatus.Faulted, "second"), (stopped.Status, stopped.Fault!.ActivityId));
        Assert.Equal([due.Key], stopped.TimersCleared);
        Assert.Equal("review-faulted", ReviewRunner.Stop(stopped.State, "second", "again").Refusal?.Code);

        var retried = ReviewRunner.Retry(desk.Definition, stopped.State, desk.Facts, Monday).Value!;
        Assert.Equal(ReviewStatus.Suspended, retried.Status);
        Assert.Equal([(due.Key, due.Value)], retried.TimersSet.Select(t => (t.Key, t.DueAtUtc)));
    }

    private static CompiledDefinition Compile(string type, string input, string script, string first = "ClaimTracker.Notify")
    {
        var json = $$$"""
            {
              "id": "x-v1", "definitionId": "x", "name": "x", "version": 1, "isPublished": true,
              "root": {
                "id": "flow", "type": "Elsa.Flowchart",
                "activities": [
                  {"id": "first", "type": "{{{first}}}", {{{Fields(first)}}} "version": 1},
                  {"id": "second", "type": "{{{type}}}", {{{Fields(type)}}}{{{Given(input, "JavaScript", script)}}} }
                ],
                "connections": [{"source": {"activity": "first", "port": "Done"}, "target": {"activity": "second", "port": "In"}}]
              }
            }
            """;
        var (definition, fault) = WorkflowDefinition.Parse("x.json", json);
        Assert.True(definition is not null, fault?.ToString());
        var (compiled, faults) = DefinitionCompiler.Compile(definition);
        Assert.True(compiled is not null, string.Join("; ", faults));
        return compiled;
    }

    private static string Fields(string type) =>
        type switch
        {
            "ClaimTracker.Decide" => Given("decisions", "Object", "[\"Ok\"]") + ",",
            "ClaimTracker.Notify" => Given("to", "Literal", "editor") + "," + Given("message", "Literal", "Begun.") + ",",
            _ => "",
        };

    private static string Given(string name, string type, string value) =>
        $$$"""
            "{{{name}}}": {"typeName": "Object", "expression": {"type": "{{{type}}}", "value": {{{System.Text.Json.JsonSerializer.Serialize(
                value
            )}}}}}
            """;
}
