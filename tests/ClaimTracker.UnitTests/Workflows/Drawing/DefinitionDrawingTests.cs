using System.Xml.Linq;
using ClaimTracker.UnitTests.Workflows.Conformance;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Drawing;

namespace ClaimTracker.UnitTests.Workflows.Drawing;

public sealed class DefinitionDrawingTests
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Shipped => [.. Presets.Catalog.Versions.Select(v => v.DefinitionId)];

    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Draws_each_activity_and_connection_once(string id)
    {
        var definition = Presets.Catalog.Latest(id)!;
        var svg = XElement.Parse(DefinitionDrawing.ToSvg(definition));
        var inner = definition.Activities.Where(a => a.Parent is not null).ToList();
        Assert.Equal(inner.Count, OfClass(svg, "activity").Count());
        Assert.Equal(definition.Activities.Sum(a => a.Container?.Graph?.Connections.Count ?? 0), OfClass(svg, "way").Count());
        foreach (var activity in inner)
        {
            Assert.Contains(
                OfClass(svg, "activity"),
                g => g.Element(Space + "title")!.Value.StartsWith(activity.Title, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Holds_nothing_that_a_strict_policy_for_content_forbids(string id)
    {
        var svg = XElement.Parse(DefinitionDrawing.ToSvg(Presets.Catalog.Latest(id)!));
        Assert.DoesNotContain(
            svg.DescendantsAndSelf(),
            e => e.Name.LocalName is "style" or "script" or "use" or "image" or "foreignObject"
        );
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().Attributes(),
            a => a.Name.LocalName is "style" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_that_is_drawn_lies_within_and_no_box_on_another(string name)
    {
        var definition = WorkflowDefinition.Parse(name, ConformanceCase.All[name].Definition).Definition!;
        var svg = XElement.Parse(DefinitionDrawing.OfFile(definition).Svg!);
        var size = (Width: (double)svg.Attribute("width")!, Height: (double)svg.Attribute("height")!);
        foreach (var panel in svg.Elements(Space + "g"))
        {
            var at = panel.Attribute("transform")!.Value.Split('(', ' ', ')');
            var boxes = panel
                .Descendants(Space + "rect")
                .Where(r => (string?)r.Attribute("class") == "box")
                .Select(r => new Box(Of(r, "x") + Number(at[1]), Of(r, "y") + Number(at[2]), Of(r, "width"), Of(r, "height")))
                .ToList();
            Assert.All(
                boxes,
                b => Assert.True(b.X >= 0 && b.Y >= 0 && b.Right <= size.Width && b.Bottom <= size.Height, $"{b} in {size}")
            );
            Assert.DoesNotContain(boxes, b => boxes.Exists(o => o != b && o.Meets(b)));
        }
    }

    [Fact]
    public void Keeps_the_arrangement_of_Studio()
    {
        var svg = XElement.Parse(DefinitionDrawing.ToSvg(Presets.Catalog.Latest("standard-review")!));
        var start = Place(svg, "Accepted at triage");
        var stage = Place(svg, "Stage: researching");
        var research = Place(svg, "Research and propose a verdict");
        Assert.Equal(2 * (stage.Y - start.Y), research.Y - start.Y, 1.0);
        Assert.Equal((start.X, start.X), (stage.X, research.X));
    }

    [Fact]
    public void Without_positions_each_step_lies_below_what_leads_to_it()
    {
        var one = ConformanceCase.All["flow: A sequence as the root"];
        var svg = XElement.Parse(DefinitionDrawing.OfFile(WorkflowDefinition.Parse("s.json", one.Definition).Definition!).Svg!);
        Assert.True(Place(svg, "s1").Y < Place(svg, "e").Y);
        Assert.Equal(Place(svg, "s1").X, Place(svg, "e").X);
    }

    [Fact]
    public void Marks_the_path_taken_and_the_present_step_by_number_line_and_word()
    {
        var desk = new Desk(Presets.Catalog.Latest("standard-review")!, ConformanceCase.Begin);
        desk.Facts = desk.Facts with { IndependentGroups = 1 };
        desk.Start();
        desk.Decide("research#1", "Proposed", People.Fay, People.Verdict());
        var svg = XElement.Parse(
            DefinitionDrawing.ToSvg(desk.Definition, new ReviewPath(desk.Trace, desk.State.WaitingAt, null))
        );
        var now = Assert.Single(OfClass(svg, "activity"), g => g.Value.Contains("now here", StringComparison.Ordinal));
        Assert.StartsWith(desk.Definition.TitleOf("review"), now.Element(Space + "title")!.Value, StringComparison.Ordinal);
        var first = Assert.Single(
            OfClass(svg, "activity"),
            g => g.Element(Space + "title")!.Value.StartsWith("Accepted at triage", StringComparison.Ordinal)
        );
        Assert.Contains("1", OfClass(first, "visits").Select(v => v.Value));
        Assert.Equal(
            "5 4",
            Assert.Single(
                OfClass(svg, "activity")
                    .Where(g => !g.Attribute("class")!.Value.Contains("reached", StringComparison.Ordinal))
                    .SelectMany(g => g.Elements(Space + "rect"))
                    .Where(r => (string?)r.Attribute("class") == "box")
                    .Select(r => (string?)r.Attribute("stroke-dasharray"))
                    .Distinct()
            )
        );
        Assert.Contains(OfClass(svg, "way"), g => g.Attribute("class")!.Value == "way taken");
        var words = svg.Element(Space + "desc")!.Value;
        Assert.Contains("Research and propose a verdict (Proposed)", words, StringComparison.Ordinal);
        Assert.Contains($"It waits at {desk.Definition.TitleOf("review")}.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_step_has_each_of_its_numbers()
    {
        var one = ConformanceCase.All["flow: A loop back to the same step asks again, under a new key"];
        var (catalog, _) = DefinitionCatalog.Load([("loop.json", one.Definition)], new Dictionary<string, string>());
        var desk = new Desk(catalog!.Latest("case")!, ConformanceCase.Begin).Start();
        foreach (var step in one.StepsOn("Runner"))
            CaseDesk.Do(desk, step);
        var svg = XElement.Parse(DefinitionDrawing.ToSvg(desk.Definition, new ReviewPath(desk.Trace, [], null)));
        Assert.Equal(["1 2 3", "4"], OfClass(svg, "visits").Select(v => v.Value));
        Assert.EndsWith("It has ended.", svg.Element(Space + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_each_activity_and_way_in_words() =>
        Assert.Contains(
            DefinitionWords.Of(Presets.Catalog.Latest("standard-review")!),
            w =>
                w.StartsWith(
                    "Research and propose a verdict (ProposeVerdict · fact-checker): Proposed leads to ",
                    StringComparison.Ordinal
                )
        );

    private static IEnumerable<XElement> OfClass(XElement within, string kind) =>
        within.Descendants(Space + "g").Where(g => g.Attribute("class")?.Value.Split(' ')[0] == kind);

    private static (double X, double Y) Place(XElement svg, string title)
    {
        var box = OfClass(svg, "activity")
            .First(g => g.Element(Space + "title")!.Value.StartsWith(title, StringComparison.Ordinal))
            .Element(Space + "rect")!;
        return (Of(box, "x"), Of(box, "y"));
    }

    private static double Of(XElement element, string name) => Number(element.Attribute(name)!.Value);

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
