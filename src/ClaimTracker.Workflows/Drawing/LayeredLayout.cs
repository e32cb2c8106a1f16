using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>
/// Lays activities out from top to bottom: each below all that lead to it, and within a layer near those that it hangs on.
/// </summary>
internal static class LayeredLayout
{
    private const double Across = 70;
    private const double Down = 64;
    private const int Sweeps = 4;

    public static Dictionary<Activity, Box> Of(IReadOnlyList<Activity> activities, IReadOnlyList<Line> lines)
    {
        var forward = lines.Where(l => l.IsForward).ToList();
        var layers = activities
            .GroupBy(LayerOf(activities, forward).GetValueOrDefault)
            .OrderBy(g => g.Key)
            .Select(g => g.ToList())
            .ToList();
        for (var sweep = 0; sweep < Sweeps; sweep++)
            Sort(layers, forward);
        var boxes = new Dictionary<Activity, Box>();
        for (var layer = 0; layer < layers.Count; layer++)
        {
            for (var i = 0; i < layers[layer].Count; i++)
            {
                boxes[layers[layer][i]] = new Box(
                    X(layers[layer], i),
                    layer * (Layout.Height + Down),
                    Layout.Width,
                    Layout.Height
                );
            }
        }

        return boxes;
    }

    private static double X(List<Activity> layer, int place) => (place - ((layer.Count - 1) / 2.0)) * (Layout.Width + Across);

    /// <summary>The longest way from the start; forward lines close no circle, so this comes to rest.</summary>
    private static Dictionary<Activity, int> LayerOf(IReadOnlyList<Activity> activities, List<Line> forward)
    {
        var layer = activities.ToDictionary(a => a, _ => 0);
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var line in forward.Where(l => layer[l.Target] <= layer[l.Source]))
            {
                layer[line.Target] = layer[line.Source] + 1;
                changed = true;
            }
        }

        return layer;
    }

    private static void Sort(List<List<Activity>> layers, List<Line> forward)
    {
        var place = layers.SelectMany(layer => layer.Select((a, i) => (a, X(layer, i)))).ToDictionary(p => p.a, p => p.Item2);
        for (var i = 1; i < layers.Count; i++)
        {
            layers[i] =
            [
                .. layers[i]
                    .OrderBy(a =>
                        forward.Where(l => l.Target == a).Select(l => place[l.Source]).DefaultIfEmpty(place[a]).Average()
                    ),
            ];
            for (var j = 0; j < layers[i].Count; j++)
                place[layers[i][j]] = X(layers[i], j);
        }
    }
}
