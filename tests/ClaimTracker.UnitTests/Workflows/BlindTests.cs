using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>Whoever could still rate blind is blind, also while the review is held or has stopped.</summary>
public sealed class BlindTests
{
    private static readonly DateTime Begin = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_second_rater_is_blind_until_she_has_rated_and_the_first_is_not()
    {
        var desk = Proposed();
        Assert.True(CouldRate(desk, People.Fred));
        Assert.False(CouldRate(desk, People.Fay));
        // Overdue it is passed on to editors, who would rate it then.
        Assert.True(CouldRate(desk, People.Eva));
        desk.Hold();
        Assert.True(CouldRate(desk, People.Fred));
        desk.Release();
        Assert.Null(desk.Decide("second#1", "Proposed", People.Fred, People.Verdict()));
        Assert.False(CouldRate(desk, People.Fred));
        Assert.False(CouldRate(desk, People.Eva));
    }

    [Fact]
    public void A_review_that_stopped_before_the_blind_step_or_at_it_keeps_raters_blind_until_it_is_ended()
    {
        foreach (var at in new[] { "second", "peer-stage", "evidence" })
        {
            var desk = Proposed();
            var data = desk.State.Data.Clone();
            data.Waiting.Clear();
            data.Status = ReviewStatus.Faulted;
            data.Fault = new ReviewFault(at, "broken");
            data.Queue = [new Work(at, data.Frames[0].Key, false)];
            Assert.True(ReviewRunner.CouldRateBlind(desk.Definition, new ReviewState(data), desk.Facts, People.Fred, Begin), at);
            Assert.False(ReviewRunner.CouldRateBlind(desk.Definition, new ReviewState(data), desk.Facts, People.Fay, Begin), at);
            data.Status = ReviewStatus.Cancelled;
            Assert.False(ReviewRunner.CouldRateBlind(desk.Definition, new ReviewState(data), desk.Facts, People.Fred, Begin), at);
        }
    }

    [Fact]
    public void Whoever_proposes_anew_sees_what_was_proposed()
    {
        var desk = Proposed();
        desk.Decide("second#1", "Proposed", People.Fred, People.Verdict("true"));
        Assert.Contains("research#2", desk.Tasks.Keys);
        Assert.False(CouldRate(desk, People.Fay));
        Assert.False(CouldRate(desk, People.Fred));
    }

    private static bool CouldRate(Desk desk, Actor who) =>
        ReviewRunner.CouldRateBlind(desk.Definition, desk.State, desk.Facts, who, desk.Now);

    private static Desk Proposed()
    {
        var text = Presets.Files.Single(f => f.Text.Contains("\"cross-check\"", StringComparison.Ordinal)).Text;
        var compiled = DefinitionCompiler.Compile(WorkflowDefinition.Parse("cross-check.json", text).Definition!).Compiled!;
        var desk = new Desk(compiled, Begin);
        desk.Facts = desk.Facts with { IndependentGroups = 2 };
        desk.Start();
        Assert.Null(desk.Decide("research#1", "Proposed", People.Fay, People.Verdict()));
        Assert.Contains("second#1", desk.Tasks.Keys);
        return desk;
    }
}
