using System.Diagnostics;
using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>Drawings that nobody would work by: the linter answers within seconds, whatever their shape.</summary>
public sealed class HostileDrawingTests
{
    private const int Many = 2_000;
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Shapes => ["random", "star", "circle", "braid", "nested"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_linter_answers_soon(string shape)
    {
        var (activities, connections) = Draw(shape);
        var definition = new JsonObject
        {
            ["id"] = "x-v1",
            ["definitionId"] = "x",
            ["name"] = "x",
            ["version"] = 1,
            ["isPublished"] = true,
            ["root"] = new JsonObject
            {
                ["id"] = "root",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = activities,
                ["connections"] = connections,
            },
        };

        var watch = Stopwatch.StartNew();
        var (catalog, faults) = DefinitionCatalog.Load([("x.json", definition.ToJsonString())], new Dictionary<string, string>());

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Seconds);
        Assert.Equal(catalog is null, faults.Count > 0);
        Assert.Equal(shape != "circle", faults.Count > 0);
    }

    private static (JsonArray Activities, JsonArray Connections) Draw(string shape)
    {
        var (activities, connections) = (new JsonArray(), new JsonArray());
        var random = new Random(7);
        if (shape == "nested")
            return ([Nest(400)], []);
        for (var i = 0; i < Many; i++)
        {
            activities.Add(Fork(i));
            foreach (var target in Targets(shape, i, random).Distinct().Where(t => t < Many))
                connections.Add(new JsonObject { ["source"] = End(i), ["target"] = End(target) });
        }

        return (activities, connections);
    }

    private static IEnumerable<int> Targets(string shape, int i, Random random) =>
        shape switch
        {
            "random" => Enumerable.Range(0, 4).Select(_ => random.Next(10) == 0 ? random.Next(Many) : i + 1 + random.Next(30)),
            "star" => i == 0 ? Enumerable.Range(1, Many - 2)
            : i < Many - 1 ? [Many - 1]
            : [],
            "circle" => [(i + 1) % Many],
            _ => i > 5 ? [i + 1, i + 2, i + 3, i - 5] : [i + 1, i + 2, i + 3],
        };

    private static JsonObject Nest(int levels)
    {
        var inner = Fork(0);
        for (var i = 0; i < levels; i++)
        {
            inner = new JsonObject
            {
                ["id"] = $"f{i}",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(inner),
                ["connections"] = new JsonArray(),
            };
        }

        return inner;
    }

    private static JsonObject Fork(int i) => new() { ["id"] = $"a{i}", ["type"] = "Elsa.FlowFork" };

    private static JsonObject End(int i) => new() { ["activity"] = $"a{i}", ["port"] = "Done" };
}
