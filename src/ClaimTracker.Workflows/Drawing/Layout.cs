using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>
/// Where the activities of one container lie: beside each other as in Studio where all were placed there, else in layers of our
/// own.
/// </summary>
internal static class Layout
{
    public const double Width = 200;
    public const double Height = 60;

    /// <summary>Studio writes no outcomes beside its lines, so its gaps are drawn out to hold them.</summary>
    private const double SpreadX = 1.4;
    private const double SpreadY = 1.25;

    public static Dictionary<Activity, Box> Of(Container container, IReadOnlyList<Line> lines)
    {
        var drawn = container.Activities.Select(a => (Activity: a, Box: InStudio(a))).ToList();
        var boxes =
            drawn.TrueForAll(d => d.Box is not null) && !Overlap([.. drawn.Select(d => d.Box!.Value)])
                ? drawn.ToDictionary(d => d.Activity, d => d.Box!.Value)
                : LayeredLayout.Of(container.Activities, lines);
        var left = boxes.Values.Min(b => b.X);
        var top = boxes.Values.Min(b => b.Y);
        return boxes.ToDictionary(b => b.Key, b => b.Value.Moved(-left, -top));
    }

    /// <summary>
    /// Boxes that lie on each other were never laid out by anybody, e.g. all at 0, 0 in a file written by hand.
    /// </summary>
    private static bool Overlap(List<Box> boxes) => boxes.Where((box, i) => boxes.Take(i).Any(box.Meets)).Any();

    private static Box? InStudio(Activity activity)
    {
        var designer = (activity.Json["metadata"] as JsonObject)?["designer"] as JsonObject;
        if (Number(designer, "position", "x") is not { } x || Number(designer, "position", "y") is not { } y)
            return null;
        return new Box(x * SpreadX, y * SpreadY, Size("width", Width), Size("height", Height));

        // Smaller boxes than ours could not hold their words.
        double Size(string name, double ours) => Math.Clamp(Number(designer, "size", name) ?? ours, ours, 600);
    }

    private static double? Number(JsonObject? designer, string part, string name) =>
        (designer?[part] as JsonObject)?[name] is JsonValue value
        && value.TryGetValue(out double number)
        && Math.Abs(number) < 100_000
            ? number
            : null;
}
