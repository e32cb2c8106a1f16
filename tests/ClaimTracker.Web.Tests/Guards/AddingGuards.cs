using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.UnitTests;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>What is new is said for: an effect has a writer, a kind a process and a policy, a decision a label.</summary>
public sealed class AddingGuards
{
    private const string Unknown = " is not known here";

    // Kinds that go by the default, in how they are reviewed and in how often they are looked at again.
    private static readonly Dictionary<string, string> ByDefault = new()
    {
        ["trend"] = "moves with the figures of its source, month by month",
        ["statistic"] = "a published figure is revised seldom",
        ["superlative"] = "holds until somebody breaks the record",
        ["count"] = "a published figure is revised seldom",
        ["event"] = "what happened stays",
        ["quote"] = "what was said stays",
    };

    public static TheoryData<Type> Effects =>
        [.. typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect)) && !type.IsAbstract)];

    [Theory, MemberData(nameof(Effects))]
    public async Task Every_effect_has_a_writer(Type effect)
    {
        var blank = (Effect)RuntimeHelpers.GetUninitializedObject(effect);
        Assert.DoesNotContain(Unknown, await FailureOfAsync(blank), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_effect_without_a_writer_is_named() =>
        Assert.Contains($"{nameof(OfNobody)}{Unknown}", await FailureOfAsync(new OfNobody()), StringComparison.Ordinal);

    // What is empty is refused or fails on what is missing; what nobody writes is not known.
    private static async Task<string> FailureOfAsync(Effect effect)
    {
        using var db = ModelGuards.MakeDb();
        var settings = new WorkflowSettings();
        var writer = new MoveWriter(db, null!, null!, new EffectWriter(db, new RecheckSettings()), settings);
        var place = new Appearance(new Article("", "", "A claim.", default, ""), 0, 1);
        var review = new Review(new Claim("A claim.", "count", 0.5, new ClaimDetails(), place, default), "", 1, "", "", default);
        var move = new Move { State = ReviewState.Parse("""{"d":"some version"}"""), Effects = [effect] };
        var failure = await Record.ExceptionAsync(() =>
            writer.WriteAsync(review, move, "ada", default, TestContext.Current.CancellationToken)
        );
        return failure?.Message ?? "";
    }

    [Fact]
    public void Every_kind_has_a_process_and_a_policy_or_goes_by_the_default()
    {
        var file = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").Build();
        foreach (var section in (string[])["Workflows:ByKind", "Rechecks:Kinds"])
            ModelGuards.Hold(ClaimKinds.Ids, file.GetSection(section).GetChildren().Select(kind => kind.Key), ByDefault, section);
    }

    [Fact]
    public void Every_decision_has_a_label()
    {
        var ofSteps = StepCatalog.All.SelectMany(Decided);
        var ofFiles = Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, "workflows"), "*.json")
            .SelectMany(file => Decided(JsonNode.Parse(File.ReadAllText(file))));
        string[] withoutReview =
        [
            LoneTasks.Approve,
            LoneTasks.Withdraw,
            LoneTasks.KeepEvidence,
            LoneTasks.Restore,
            LoneTasks.Retract,
        ];
        var decisions = ofSteps.Concat(ofFiles).Concat(withoutReview).Distinct().ToList();

        Assert.Superset(new HashSet<string> { "Approve", "For", "StillHolds" }, decisions.ToHashSet());
        Assert.Empty(decisions.Except(Decisions.Known.Keys));
        Assert.Empty(Decisions.Known.Keys.Except(decisions));
        Assert.All(Decisions.Known.Values, label => Assert.False(string.IsNullOrWhiteSpace(label)));
    }

    private static IReadOnlyList<string> Decided(Step step)
    {
        try
        {
            return step.Describe(DispatchProxy.Create<IStepContext, Blank>()).Decisions;
        }
        catch (InvalidOperationException)
        {
            // It never asks for a task.
            return [];
        }
    }

    // Studio writes the list as a text in a text.
    private static IEnumerable<string> Decided(JsonNode? node) =>
        node switch
        {
            JsonObject found => found.SelectMany(field =>
                field is { Key: "decisions", Value: { } value }
                    ? JsonSerializer.Deserialize<string[]>(value["expression"]!["value"]!.GetValue<string>())!
                    : Decided(field.Value)
            ),
            JsonArray list => list.SelectMany(Decided),
            _ => [],
        };

    private sealed record OfNobody() : Effect("");

    /// <summary>A step's context in which nothing is set.</summary>
    public class Blank : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.ReturnType switch
            {
                var type when type == typeof(string) => null,
                var type when type.IsAssignableFrom(typeof(string[])) => Array.Empty<string>(),
                var type => type.IsValueType && type != typeof(void) ? Activator.CreateInstance(type) : null,
            };
    }
}
