using System.Xml.Linq;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>Draws an activity: numbered and in a thick frame where a review was, double where it is.</summary>
internal static class BoxDrawing
{
    private const int MostVisits = 3;
    private const double SmallLetter = 6;

    public static XElement Of(Activity activity, Box box, PathMarks? marks, string? note)
    {
        var reached = marks?.Reached(activity) == true;
        var group = Svg.Element(
            "g",
            Svg.Attribute("class", reached ? "activity reached" : "activity"),
            Svg.Element("title", Svg.Clean($"{activity.Title} ({DefinitionWords.Kind(activity)})")),
            Svg.Rectangle(
                "box",
                box,
                Round(activity, box),
                Svg.Attribute("fill", Svg.Paper),
                Svg.Attribute("stroke", Svg.Ink),
                Svg.Attribute("stroke-width", reached ? 2.5 : 1.2),
                Dashes(marks, reached)
            )
        );
        if (activity.Step is TaskStep)
            group.Add(Svg.Rectangle("bar", new Box(box.X, box.Y, 6, box.Height), 0, Svg.Attribute("fill", Svg.Ink)));
        group.Add(Words(activity, box));
        if (marks is not null)
            group.Add(Marks(activity, box, marks));
        if (note is not null)
            group.Add(Note(note, box));
        return group;
    }

    /// <summary>The dashes of what was not taken; whole where no path is shown.</summary>
    public static XAttribute Dashes(PathMarks? marks, bool taken) =>
        Svg.Attribute("stroke-dasharray", marks is null || taken ? "none" : "5 4");

    private static double Round(Activity activity, Box box) =>
        activity.Step switch
        {
            TaskStep => 0,
            { Ends: not Ending.Nothing } or Steps.Flow.Start => box.Height / 2,
            _ => 8,
        };

    private static IEnumerable<XElement> Words(Activity activity, Box box)
    {
        var lines = TextFit.Lines(activity.Title, box.Width - 24);
        var top = box.MiddleY - (lines.Count == 1 ? 3 : 11);
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            yield return Svg.Text("title", box.MiddleX, top + (i * 15), 13, line, Svg.Attribute("font-weight", "600"));
        yield return Svg.Text(
            "kind",
            box.MiddleX,
            top + (lines.Count * 15) + 2,
            11,
            TextFit.Lines(DefinitionWords.Kind(activity), box.Width - 16, SmallLetter)[0]
        );
    }

    private static IEnumerable<XElement> Marks(Activity activity, Box box, PathMarks marks)
    {
        var visits = marks.Visits(activity);
        if (visits.Count > 0)
        {
            yield return Tag(
                "visits",
                string.Join(' ', visits.Take(MostVisits)) + (visits.Count > MostVisits ? " …" : ""),
                box.X - 6,
                box.Y - 12
            );
        }

        if (marks.IsWaiting(activity) || marks.IsStopped(activity))
        {
            yield return Svg.Rectangle(
                "now",
                box.Grown(5),
                4,
                Svg.Attribute("fill", "none"),
                Svg.Attribute("stroke", Svg.Ink),
                Svg.Attribute("stroke-width", 2)
            );
            yield return Tag("now", marks.IsStopped(activity) ? "✕ stopped here" : "▶ now here", box.Right - 100, box.Y - 16);
        }
    }

    /// <summary>Below the lower edge, so that it hides no word in the box and none on the line that leaves it.</summary>
    private static XElement Note(string note, Box box)
    {
        var width = (note.Length * SmallLetter) + 10;
        var spot = new Box(box.MiddleX - (width / 2), box.Bottom - 2, width, 15);
        return Svg.Element(
            "g",
            Svg.Attribute("class", "note"),
            Svg.Rectangle(
                "note",
                spot,
                8,
                Svg.Attribute("fill", Svg.Paper),
                Svg.Attribute("stroke", Svg.Ink),
                Svg.Attribute("stroke-width", 1)
            ),
            Svg.Text("note-text", spot.MiddleX, spot.MiddleY + 4, 11, note)
        );
    }

    private static XElement Tag(string kind, string text, double x, double y)
    {
        var width = Math.Max(20, (text.Length * TextFit.Letter) + 8);
        return Svg.Element(
            "g",
            Svg.Attribute("class", kind),
            Svg.Rectangle("tag", new Box(x, y, width, 20), 10, Svg.Attribute("fill", Svg.Ink)),
            Svg.Text("tag-text", x + (width / 2), y + 14, 12, text, Svg.Attribute("font-weight", "700"))
        );
    }
}
