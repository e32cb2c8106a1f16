using System.Text.Json.Nodes;
using ClaimTracker.UnitTests.Workflows.Conformance;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Definitions.Linting;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>A broken file for each thing that can be wrong, and what is said of it.</summary>
public sealed class LinterTests
{
    private static readonly string Folder = Path.Combine(ConformanceCase.Folder, "Broken");

    public static TheoryData<string, string, string, string> Broken =>
        [
            .. JsonNode
                .Parse(File.ReadAllText(Path.Combine(ConformanceCase.Folder, "broken.json")))!
                .AsArray()
                .Select(b => new TheoryDataRow<string, string, string, string>(
                    (string)b!["file"]!,
                    (string)b["activity"]!,
                    (string)b["field"]!,
                    (string)b["contains"]!
                )),
        ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Says_where_it_is_wrong_and_how_to_mend_it(string file, string activity, string field, string contains)
    {
        var (catalog, faults) = Load([file]);
        Assert.Null(catalog);
        var fault = Assert.Single(faults);
        Assert.Equal((file, activity, field), (fault.File, fault.Activity, fault.Field));
        Assert.Contains(contains, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_broken_file_is_described()
    {
        var described = Broken.Select(b => b.Data.Item1).Order(StringComparer.Ordinal);
        Assert.Equal(Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public void Rejects_one_version_id_for_two_contents()
    {
        var text = Presets.Files.First().Text;
        var other = Changed(text, json => json["root"]!["activities"]![0]!["name"] = "renamed");
        var (_, faults) = DefinitionCatalog.Load([("a.json", text), ("b.json", other)], new Dictionary<string, string>());
        var fault = Assert.Single(faults);
        Assert.Equal(("b.json", "id"), (fault.File, fault.Field));
        Assert.Contains("give one of the two another id", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_one_number_for_two_versions()
    {
        var text = Presets.Files.First().Text;
        var other = Changed(text, json => json["id"] = "another-id");
        var (_, faults) = DefinitionCatalog.Load([("a.json", text), ("b.json", other)], new Dictionary<string, string>());
        Assert.Contains(
            faults,
            f => f is { File: "b.json", Field: "version" } && f.Message.Contains("raise the number", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rejects_a_change_under_a_version_that_reviews_are_bound_to()
    {
        var (_, text) = Presets.Files.First();
        var version = WorkflowDefinition.Parse("a.json", text).Definition!;
        var bound = new Dictionary<string, string> { [version.VersionId] = version.ContentHash };
        var moved = Changed(text, json => json["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["x"] = 7_000);
        Assert.DoesNotContain(DefinitionCatalog.Load([("a.json", moved)], bound).Faults, f => f.Field == "id");
        var changed = Changed(text, json => json["root"]!["activities"]![0]!["name"] = "renamed");
        var fault = Assert.Single(DefinitionCatalog.Load([("a.json", changed)], bound).Faults, f => f.Field == "id");
        Assert.Contains("next version number", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_version_with_a_task_for_the_role_machine_loads_and_is_named()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "role-machine.json"));
        var version = WorkflowDefinition.Parse("b.json", text).Definition!;
        var bound = new Dictionary<string, string> { [version.VersionId] = version.ContentHash };

        var catalog = DefinitionCatalog.Load([("b v1 (stored)", text)], bound).Catalog!;

        var warning = Assert.Single(RetiredRules.Warnings(catalog.Versions));
        Assert.Equal(("b v1 (stored)", "ask", "role"), (warning.File, warning.Activity, warning.Field));
        Assert.Contains("“machine”", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pause_and_retries_of_a_watch_are_read_and_named_as_without_effect()
    {
        var (file, text) = Presets.Files.Single(f => f.File == "recheck.json");
        var older = Changed(
            text,
            json =>
            {
                var watch = json["root"]!["activities"]!.AsArray().Single(a => (string)a!["type"]! == "ClaimTracker.RunWatch")!;
                watch["retries"] = Literal("3");
                watch["pause"] = Literal("01:00:00");
            }
        );

        var (catalog, faults) = DefinitionCatalog.Load([(file, older)], new Dictionary<string, string>());

        Assert.Empty(faults);
        Assert.Equal(["retries", "pause"], RetiredRules.Warnings(catalog!.Versions).Select(warning => warning.Field));
        Assert.All(
            RetiredRules.Warnings(catalog.Versions),
            warning => Assert.Contains("Rechecks:*:Retries", warning.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("'0'")]
    [InlineData("'-5'")]
    [InlineData("'two'")]
    [InlineData("''")]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("1-1")]
    [InlineData("-(5)")]
    [InlineData("+0")]
    [InlineData("0b0")]
    [InlineData("~~0")]
    [InlineData("Math.min(0,1)")]
    [InlineData("void 0")]
    [InlineData("(1,0)")]
    [InlineData("true?0:1")]
    [InlineData("[0]")]
    [InlineData("({})")]
    [InlineData("return -5")]
    [InlineData("1e-9")]
    [InlineData("1.5")]
    [InlineData("let least = 0; least")]
    [InlineData("((n) => n - 1)(1)")]
    [InlineData("({ approvals: 0 }).approvals")]
    public void Rejects_a_minimum_below_one_however_a_script_writes_it(string script)
    {
        foreach (var (step, field) in Minimums)
        {
            var fault = Assert.Single(WithScript(step, field, script));
            Assert.Equal(field, fault.Field);
            Assert.Contains("1", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("'2'")]
    [InlineData("1 + 1")]
    [InlineData("Math.max(1, 2)")]
    [InlineData("claim.approvals")]
    [InlineData("claim.kind === 'count' ? 1 : 2")]
    [InlineData("typeof getGroups === 'function' ? getGroups() : 0")]
    [InlineData("variables.groups ?? 0")]
    [InlineData("getVariable('groups')")]
    [InlineData("new Date().getFullYear() - 2100")]
    [InlineData("this.claim.approvals")]
    [InlineData("Math.random() - 1")]
    public void Leaves_to_the_publishing_what_is_not_known_before_or_is_enough(string script) =>
        Assert.All(Minimums, minimum => Assert.Empty(WithScript(minimum.Step, minimum.Field, script)));

    [Fact]
    public void A_stored_version_with_a_minimum_below_one_by_script_loads()
    {
        var text = ScriptIn("ClaimTracker.Publish", "approvals", "-5");
        var version = WorkflowDefinition.Parse("b.json", text).Definition!;
        Assert.NotNull(
            DefinitionCatalog
                .Load([("b v1 (stored)", text)], new Dictionary<string, string> { [version.VersionId] = version.ContentHash })
                .Catalog
        );
    }

    private static readonly (string Step, string Field)[] Minimums =
    [
        ("ClaimTracker.Publish", "approvals"),
        ("ClaimTracker.Publish", "minimumGroups"),
        ("ClaimTracker.RequireEvidence", "minimum"),
    ];

    private static IReadOnlyList<Fault> WithScript(string step, string field, string script) =>
        DefinitionCatalog.Load([("a.json", ScriptIn(step, field, script))], new Dictionary<string, string>()).Faults;

    private static string ScriptIn(string step, string field, string script) =>
        Changed(
            Presets.Files.First(f => f.Text.Contains(step, StringComparison.Ordinal)).Text,
            json =>
                json["root"]!["activities"]!.AsArray().First(a => (string)a!["type"]! == step)![field] = new JsonObject
                {
                    ["typeName"] = "String",
                    ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
                }
        );

    private static JsonObject Literal(string value) =>
        new()
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
        };

    private static (DefinitionCatalog? Catalog, IReadOnlyList<Fault> Faults) Load(IEnumerable<string> files) =>
        DefinitionCatalog.Load(
            files.Select(f => (f, File.ReadAllText(Path.Combine(Folder, f)))),
            new Dictionary<string, string>()
        );

    private static string Changed(string text, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(text)!;
        change(json);
        return json.ToJsonString();
    }
}
