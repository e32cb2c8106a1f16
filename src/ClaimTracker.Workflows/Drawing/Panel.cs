using System.Xml.Linq;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>The drawing of one container, from 0, 0 on.</summary>
internal sealed class Panel
{
    private static readonly double[] LabelPlaces = [0.3, 0.45, 0.6, 0.2, 0.75];
    private readonly List<Curve> _curves = [];
    private readonly List<Box> _labels = [];
    private readonly IReadOnlyCollection<Box> _boxes;
    private readonly PathMarks? _marks;

    public Panel(Container container, PathMarks? marks, IReadOnlyDictionary<string, string>? notes)
    {
        _marks = marks;
        var lines = Line.Of(container);
        var places = Layout.Of(container, lines);
        _boxes = places.Values;
        var drawn = lines.Select(l => Draw(l, places[l.Source], places[l.Target])).ToList();
        Elements =
        [
            .. drawn.Select(d => d.Way),
            .. places.Select(p => BoxDrawing.Of(p.Key, p.Value, marks, notes?.GetValueOrDefault(p.Key.Id))),
            .. drawn.Select(d => d.Label).OfType<XElement>(),
        ];
        Bounds = Around();
    }

    /// <summary>Lines first, so that what passes behind a box is hidden by it; their names last.</summary>
    public IReadOnlyList<XElement> Elements { get; }

    /// <summary>All that is drawn lies within.</summary>
    public Box Bounds { get; }

    private (XElement Way, XElement? Label) Draw(Line line, Box source, Box target)
    {
        var curve = Router.Lead(source, target, _boxes, _curves);
        _curves.Add(curve);
        var taken = _marks?.IsTaken(line) == true;
        var way = Svg.Element(
            "g",
            Svg.Attribute("class", taken ? "way taken" : "way"),
            Svg.Element(
                "path",
                Svg.Attribute("d", curve.Path),
                Svg.Attribute("fill", "none"),
                Svg.Attribute("stroke", Svg.Ink),
                Svg.Attribute("stroke-width", taken ? 3 : 1.2),
                BoxDrawing.Dashes(_marks, taken)
            ),
            Svg.Element("polygon", Svg.Attribute("points", curve.Arrow), Svg.Attribute("fill", Svg.Ink))
        );
        return (way, line.Port == Step.Done ? null : Label(curve, line.Port));
    }

    private XElement Label(Curve curve, string port)
    {
        var width = (port.Length * TextFit.Letter) + 6;
        var spots = LabelPlaces.Select(curve.At).Select(p => new Box(p.X - (width / 2), p.Y - 9, width, 18)).ToList();
        var spot = spots.Find(s => !_boxes.Any(s.Meets) && !_labels.Exists(s.Meets));
        if (spot == default)
            spot = spots.Find(s => !_labels.Exists(s.Meets));
        if (spot == default)
            spot = spots[0];
        _labels.Add(spot);
        return Svg.Element(
            "g",
            Svg.Attribute("class", "port"),
            Svg.Rectangle("label", spot, 3, Svg.Attribute("fill", Svg.Paper)),
            Svg.Text("port-name", spot.MiddleX, spot.MiddleY + 4, 12, port)
        );
    }

    private Box Around()
    {
        var points = _curves
            .SelectMany(c => c.Points())
            .Concat(_boxes.Concat(_labels).SelectMany(b => new[] { (b.X, b.Y), (b.Right, b.Bottom) }))
            .ToList();
        var (left, top) = (points.Min(p => p.Item1), points.Min(p => p.Item2));
        return new Box(left, top, points.Max(p => p.Item1) - left, points.Max(p => p.Item2) - top).Grown(24);
    }
}
