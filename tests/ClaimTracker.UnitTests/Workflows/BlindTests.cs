using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Definitions.Linting;
using ClaimTracker.Workflows.Effects;
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
        // Whoever approves has to read it; it may be sent back and rated blind anew by whoever has not proposed.
        Assert.False(CouldRate(desk, People.Eva));
        Assert.True(CouldRate(desk, People.Fred));
        Assert.Null(desk.Decide("review#1", "Approve", People.Eva));
        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
        Assert.False(CouldRate(desk, People.Fred));
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
            Assert.True(
                ReviewRunner.CouldRateBlind(desk.Definition, new ReviewState(data), desk.Facts, People.Fred, true, false, Begin),
                at
            );
            Assert.False(
                ReviewRunner.CouldRateBlind(desk.Definition, new ReviewState(data), desk.Facts, People.Fay, true, false, Begin),
                at
            );
            data.Status = ReviewStatus.Cancelled;
            Assert.False(
                ReviewRunner.CouldRateBlind(desk.Definition, new ReviewState(data), desk.Facts, People.Fred, true, false, Begin),
                at
            );
        }
    }

    [Fact]
    public void Whoever_proposed_sees_what_was_proposed_and_who_may_rate_the_next_round_sees_no_round_before()
    {
        var desk = Proposed();
        desk.Decide("second#1", "Proposed", People.Fred, People.Verdict("true"));
        Assert.Contains("research#2", desk.Tasks.Keys);
        Assert.False(CouldRate(desk, People.Fay));
        Assert.True(CouldRate(desk, People.Fred));
        Assert.True(CouldRate(desk, Gil));
        Assert.Null(desk.Decide("research#2", "Proposed", People.Fay, People.Verdict("true")));
        Assert.True(CouldRate(desk, Gil));
    }

    [Fact]
    public void A_proposal_that_an_editor_sent_back_stays_hidden_from_who_rates_the_next_one()
    {
        var desk = Proposed();
        Assert.Null(desk.Decide("second#1", "Proposed", People.Fred, People.Verdict()));
        Assert.Null(desk.Decide("review#1", "RequestChanges", People.Eva, People.Reason()));
        Assert.Null(desk.Facts.Proposed);
        Assert.False(CouldRate(desk, People.Fay));
        Assert.True(CouldRate(desk, People.Fred));
        Assert.True(CouldRate(desk, Gil));
    }

    [Fact]
    public void Whoever_is_asked_to_judge_the_proposal_beside_the_review_knows_it_and_no_blind_task_of_this_round_is_theirs()
    {
        var desk = Proposed();
        Assert.True(CouldRate(desk, People.Fred, judges: true));
        Assert.Null(desk.Decide("second#1", "Proposed", People.Fred, People.Verdict()));
        Assert.True(CouldRate(desk, Gil));
        Assert.False(CouldRate(desk, Gil, judges: true));
    }

    [Fact]
    public void Nothing_is_hidden_before_anything_is_proposed()
    {
        var desk = Begun();
        Assert.False(CouldRate(desk, Gil));
        Assert.Null(desk.Decide("research#1", "AskClaimant", People.Fay));
        Assert.False(CouldRate(desk, Gil));
    }

    [Theory]
    [InlineData("title", "getFirstRating()")]
    [InlineData("instructions", "'Not ' + getFirstRating() + ', surely?'")]
    public void A_stored_version_that_reckons_a_tasks_words_goes_without_them_and_is_named(string field, string script)
    {
        var text = WithScript(field, script);
        var version = WorkflowDefinition.Parse("cross-check.json", text).Definition!;
        var bound = new Dictionary<string, string> { [version.VersionId] = version.ContentHash };

        var (fresh, faults) = DefinitionCatalog.Load([("cross-check.json", text)], new Dictionary<string, string>());
        var (stored, _) = DefinitionCatalog.Load([("cross-check (stored)", text)], bound);
        var desk = Proposed(stored!.Latest("cross-check")!);

        Assert.Null(fresh);
        Assert.Equal(("second", field), (Assert.Single(faults).Activity, faults[0].Field));
        Assert.Equal(("second", field), Assert.Single(BlindRules.Warnings(stored.Versions).Select(w => (w.Activity, w.Field))));
        Assert.Equal("Rate blind", desk.Tasks["second#1"].Title);
        Assert.DoesNotContain("false", desk.Tasks["second#1"].Instructions ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_reads_nothing_of_the_review_may_word_a_blind_task()
    {
        var (catalog, _) = DefinitionCatalog.Load(
            [("cross-check.json", WithScript("title", "['Rate', 'blind', 'please'].join(' ')"))],
            new Dictionary<string, string>()
        );
        Assert.Equal("Rate blind please", Proposed(catalog!.Latest("cross-check")!).Tasks["second#1"].Title);
    }

    private static readonly Actor Gil = new("gil", new HashSet<string> { Roles.FactChecker });

    private static bool CouldRate(Desk desk, Actor who, bool judges = false) =>
        ReviewRunner.CouldRateBlind(desk.Definition, desk.State, desk.Facts, who, HasProposed(desk), judges, desk.Now);

    private static bool HasProposed(Desk desk) => desk.Effects.OfType<AddProposal>().Any();

    private static string Text => Presets.Files.Single(f => f.Text.Contains("\"cross-check\"", StringComparison.Ordinal)).Text;

    private static string WithScript(string field, string script)
    {
        var json = JsonNode.Parse(Text)!;
        json["root"]!["activities"]!.AsArray().Single(a => (string)a!["id"]! == "second")![field] = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
        };
        return json.ToJsonString();
    }

    private static Desk Begun(CompiledDefinition? definition = null)
    {
        var compiled =
            definition ?? DefinitionCompiler.Compile(WorkflowDefinition.Parse("cross-check.json", Text).Definition!).Compiled!;
        var desk = new Desk(compiled, Begin);
        desk.Facts = desk.Facts with { IndependentGroups = 2 };
        return desk.Start();
    }

    private static Desk Proposed(CompiledDefinition? definition = null)
    {
        var desk = Begun(definition);
        Assert.Null(desk.Decide("research#1", "Proposed", People.Fay, People.Verdict()));
        Assert.Contains("second#1", desk.Tasks.Keys);
        return desk;
    }
}
